import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexPeriod } from '../../../src/core/search/sharded/index-period.ts';
import { type CountedWords, readWordCounts, writeWordCounts } from '../../../src/core/words/word-counts.ts';
import { findTerms } from '../../../src/core/words/words.ts';
import { countRuns } from '../../support/runs.ts';

const pieces = [
  'کتاب',
  ' ',
  'ها',
  'می',
  'شود',
  '\u200C',
  'حمل‌ونقل',
  '\n',
  '۱۲٬۰۰۰',
  '۵/۴',
  'و',
  'C++',
  'كتابي',
  '،',
  '12.5',
  'از ',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })))
  .map((all) => all.join(''));

describe('writeWordCounts', () => {
  it('keeps each word and how often it occurs', () => {
    fc.assert(
      fc.property(text, (given) => {
        const words = findTerms(given);
        const read: string[] = [];
        readWordCounts({ counts: writeWordCounts(words) }, (word, count) => {
          expect(words).toContain(word);
          read.push(...Array.from({ length: count }, () => word.spelling));
        });
        expect(read.toSorted()).toEqual(words.map(({ spelling }) => spelling).toSorted());
      }),
      { numRuns: countRuns(300, 20_000) },
    );
  });

  it('gives the index that the texts give', () => {
    const known = (given: string): CountedWords => ({ counts: writeWordCounts(findTerms(given)) });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
        const of = (read: (given: string) => string | CountedWords): unknown =>
          indexPeriod(
            texts.map((given) => [[given.slice(0, 9), 20] as const, [read(given), 2] as const]),
            false,
          );
        expect(of(known)).toEqual(of((given) => given));
      }),
      { numRuns: countRuns(100, 5000) },
    );
  });

  it('counts a word that occurs more often than a weight can say', () => {
    const given = 'باران '.repeat(300);
    const of = (body: string | CountedWords): unknown => indexPeriod([[[body, 2]]], false);
    expect(of({ counts: writeWordCounts(findTerms(given)) })).toEqual(of(given));
  });
});
