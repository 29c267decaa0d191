import { spokenHeh } from './affixes.ts';
import { halfSpace } from '../text/persian.ts';

/** Return whether a text's last letter joins the next one, so that a half-space after it is visible. */
export function isJoining(text: string): boolean {
  return text !== '' && !/[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671\u0698\u06C0]$|\u0654$/.test(text);
}

/**
 * Concatenate two parts of a word, with a half-space (U+200C) where it is visible.
 *
 * @example joinParts('کتاب', 'ها') // 'کتاب‌ها'
 * @example joinParts('کار', 'ها') // 'کارها'
 */
export function joinParts(first: string, second: string): string {
  return isJoining(first) ? first + halfSpace + second : first + second;
}

/** Remove the half-spaces (U+200C) from a text. */
export function removeHalfSpaces(text: string): string {
  return text.replaceAll(halfSpace, '');
}

/** Remove the half-spaces that are invisible because they follow a letter that does not join. */
export function visibleForm(text: string): string {
  return text.replace(/(.)\u200C/gu, (pair, letter: string) => (isJoining(letter) ? pair : letter));
}

// Ends of compounds and names with a pronounced ه: «قابل‌توجه», «سیف‌الله».
const spokenEnd = /(?:الله|اللّه|توجه|گروه|[^ا]کوه|شکوه|پژوه|اندوه|انبوه|مشابه)$/;

/** Return whether a word ends in a silent ه, as «خانه» does and «راه» and «فقه» do not. */
export function endsInSilentHeh(word: string, lexicon: { hasSpokenHeh: (word: string) => boolean }): boolean {
  return (
    word.endsWith('ه') &&
    !word.endsWith('اه') &&
    !spokenHeh.has(word) &&
    !spokenEnd.test(word) &&
    !lexicon.hasSpokenHeh(word)
  );
}
