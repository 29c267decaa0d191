import {
  comparable,
  degreeEndings,
  enclitics,
  joinedDegrees,
  joinedEndings,
  joinedWithout,
  pluralEndings,
  preverbs,
  spokenForms,
  spokenPluralEndings,
  unbendable,
} from './affixes.ts';
import { endsInSilentHeh, isJoining, joinParts, removeHalfSpaces } from './joining.ts';
import type { Lexicon } from './lexicon.ts';
import { plainReading, type Reading, type ReadingSource } from './reading.ts';
import { halfSpace } from '../text/persian.ts';

/** Read a word as a plural: «کتاب‌هایش». A joined plural in the lexicon is treated as an error. */
export const readPlurals: ReadingSource = (letters, lexicon, read) => {
  const isListed = hasWord(lexicon, letters);
  return [
    ...splitPlural(letters, 2).flatMap(([noun, ending]) =>
      read(noun)
        .filter(({ isNoun }) => isNoun && (noun.length > 2 || lexicon.find(noun).some((word) => word.isNoun)))
        .map(({ text, cost }) => ({
          ...plainReading(joinParts(text, ending), isListed && isJoining(noun) ? -0.6 : cost + 0.4),
          pluralOf: text,
        })),
    ),
    ...splitSpokenPlural(letters, 2).flatMap(([noun, ending]) =>
      read(noun)
        .filter(({ isNoun }) => isNoun)
        .map(({ text, cost }) => plainReading(joinParts(text, ending), cost + 1.2)),
    ),
  ];
};

/** Read a word as a comparative or superlative: «بزرگ‌ترین». Words other than adjectives rarely have one. */
export const readDegrees: ReadingSource = (letters, lexicon, read) => {
  if (joinedDegrees.has(letters)) return [];
  const isListed = hasWord(lexicon, letters);
  return splitDegree(letters, 3).flatMap(([base, ending]) =>
    read(base)
      .map((word) => ({ ...word, cost: word.isAdjective || comparable.has(word.text) ? word.cost : word.cost + 1 }))
      // «کانتر» is not the comparative of «کان».
      .filter(({ cost }) => cost < (base.length > 3 ? 2 : 1))
      .map(({ text, cost }) => ({
        ...plainReading(joinParts(text, ending), isListed && isJoining(base) && cost < 1 ? -1 : cost + 0.4),
        isNoun: ending === 'تر',
      })),
  );
};

/** Read a word as one with an enclitic: «خانه‌ای», «رفته‌اند», «زندگی‌ام». */
export const readEnclitics: ReadingSource = (letters, lexicon, read) =>
  splitEnclitic(letters, 3).flatMap(([base, ending]) => {
    const isHeh = endsInSilentHeh(base, lexicon);
    if (unbendable.has(base) || !(isHeh || (base.endsWith('ی') && ending !== 'ات' && ending !== 'ی'))) return [];
    return read(base)
      .filter(({ isNoun, isAdjective }) => isHeh || isNoun || isAdjective)
      .map(({ text, cost }) => ({
        ...plainReading(text + halfSpace + ending, cost + (isHeh && !ending.endsWith('ان') ? 0.5 : 0.8)),
        encliticOf: text,
      }));
  });

/** Read a word as one with an ending that needs no half-space: «صاحب‌نظرانی», «نویسندگان». */
export const readJoined: ReadingSource = (letters, lexicon, read) => {
  const joined = (joinedByLetter.get(letters.at(-1) ?? '') ?? []).flatMap(([ending, cost]) => {
    const base = letters.slice(0, -ending.length);
    if (!letters.endsWith(ending) || base.length < 2 || !canJoin(base, ending, lexicon)) return [];
    return read(base)
      .filter((word) => canTake(word, base, ending))
      .map((word) => ({ ...word, text: word.text + ending, cost: word.cost + cost }));
  });
  // «نویسنده» has the plural «نویسندگان», «خسته» the noun «خستگی».
  const changed = ['گان', 'گی'].filter((ending) => letters.endsWith(ending));
  return changed
    .flatMap((ending) =>
      read(`${letters.slice(0, -ending.length)}ه`)
        .filter(({ isNoun, isAdjective }) => isNoun || isAdjective)
        .map((word) => ({ ...word, isNoun: true, text: word.text.slice(0, -1) + ending, cost: word.cost + 0.8 })),
    )
    .concat(joined);
};

/** Read a word as «بی» and a noun: «بی‌عدالت». */
export const readWithout: ReadingSource = (letters, lexicon) => {
  if (!letters.startsWith('بی') || letters.length < 5 || joinedWithout.has(letters)) return [];
  return lexicon
    .find(letters.slice(2))
    .filter(({ isNoun }) => isNoun)
    .map(({ text }) => ({ text: `بی${halfSpace}${text}`, isNoun: true, isAdjective: true, cost: 0.9 }));
};

/** Read a word as a verb form that the lexicon lacks: spoken («می‌شه»), or with a preverb («برنمی‌گردد»). */
export const readVerbs: ReadingSource = (letters, lexicon) => {
  const [, prefix = '', form = ''] = /^(ن?می)(.+)$/.exec(letters) ?? [];
  // Only verbs begin with «می» and آ.
  if (spokenForms.has(form) || form.startsWith('آ')) return [plainReading(prefix + halfSpace + form, 0.3)];
  const preverb = preverbs.find((part) => letters.startsWith(part) && /^ن?می/.test(letters.slice(part.length)));
  if (preverb === undefined) return [];
  return lexicon
    .find(letters.slice(preverb.length))
    .filter(({ text }) => /^ن?می\u200C/.test(text))
    .map(({ text }) => plainReading(preverb + text, 0.3));
};

type Split = (letters: string, shortest: number) => (readonly [base: string, ending: string])[];

const splitPlural = createSplit(pluralEndings);
const splitSpokenPlural = createSplit(spokenPluralEndings);
const splitDegree = createSplit(degreeEndings);
const splitEnclitic = createSplit(enclitics);
const joinedByLetter = Map.groupBy(joinedEndings, ([ending]) => ending.at(-1)!);

/**
 * Create the function that splits a word into base and ending, for each given ending that it has. Endings are looked up
 * by their last letter.
 */
function createSplit(endings: readonly string[]): Split {
  const byLetter = Map.groupBy(
    endings.map((ending) => [removeHalfSpaces(ending), ending] as const),
    ([letters]) => letters.at(-1)!,
  );
  return (letters, shortest) =>
    (byLetter.get(letters.at(-1) ?? '') ?? [])
      .filter(([ending]) => letters.length - ending.length >= shortest && letters.endsWith(ending))
      .map(([plain, ending]) => [letters.slice(0, -plain.length), ending] as const);
}

/** After ه an ending needs a half-space, as do short possessives after ی. After ا and و they take a linking «ی». */
function canJoin(base: string, ending: string, lexicon: Lexicon): boolean {
  if (endsInSilentHeh(base, lexicon)) return ending === '\u0654';
  if (/^ی./.test(ending)) return /[او]$/.test(base);
  return !(base.endsWith('ی') && /^[متش]$/.test(ending));
}

function canTake({ text, isNoun, isAdjective, encliticOf, pluralOf }: Reading, base: string, ending: string): boolean {
  if (encliticOf !== undefined || pluralOf !== undefined || text.endsWith('\u200Cای')) return false;
  if (isNoun || isAdjective) return true;
  return text === base && (ending === 'ست' || (ending === 'ی' && base.endsWith('ا') && !base.endsWith('ها')));
}

function hasWord(lexicon: Lexicon, letters: string): boolean {
  return lexicon.find(letters).some(({ text }) => text === letters);
}
