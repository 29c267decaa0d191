import {
  apartParts,
  afterBe,
  apartFirsts,
  boundParts,
  comparable,
  countedParts,
  degreeEndings,
  enclitics,
  freeParts,
  joinedDegrees,
  joinedEndings,
  settledWords,
  joinedWithout,
  numerals,
  openParts,
  pluralEndings,
  prefixes,
  preverbs,
  spokenHeh,
  spokenPluralEndings,
  unbendable,
  spokenForms,
} from './persian-affixes.ts';
import { type Lexicon, removeHalfSpaces, type Word } from './persian-lexicon.ts';
import { halfSpace } from './persian.ts';

/** One way to read a word whose half-spaces are lost. */
export interface Reading extends Word {
  /** How unlikely it is; 0 is a word of the dictionary. */
  cost: number;
  /** A plural such as «حرف‌های», and the noun that it is of. */
  pluralOf?: string | undefined;
  /** A form such as «حرفه‌ای», and the noun before the enclitic. */
  encliticOf?: string | undefined;
}

/** Reads words that have lost their half-spaces. It remembers each word. */
export type Speller = (letters: string) => readonly Reading[];

/**
 * Make the function that lists all the ways to read a word that is written without half-spaces (U+200C), the likeliest
 * first: as a word of the lexicon, as an inflected form of one, or as a compound of two. Unknown words have no reading.
 *
 * @example createSpeller(lexicon)('میشود')[0]?.text // 'می‌شود'
 */
export function createSpeller(lexicon: Lexicon): Speller {
  const known = new Map<string, Reading[]>();
  const read: Speller = (letters) => {
    const before = known.get(letters);
    if (before) return before;
    const readings = new Map<string, Reading>();
    const add = (reading: Reading): void => {
      const same = readings.get(reading.text);
      if (!same || reading.cost < same.cost) readings.set(reading.text, reading);
    };
    if (settledWords.has(letters)) return keepOnly(letters, known);
    if (letters.startsWith('به') && afterBe.has(letters.slice(2))) add(plain(`به${halfSpace}${letters.slice(2)}`, 0.2));
    readCounted(letters).forEach(add);
    const sources = [readWhole, readPlurals, readDegrees, readEnclitics, readJoined, readWithout, readVerbs];
    for (const source of sources) source(letters, lexicon, read).forEach(add);
    if (!lexicon.find(letters).some(({ text }) => text === letters) && cheapest(readings) > compoundFrom)
      readCompounds(letters, lexicon).forEach(add);
    const sorted = [...readings.values()].toSorted((a, b) => a.cost - b.cost);
    known.set(letters, sorted);
    return sorted;
  };
  return read;
}

/** Whether a letter joins the next one, so that a half-space after it can be seen. */
export function isJoining(text: string): boolean {
  return text !== '' && !/[اآأإٱدذرزژوؤةءۀٔ]$/.test(text);
}

/** Whether a word ends in a ه that is not spoken, as «خانه» does and «راه» does not. */
export function endsInSilentHeh(word: string): boolean {
  return word.endsWith('ه') && !word.endsWith('اه') && !spokenHeh.has(word);
}

/** Put two parts of a word together, with a half-space where it can be seen. */
export function joinParts(first: string, second: string): string {
  return isJoining(first) ? first + halfSpace + second : first + second;
}

function keepOnly(letters: string, known: Map<string, Reading[]>): Reading[] {
  const readings = [{ ...plain(letters, 0), isNoun: true }];
  known.set(letters, readings);
  return readings;
}

type Source = (letters: string, lexicon: Lexicon, read: Speller) => Reading[];

const compoundFrom = 0.7;
const rare = 0.35;

function cheapest(readings: ReadonlyMap<string, Reading>): number {
  return Math.min(Infinity, ...[...readings.values()].map(({ cost }) => cost));
}

