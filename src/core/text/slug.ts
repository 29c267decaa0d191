import { normalizeText, toLatinDigits, vowelSigns } from './persian.ts';

/** The most bytes that a slug may have: the length of a name in common file systems. */
export const maxSlugBytes = 255;

/**
 * Make the slug of a file name, tag, name or heading: readable Persian, words joined with `-`, Latin digits and small
 * letters, NFC. Vowel signs, invisible characters and enclosing marks are left out, and ۀ and ة are written ه, as in
 * «هٔ» without its sign. May be empty, and may be longer than {@link maxSlugBytes}.
 *
 * @example slugify('حمل‌ونقل شهري ۱۴۰۴') // 'حمل-ونقل-شهری-1404'
 */
export function slugify(text: string): string {
  return toLatinDigits(normalizeText(text))
    .toLowerCase()
    .replace(vowelSigns, '')
    .replace(/\p{Me}|(?!\u200C)\p{DI}/gu, '')
    .replace(/[ۀة]/g, 'ه')
    .normalize('NFC')
    .replace(/(^|[^\p{L}\p{M}\p{N}])\p{M}+/gu, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Tell whether a name is one of those that Windows keeps for devices, with or without an ending. @example isDeviceName('con.html') // true */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
}

/** Count the bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * Cut a slug so that it has at most `bytes` bytes in UTF-8: at the edge of a word, or of a letter with its marks where
 * the first word alone is longer.
 *
 * @example cutSlug('شهر-بزرگ-ما', 16) // 'شهر-بزرگ'
 */
export function cutSlug(slug: string, bytes: number): string {
  if (byteLength(slug) <= bytes) return slug;
  let [room, end] = [bytes, 0];
  for (const [letter] of slug.matchAll(/\P{M}\p{M}*/gu)) {
    room -= byteLength(letter);
    if (room < 0) break;
    end += letter.length;
  }
  const edge = slug.lastIndexOf('-', end);
  return slug.slice(0, edge > 0 ? edge : end);
}
