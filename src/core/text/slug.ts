import { normalizeText, toLatinDigits, vowelSigns } from './persian.ts';

/** Maximum length of a slug in UTF-8 bytes: the limit for file names on common file systems. */
export const maxSlugBytes = 255;

/**
 * Slug of a file name, tag, name or heading: readable Persian, words joined with `-`, Latin digits, lower case, NFC.
 * Vowel signs, invisible characters and enclosing marks are removed, and ۀ and ة become ه, as does «هٔ». The result may
 * be empty, and may be longer than {@link maxSlugBytes}.
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

/**
 * Return whether Windows reserves a name for a device, with or without an extension.
 *
 * @example isDeviceName('con.html') // true
 */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
}

/** Length of a text in UTF-8 bytes. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * Truncate a slug to at most `bytes` UTF-8 bytes: at a word boundary, or, where the first word alone is longer, at a
 * letter with its marks.
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