/** The dictionary has many compounds joined as well («روانشناسی»): mostly both are in use, sometimes one is wrong. */
function readWhole(letters: string, lexicon: Lexicon): Reading[] {
  const found = lexicon.find(letters);
  const joined = found.find(({ text }) => text === letters);
  return found.map((word) => {
    const reading = { ...word, isNoun: word.isNoun || /[هی]$/.test(letters), cost: 0 };
    // «حرفه‌ای» is as likely as «حرف‌های».
    if (word.text.endsWith('ه\u200Cای')) return { ...reading, cost: 0.5, encliticOf: word.text.slice(0, -3) };
    if (!joined || word === joined) return reading;
    const isVerb = /^(?:\p{L}{2,3})?ن?می\u200C/u.test(word.text) && letters !== 'میدانی';
    const isWithout = word.text.startsWith('بی\u200C') && !joinedWithout.has(letters);
    const isApart =
      apartFirsts.has(word.text.slice(0, word.text.indexOf(halfSpace))) ||
      apartParts.has(word.text.slice(word.text.lastIndexOf(halfSpace) + 1));
    return { ...reading, cost: isVerb || isWithout || isApart ? -1 : rare };
  });
}

function readPlurals(letters: string, lexicon: Lexicon, read: Speller): Reading[] {
  const spoken = splitBefore(letters, spokenPluralEndings, 2).flatMap(([noun, ending]) =>
    read(noun).flatMap(({ text, isNoun, cost }) => (isNoun ? [plain(joinParts(text, ending), cost + 1.2)] : [])),
  );
  return splitBefore(letters, pluralEndings, 2).flatMap(([noun, ending]) => {
    const nouns = read(noun).filter(({ isNoun }) => isNoun);
    // A plural that the dictionary has joined is there by mistake.
    const isListed = lexicon.find(letters).some(({ text }) => text === letters) && isJoining(noun);
    return nouns.map(({ text, cost }) => ({
      ...plain(joinParts(text, ending), isListed ? -0.6 : cost + 0.4),
      pluralOf: text,
    }));
  }).concat(spoken);
}

function readDegrees(letters: string, lexicon: Lexicon, read: Speller): Reading[] {
  if (joinedDegrees.has(letters)) return [];
  const isListed = lexicon.find(letters).some(({ text }) => text === letters);
  return splitBefore(letters, degreeEndings, 2).flatMap(([base, ending]) =>
    read(base)
      .map((word) => ({ ...word, cost: word.isAdjective || comparable.has(word.text) ? word.cost : word.cost + 1 }))
      .filter(({ cost }) => cost < 2 && base.length > 2)
      .map(({ text, cost }) => ({
        ...plain(joinParts(text, ending), isListed && isJoining(base) && cost < 1 ? -1 : cost + 0.4),
        isNoun: ending === 'تر',
      })),
  );
}

function readEnclitics(letters: string, _: Lexicon, read: Speller): Reading[] {
  return splitBefore(letters, enclitics, 3).flatMap(([base, ending]) => {
    if (!endsInSilentHeh(base) && (!base.endsWith('ی') || ending === 'ات' || ending === 'ی')) return [];
    return read(base)
      .filter(({ isNoun, isAdjective }) => base.endsWith('ه') || isNoun || isAdjective)
      .map(({ text, cost }) => ({
        ...plain(text + halfSpace + ending, cost + (base.endsWith('ه') && !ending.endsWith('ان') ? 0.5 : 0.8)),
        encliticOf: text,
      }));
  });
}

function readJoined(letters: string, _: Lexicon, read: Speller): Reading[] {
  const readings = joinedEndings.flatMap(([ending, cost]) => {
    const base = letters.slice(0, -ending.length);
    if (!letters.endsWith(ending) || base.length < 2 || !canJoin(base, ending)) return [];
    return read(base)
      .filter((word) => canTake(word, base, ending))
      .map((word) => ({ ...word, text: word.text + ending, cost: word.cost + cost }));
  });
  // «نویسنده» has the plural «نویسندگان», «خسته» the noun «خستگی».
  for (const ending of ['گان', 'گی']) {
    if (!letters.endsWith(ending)) continue;
    for (const word of read(`${letters.slice(0, -ending.length)}ه`)) {
      if (word.isNoun || word.isAdjective)
        readings.push({ ...word, isNoun: true, text: word.text.slice(0, -1) + ending, cost: word.cost + 0.8 });
    }
  }
  return readings;
}

/** After ه an ending needs a half-space; so do short possessives after ی. «ی» stands before them after ا and و. */
function canJoin(base: string, ending: string): boolean {
  if (endsInSilentHeh(base)) return ending === 'ٔ';
  if (/^ی./.test(ending)) return /[او]$/.test(base);
  return !(base.endsWith('ی') && /^[متش]$/.test(ending));
}

