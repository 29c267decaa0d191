import { spokenHeh } from './affixes.ts';
import { halfSpace } from '../text/persian.ts';

/** Tell whether a text's last letter joins the next one, so that a half-space after it can be seen. */
export function isJoining(text: string): boolean {
  return text !== '' && !/[\u0621-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671\u0698\u06C0]$|\u0654$/.test(text);
}

/**
 * Put two parts of a word together, with a half-space (U+200C) where it can be seen.
 *
 * @example joinParts('کتاب', 'ها') // 'کتاب‌ها'
 * @example joinParts('کار', 'ها') // 'کارها'
 */
export function joinParts(first: string, second: string): string {
  return isJoining(first) ? first + halfSpace + second : first + second;
}

/** Take the half-spaces (U+200C) out of a text. */
export function removeHalfSpaces(text: string): string {
  return text.replaceAll(halfSpace, '');
}

/** Write a word as readers see it: without the half-spaces after letters that do not join. */
export function visibleForm(text: string): string {
  return text.replace(/(.)\u200C/gu, (pair, letter: string) => (isJoining(letter) ? pair : letter));
}

/** Tell whether a word ends in a ه that is not spoken, as «خانه» does and «راه» does not. */
export function endsInSilentHeh(word: string): boolean {
  return word.endsWith('ه') && !word.endsWith('اه') && !spokenHeh.has(word);
}
