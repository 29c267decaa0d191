import { words } from './affixes.ts';

/** Persian names of Latin letters, of which abbreviations are made: «بی‌بی‌سی», «دی‌وی‌دی». */
export const letterNames: ReadonlySet<string> = new Set(
  words('ای بی سی دی اف جی اچ آی جی کی کا ال ام ان پی کیو آر اس تی یو وی دبلیو ایکس وای زد زی'),
);

/** Letter names that are words of their own as well, so that they do not begin an abbreviation no table has. */
const ambiguousNames: ReadonlySet<string> = new Set(words('ای بی سی کی آن'));

/** Abbreviations of two letters, and those that hold more than letters. */
const known: ReadonlySet<string> = new Set(words('سی‌دی آی‌تی تی‌وی ای‌میل بی‌ام‌و آی‌پی سی‌تی‌اسکن').map(spaced));

/**
 * Count how many words, from the first on, spell an abbreviation that is written as one: «بی بی سی», «پی دی اف». 0 if
 * they do not.
 */
export function countLetters(list: readonly string[]): number {
  for (const length of [3, 2]) {
    if (list.length >= length && known.has(list.slice(0, length).join(' '))) return length;
  }
  let count = 0;
  while (count < list.length && letterNames.has(list[count]!)) count += 1;
  const isRepeated = list[0] === list[1];
  return count >= 3 && (!ambiguousNames.has(list[0]!) || isRepeated || commonly.has(list.slice(0, count).join(' ')))
    ? count
    : 0;
}

/** Those that begin with such a word. */
const commonly: ReadonlySet<string> = new Set(
  words('سی‌ان‌ان سی‌بی‌اس سی‌ان‌جی سی‌آی‌ای سی‌پی‌یو ای‌بی‌سی ای‌پی‌ال ای‌دی‌اس‌ال ای‌اس‌پی‌ان').map(spaced),
);

function spaced(abbreviation: string): string {
  return abbreviation.replaceAll('\u200C', ' ');
}