function canTake({ text, isNoun, isAdjective, encliticOf, pluralOf }: Reading, base: string, ending: string): boolean {
  if (encliticOf || pluralOf || text.endsWith('\u200Cای')) return false;
  if (isNoun || isAdjective) return true;
  return text === base && (ending === 'ست' || (ending === 'ی' && /(?<!ه)ا$/.test(base)));
}

function readWithout(letters: string, lexicon: Lexicon): Reading[] {
  if (!letters.startsWith('بی') || letters.length < 5 || joinedWithout.has(letters)) return [];
  return lexicon
    .find(letters.slice(2))
    .filter(({ isNoun }) => isNoun)
    .map(({ text }) => ({ text: `بی${halfSpace}${text}`, isNoun: true, isAdjective: true, cost: 0.9 }));
}

function readVerbs(letters: string, lexicon: Lexicon): Reading[] {
  const spoken = /^(ن?می)(.+)$/.exec(letters);
  if (spoken && spokenForms.has(spoken[2]!)) return [plain(`${spoken[1]}${halfSpace}${spoken[2]}`, 0.3)];
  // Nothing but a verb begins with «می» and آ.
  const opened = /^(ن?می)(آ.+)$/.exec(letters);
  if (opened) return [plain(`${opened[1]}${halfSpace}${opened[2]}`, 0.3)];
  const preverb = preverbs.find((part) => letters.startsWith(part) && /^ن?می/.test(letters.slice(part.length)));
  if (preverb === undefined) return [];
  return lexicon
    .find(letters.slice(preverb.length))
    .filter(({ text }) => /^ن?می\u200C/.test(text))
    .map(({ text }) => plain(preverb + text, 0.3));
}

/** «دوازده‌متری», «سه‌جانبه». */
function readCounted(letters: string): Reading[] {
  const numeral = numerals.find((word) => letters.startsWith(word) && counted.has(letters.slice(word.length)));
  if (numeral === undefined) return [];
  const text = joinParts(numeral, counted.get(letters.slice(numeral.length))!);
  return [{ text, isNoun: true, isAdjective: true, cost: 0 }];
}

const counted: ReadonlyMap<string, string> = new Map([...countedParts].map((part) => [removeHalfSpaces(part), part]));

function readCompounds(letters: string, lexicon: Lexicon): Reading[] {
  const readings: Reading[] = [];
  for (let at = 2; at <= letters.length - 2; at += 1) {
    const [first, second] = [letters.slice(0, at), letters.slice(at)];
    const cost = compoundCost(first, second, lexicon);
    if (cost === undefined) continue;
    for (const { text, isNoun, isAdjective } of lexicon.find(first)) {
      if (!isNoun && !isAdjective && !prefixes.has(first)) continue;
      readings.push({ text: joinParts(text, second), isNoun: true, isAdjective: true, cost });
    }
  }
  return readings;
}

/** Unknown words are mostly names; so the second part must be one that makes compounds, or the first one show its end. */
function compoundCost(first: string, second: string, lexicon: Lexicon): number | undefined {
  const isShort = first.length === 2;
  if (unbendable.has(first)) return undefined;
  if (boundParts.has(second)) return isShort ? 1.8 : 1.2;
  if (first.length > 2 && endsInSilentHeh(first) && (freeParts.has(second) || openParts.has(second))) return 1.2;
  const isNoun = lexicon.find(second).some((word) => word.isNoun);
  if (first.length > 3 && endsInSilentHeh(first) && second.length > 2 && isNoun) return 2.3;
  if (second.length < 3 || lexicon.countCompounds(first) === 0) return undefined;
  if (freeParts.has(second) || openParts.has(second)) return isShort ? 2.5 : 1.5;
  return prefixes.has(first) && isNoun && lexicon.countCompounds(first) > 9 ? 1.5 : undefined;
}

function splitBefore(letters: string, endings: readonly string[], shortest: number): [string, string][] {
  return endings.flatMap((ending): [string, string][] => {
    const plainEnding = removeHalfSpaces(ending);
    const base = letters.slice(0, -plainEnding.length);
    return letters.endsWith(plainEnding) && base.length >= shortest ? [[base, ending]] : [];
  });
}

function plain(text: string, cost: number): Reading {
  return { text, isNoun: false, isAdjective: false, cost };
}
