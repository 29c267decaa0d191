import { normalizeText, toLatinDigits } from './persian.ts';

/** The most bytes that a slug may have: the length of a name in common file systems. */
export const maxSlugBytes = 255;

/**
 * Make the slug of a file name, tag or name: readable Persian, words joined with `-`, Latin digits and small letters.
 * May be empty, and may be longer than {@link maxSlugBytes}.
 *
 * @example slugify('حمل‌ونقل شهري ۱۴۰۴') // 'حمل-ونقل-شهری-1404'
 */
export function slugify(text: string): string {
  return toLatinDigits(normalizeText(text))
    .toLowerCase()
    .replace(/[\u064B-\u065F\u0670]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Count the bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Cut a slug at the edge of a word so that it has at most `bytes` bytes in UTF-8. */
export function cutSlug(slug: string, bytes: number): string {
  if (byteLength(slug) <= bytes) return slug;
  let cut = '';
  for (const character of slug) {
    if (byteLength(cut + character) > bytes) break;
    cut += character;
  }
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut;
}
