import { foldKey, foldText, halfSpace, normalizeText } from '../text/persian.ts';

/**
 * Clean imported text into a single line: Persian letters, single spaces, and no characters that must not appear in
 * files (control characters, lone surrogates, noncharacters).
 *
 * @example cleanLine('  كتاب\u00A0 خوب\n') // 'کتاب خوب'
 */
export function cleanLine(text: string): string {
  const line = text.replace(spaces, ' ').replace(unprintable, '');
  return normalizeText(line).replace(spaces, ' ').trim();
}

/**
 * Clean a piece of a text that continues on both sides: as {@link cleanLine} does, but keeping its spaces, line ends and
 * half-spaces at the edges.
 *
 * @example cleanPiece('\u200Cهاي ') // '\u200Cهای '
 */
export function cleanPiece(text: string): string {
  const piece = text.replace(unprintable, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''));
  const start = piece.startsWith(halfSpace) ? halfSpace : '';
  const end = piece.length > 1 && piece.endsWith(halfSpace) ? halfSpace : '';
  return start + normalizeText(piece) + end;
}

/**
 * Clean a headline and remove its final full stop.
 *
 * @example cleanTitle('مترو به شهر رسيد.') // 'مترو به شهر رسید'
 */
export function cleanTitle(text: string): string {
  return cleanLine(text).replace(/(?<![.\s])\s*\.$/, '');
}

/**
 * Split plain text into clean paragraphs: at blank lines, or, if there are none, at every line break.
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

/** Split text into clean lines; blank lines are kept as `''`. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n?|[\n\u0085\u2028\u2029]/).map(cleanLine);
}

/**
 * Reduce a text to its folded letters and digits, ignoring punctuation, spaces, half-spaces and markdown.
 *
 * @example letterKey('برچسب‌ها:') === letterKey('برچسب ها') // true
 */
export function letterKey(text: string): string {
  return foldKey(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Words of a text, folded. @example wordsOf('انرژی، پاک!') // ['انرژی', 'پاک'] */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Remove all trailing characters that match a single-character pattern. A regular expression with `+$` would take
 * quadratic time for a long run in the middle of the text.
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
