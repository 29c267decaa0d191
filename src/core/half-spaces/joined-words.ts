import { afterBe, joinedWithout, settledWords } from './affixes.ts';
import { readCompounds, readCounted } from './compounds.ts';
import { readDegrees, readEnclitics, readJoined, readPlurals, readVerbs, readWithout } from './inflection.ts';
import type { Lexicon } from './lexicon.ts';
import { apartFirsts, apartParts } from './parts.ts';
import { preferredByLetters } from './spellings.ts';
import { plainReading, type Reading, type ReadingSource, type Speller } from './reading.ts';
import { halfSpace } from '../text/persian.ts';

/**
 * Create the function that reads words that have lost their half-spaces (U+200C): as words of the lexicon, as their
 * inflected forms, or as compounds of two words. Unknown words have no reading. Results are cached per word.
 *
 * @example createSpeller(lexicon)('میشود')[0]?.text // 'می‌شود'
 */
export function createSpeller(lexicon: Lexicon): Speller {
  const known = new Map<string, readonly Reading[]>();
  const read: Speller = (letters) => {
    if (letters.length > longestWord) return [];
    const before = known.get(letters);
    if (before) return before;
    const readings = listReadings(letters, lexicon, read);
    known.set(letters, readings);
    return readings;
  };
  return read;
}

/** Twice the length of any real word. Endings are cut recursively, so longer words would nest too many calls. */
const longestWord = 64;
const sources: readonly ReadingSource[] = [
  readWhole,
  readCounted,
  readPlurals,
  readDegrees,
  readEnclitics,
  readJoined,
  readWithout,
  readVerbs,
];
/** Words with a reading at this cost or below are not read as compounds. */
const compoundThreshold = 0.7;
/** Cost of a compound whose joined form is in the lexicon too: both are in use. */
const variantCost = 0.35;
/** Cost of a spelling whose joined form in the lexicon is only an error. */
const preferredCost = -1;

function listReadings(letters: string, lexicon: Lexicon, read: Speller): Reading[] {
  if (settledWords.has(letters)) return [{ ...plainReading(letters, 0), isNoun: true }];
  const readings = new Map<string, Reading>();
  const add = (reading: Reading): void => {
    const same = readings.get(reading.text);
    if (!same || reading.cost < same.cost) readings.set(reading.text, reading);
  };
  for (const source of sources) source(letters, lexicon, read).forEach(add);
  const isKnown = lexicon.find(letters).some(({ text }) => text === letters);
  const cheapest = Math.min(Infinity, ...[...readings.values()].map(({ cost }) => cost));
  if (!isKnown && cheapest > compoundThreshold) readCompounds(letters, lexicon, read).forEach(add);
  return [...readings.values()].toSorted((a, b) => a.cost - b.cost);
}

/** The lexicon has many compounds in joined form too («روانشناسی»): usually both are in use, sometimes one is wrong. */
function readWhole(letters: string, lexicon: Lexicon): Reading[] {
  const found = lexicon.find(letters);
  const joined = found.find(({ text }) => text === letters);
  const readings = found.map((word) => {
    const reading = { ...word, isNoun: word.isNoun || /[هی]$/.test(letters), cost: 0 };
    // «حرفه‌ای» is as likely as «حرف‌های».
    if (word.text.endsWith('ه\u200Cای')) return { ...reading, cost: 0.5, encliticOf: word.text.slice(0, -3) };
    // «سیدی» may be a name followed by «ی», or «سی‌دی».
    if (!joined && /^..\u200C..$/u.test(word.text) && isKnownWith(letters, lexicon))
      return { ...reading, cost: variantCost };
    return !joined || word === joined
      ? reading
      : { ...reading, cost: isBetter(word.text, letters) ? preferredCost : variantCost };
  });
  const preferred = preferredByLetters.get(letters);
  if (preferred !== undefined && found.length === 0) {
    readings.push({ text: preferred, isNoun: true, isAdjective: true, cost: 0 });
  }
  const isPhrase = letters.startsWith('به') && afterBe.has(letters.slice(2));
  return isPhrase ? [...readings, plainReading(`به${halfSpace}${letters.slice(2)}`, 0.2)] : readings;
}

/** Return whether the letters are a dictionary word followed by «ی». */
function isKnownWith(letters: string, lexicon: Lexicon): boolean {
  const base = letters.slice(0, -1);
  return letters.endsWith('ی') && lexicon.find(base).some(({ text, isNoun }) => isNoun && text === base);
}

/**
 * Return whether the spelling with a half-space is to be preferred to the joined one, when the lexicon has both.
 * «میدانی» is a word itself.
 */
function isBetter(text: string, letters: string): boolean {
  if (/^(?:\p{L}{2,3})?ن?می\u200C/u.test(text)) return letters !== 'میدانی';
  if (text.startsWith('بی\u200C')) return !joinedWithout.has(letters);
  const first = text.slice(0, text.indexOf(halfSpace));
  // «دلپذیر» and similar words are written as one.
  if (first === 'دل') return false;
  return apartFirsts.has(first) || apartParts.has(text.slice(text.lastIndexOf(halfSpace) + 1));
}
