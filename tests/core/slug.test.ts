import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, cutSlug, slugify } from '../../src/core/slug.ts';

const seed = 1404;

describe('slugify', () => {
  it.each([
    ['حمل‌ونقل شهري ۱۴۰۴', 'حمل-ونقل-شهری-1404'],
    ['  Tehran_Metro (خط ۸)!', 'tehran-metro-خط-8'],
    ['مؤسّسهٔ علوم', 'مؤسسه-علوم'],
    ['؟!', ''],
    ['../../etc/passwd', 'etc-passwd'],
  ])('makes of «%s» the slug «%s»', (text, slug) => expect(slugify(text)).toBe(slug));

  it(`is a slug's own slug, and holds letters, marks, digits and hyphens only (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const slug = slugify(text);
        expect(slugify(slug)).toBe(slug);
        expect(slug).toMatch(/^[\p{L}\p{M}\p{N}-]*$/u);
      }),
      { seed, numRuns: 3000 },
    );
  });
});

describe('cutSlug', () => {
  it('cuts at the edge of a word and by bytes', () => {
    expect(cutSlug('شهر-بزرگ-ما', 16)).toBe('شهر-بزرگ');
    expect(cutSlug('شهر', 255)).toBe('شهر');
    expect(byteLength(cutSlug('ا'.repeat(300), 255))).toBe(254);
  });
});
