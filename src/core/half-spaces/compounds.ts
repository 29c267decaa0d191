import { unbendable } from './affixes.ts';
import { endsInSilentHeh, joinParts, removeHalfSpaces } from './joining.ts';
import type { Lexicon } from './lexicon.ts';
import { boundParts, countedParts, determiners, freeParts, numerals, openParts, prefixes } from './parts.ts';
import type { Reading, ReadingSource } from './reading.ts';

/** Read a word as a numeral and a counted noun: «دوازده‌متری», «سه‌جانبه». */
export const readCounted: ReadingSource = (letters) => {
  const numeral = numerals.find((word) => letters.startsWith(word) && counted.has(letters.slice(word.length)));
  if (numeral === undefined) return [];
  const text = joinParts(numeral, counted.get(letters.slice(numeral.length))!);
  return [{ text, isNoun: true, isAdjective: true, cost: 0 }];
};

/** Read an unknown word as a compound of two words: «شکل‌گیری», «رشته‌کوه». */
export const readCompounds: ReadingSource = (letters, lexicon) => {
  const readings: Reading[] = [];
  for (let at = 2; at <= letters.length - 2; at += 1) {
    const [first, second] = [letters.slice(0, at), letters.slice(at)];
    const firsts = lexicon.find(first).filter((word) => word.isNoun || word.isAdjective || prefixes.has(first));
    const cost = firsts.length === 0 ? undefined : compoundCost(first, second, lexicon);
    if (cost === undefined) continue;
    for (const { text } of firsts) {
      readings.push({ text: joinParts(text, second), isNoun: true, isAdjective: true, cost });
    }
  }
  return readings;
};

const counted: ReadonlyMap<string, string> = new Map([...countedParts].map((part) => [removeHalfSpaces(part), part]));
/** A word whose first part is known from only one compound is as likely a name: «سوگواره», «شیندان». */
const minKnown = 2;
/** First parts with fewer known compounds than this form no new ones. */
const minCompounds = 10;

/**
 * Unknown words are mostly names, so a compound needs a second part that forms compounds, or a first part with a
 * recognisable end. `undefined` if it has neither.
 */
function compoundCost(first: string, second: string, lexicon: Lexicon): number | undefined {
  if (unbendable.has(first) || determiners.has(first)) return undefined;
  const isShort = first.length === 2;
  const isPart = freeParts.has(second) || openParts.has(second);
  if (boundParts.has(second)) return isShort ? 1.8 : 1.2;
  if (!isShort && isPart && endsInSilentHeh(first, lexicon)) return 1.2;
  if (second.length < 3) return undefined;
  const isNoun = lexicon.find(second).some((word) => word.isNoun);
  if (first.length > 3 && isNoun && endsInSilentHeh(first, lexicon)) return 2.3;
  const compounds = lexicon.countCompounds(first);
  if (isPart && compounds >= minKnown) return isShort ? undefined : 1.5;
  // Too many names begin with «پی»: «پیریایی».
  const isPrefix = prefixes.has(first) && first !== 'پی' && (!isShort || second.length > 3);
  return isPrefix && isNoun && compounds >= minCompounds ? 1.5 : undefined;
}
