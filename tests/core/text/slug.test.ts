import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, cutSlug, maxSlugBytes, slugify } from '../../../src/core/text/slug.ts';
import { createUrls, encodePath } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 1404;
// Characters that occur in real names or break rules: half-space, joiner, grapheme joiner, kashida, vowel signs, loose
// hamzas and accents, a presentation form, enclosing and variation marks, letters outside the basic plane.
const troublesome = fc.constantFrom(
  ...'ابپهیيكکآأؤئۀةء۱٤5 -_/.،؟«»aBİΣßé',
  ...'\u200C\u200D\u034F\u0640\u064B\u0651\u0670\u0653\u0654\u0655\u0301\uFEFB\u20E3\uFE0F\u3164\u{1F600}\u{1D400}\u{10400}',
);
const names = fc.oneof(
  fc.string({ unit: troublesome, maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const check = <Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void): void =>
  fc.assert(
    fc.property(values, (value) => {
      holds(value);
    }),
    { seed, numRuns: countRuns(600, 6000) },
  );

describe('slugify', () => {
  it.each([
    ['حمل‌ونقل شهري ۱۴۰۴', 'حمل-ونقل-شهری-1404'],
    ['  Tehran_Metro (خط ۸)!', 'tehran-metro-خط-8'],
    ['مؤسّسهٔ علوم', 'مؤسسه-علوم'],
    ['رئیس‌جمهور', 'رئیس-جمهور'],
    ['حجة‌الاسلام', 'حجه-الاسلام'],
    ['❤\uFE0F تهران 1\uFE0F\u20E3', 'تهران-1'],
    ['\u0301پل', 'پل'],
    ['؟!', ''],
    ['../../etc/passwd', 'etc-passwd'],
  ])('converts «%s» to the slug «%s»', (text, slug) => expect(slugify(text)).toBe(slug));

  it.each([
    ['letters of other keyboards', 'ايران كهن', 'ایران کهن'],
    ['half-spaces, spaces and punctuation', 'حمل‌ونقل، شهری', 'حمل ونقل - شهری'],
    ['case', 'iPhone AIR', 'IPHONE air'],
    ['digits', 'خط ۸', 'خط ٨'],
    ['the ways to write the link after ه', 'خانۀ ما', 'خانهٔ ما'],
    ['vowel signs', 'مُحمَّد', 'محمد'],
    ['kashida', 'تهــران', 'تهران'],
  ])('ignores %s', (_, one, other) => expect(slugify(one)).toBe(slugify(other)));

  it(`is idempotent (seed ${seed})`, () => {
    check(names, (text) => expect(slugify(slugify(text))).toBe(slugify(text)));
  });

  it(`consists of letters with their marks, digits and single hyphens in between (seed ${seed})`, () => {
    check(names, (text) => expect(slugify(text)).toMatch(/^(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-(?=[^-])|$))*$/u));
  });

  it(`is the same for composed and decomposed text, and in NFC itself (seed ${seed})`, () => {
    check(names, (text) => {
      const slug = slugify(text);
      expect(slugify(text.normalize('NFD'))).toBe(slug);
      expect(slugify(text.normalize('NFC'))).toBe(slug);
      expect(slug.normalize('NFC')).toBe(slug);
    });
  });

  it(`survives encoding in the URL of its page (seed ${seed})`, () => {
    const urls = createUrls('https://example.org/paper');
    check(names, (text) => {
      const slug = slugify(text);
      const path = urls.page('tags', slug);
      expect(path).toMatch(/^[!-~]+$/);
      expect(decodeURIComponent(new URL(urls.absolute(path)).pathname)).toBe(`/paper/tags/${slug}/`);
      expect(encodePath(path)).toBe(path);
    });
  });

  it(`contains the words of the text in order (seed ${seed})`, () => {
    const word = fc.string({ unit: fc.constantFrom(...'ابپتجچدرسشکگلمنوهیabc019'), minLength: 1, maxLength: 8 });
    const gap = fc.constantFrom(' ', '\u200C', '، ', ' «', '» ', ' / ', '_', ' - ');
    check(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 }), (parts) => {
      expect(slugify(parts.flat().join('')).split('-')).toEqual(parts.map(([own]) => own));
    });
  });
});

describe('cutSlug', () => {
  it('cuts at a word boundary, by bytes', () => {
    expect(cutSlug('شهر-بزرگ-ما', 16)).toBe('شهر-بزرگ');
    expect(cutSlug('شهر-بزرگ-ما', 15)).toBe('شهر-بزرگ');
    expect(cutSlug('شهر-بزرگ-ما', 14)).toBe('شهر');
    expect(cutSlug('شهر', 255)).toBe('شهر');
    expect(byteLength(cutSlug('ا'.repeat(300), 255))).toBe(254);
  });

  it('separates neither a letter from its marks, nor the bytes of a letter', () => {
    expect(cutSlug('x\u0301'.repeat(2), 5)).toBe('x\u0301');
    expect(cutSlug('\u{10428}'.repeat(2), 7)).toBe('\u{10428}');
  });

  it(`returns a prefix that is itself a slug, within the byte limit (seed ${seed})`, () => {
    const long = fc.string({ unit: troublesome, minLength: 100, maxLength: 400 }).map(slugify);
    check(fc.tuple(long, fc.integer({ min: 8, max: maxSlugBytes })), ([slug, bytes]) => {
      const cut = cutSlug(slug, bytes);
      const rest = slug.slice(cut.length);
      expect(slug.startsWith(cut)).toBe(true);
      expect(slugify(cut)).toBe(cut);
      expect(byteLength(cut)).toBeLessThanOrEqual(bytes);
      expect(rest).not.toMatch(/^[\p{M}\uDC00-\uDFFF]/u);
      if (cut.includes('-')) expect(rest).toMatch(/^(?:-|$)/);
    });
  });
});
