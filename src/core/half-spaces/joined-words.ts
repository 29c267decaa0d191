import { afterBe, joinedWithout, settledWords } from './affixes.ts';
import { readCompounds, readCounted } from './compounds.ts';
import { readDegrees, readEnclitics, readJoined, readPlurals, readVerbs, readWithout } from './inflection.ts';
import type { Lexicon } from './lexicon.ts';
import { apartFirsts, apartParts } from './parts.ts';
import { plainReading, type Reading, type ReadingSource, type Speller } from './reading.ts';
import { halfSpace } from '../text/persian.ts';

/**
 * Make the function that reads words that have lost their half-spaces (U+200C): as words of the lexicon, as inflected
 * forms of one, or as compounds of two. Unknown words have no reading. It remembers each word.
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

/** Twice as long as any word of people. Each ending of a word is read by itself, which takes a row of calls. */
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
/** Words that have a better reading are not taken apart. */
const compoundsFrom = 0.7;
/** What a compound costs that the lexicon has joined as well: both are in use. */
const sideForm = 0.35;
/** What a spelling costs whose joined form is only a mistake. */
const better = -1;

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
  if (!isKnown && cheapest > compoundsFrom) readCompounds(letters, lexicon, read).forEach(add);
  return [...readings.values()].toSorted((a, b) => a.cost - b.cost);
}

/** The lexicon has many compounds joined as well («روانشناسی»): mostly both are in use, sometimes one is wrong. */
function readWhole(letters: string, lexicon: Lexicon): Reading[] {
  const found = lexicon.find(letters);
  const joined = found.find(({ text }) => text === letters);
  const readings = found.map((word) => {
    const reading = { ...word, isNoun: word.isNoun || /[هی]$/.test(letters), cost: 0 };
    // «حرفه‌ای» is as likely as «حرف‌های».
    if (word.text.endsWith('ه\u200Cای')) return { ...reading, cost: 0.5, encliticOf: word.text.slice(0, -3) };
    return !joined || word === joined
      ? reading
      : { ...reading, cost: isBetter(word.text, letters) ? better : sideForm };
  });
  const isPhrase = letters.startsWith('به') && afterBe.has(letters.slice(2));
  return isPhrase ? [...readings, plainReading(`به${halfSpace}${letters.slice(2)}`, 0.2)] : readings;
}

/** Whether a word that the lexicon has joined as well is written with its half-space. «میدانی» is a word of its own. */
function isBetter(text: string, letters: string): boolean {
  if (/^(?:\p{L}{2,3})?ن?می\u200C/u.test(text)) return letters !== 'میدانی';
  if (text.startsWith('بی\u200C')) return !joinedWithout.has(letters);
  const first = text.slice(0, text.indexOf(halfSpace));
  // «دلپذیر» and its like have grown together.
  if (first === 'دل') return false;
  return apartFirsts.has(first) || apartParts.has(text.slice(text.lastIndexOf(halfSpace) + 1));
}
