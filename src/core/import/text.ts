import { foldKey, foldText, normalizeText } from '../text/persian.ts';

/**
 * Clean text out of another system so that it stands on one line: Persian letters, single spaces, and none of the
 * characters that no file should hold (control characters, halves of surrogate pairs, noncharacters).
 *
 * @example cleanLine('  كتاب\u00A0 خوب\n') // 'کتاب خوب'
 */
export function cleanLine(text: string): string {
  const line = text.replace(spaces, ' ').replace(unprintable, '');
  return normalizeText(line).replace(spaces, ' ').trim();
}

/**
 * Clean a headline, and take its final full stop away.
 *
 * @example cleanTitle('مترو به شهر رسيد.') // 'مترو به شهر رسید'
 */
export function cleanTitle(text: string): string {
  return cleanLine(text).replace(/(?<![.\s])\s*\.$/, '');
}

/**
 * Split plain text into clean paragraphs: at blank lines, or at every line where there is no blank one.
 *
 * @example cleanParagraphs('یک\nدو\n\nسه') // ['یک دو', 'سه']
 */
export function cleanParagraphs(text: string): string[] {
  const lines = splitLines(text);
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  const inner = lines.slice(first, last + 1);
  if (!inner.includes('')) return first === -1 ? [] : inner;
  const paragraphs: string[][] = [[]];
  for (const line of inner) {
    if (line !== '') paragraphs.at(-1)!.push(line);
    else if (paragraphs.at(-1)!.length > 0) paragraphs.push([]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join(' '));
}

/** Split text into clean lines; blank lines stay, as `''`. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n?|[\n\u0085\u2028\u2029]/).map(cleanLine);
}

/**
 * Fold a text to its letters and digits alone, so that punctuation, spaces, half-spaces and markdown do not count.
 *
 * @example letterKey('برچسب‌ها:') === letterKey('برچسب ها') // true
 */
export function letterKey(text: string): string {
  return foldKey(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** List the words of a text, folded. @example wordsOf('انرژی، پاک!') // ['انرژی', 'پاک'] */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Drop all characters at the end of a text that a pattern for one character matches. A regular expression with `+$` takes
 * time with the square of a long run in the middle.
 *
 * @example dropEnd('سلام... ', /[.\s]/) // 'سلام'
 */
export function dropEnd(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
}

const spaces = /[\s\u0085]+/g;
const unprintable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
