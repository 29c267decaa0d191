import { describe, expect, it } from 'vitest';
import { listSpellings, nearestSpelling, writeSpellings } from '../../../src/core/search/spellings.ts';

const lines = writeSpellings([
  listSpellings([
    ['تهران', 900],
    ['طهارت', 2],
    ['همکاری', 40],
    ['همکار', 60],
    ['آزادی', 30],
    ['ازادی', 3],
    ['خشک‌سالی', 20],
    ['سال', 800],
    ['۱۴۰۴', 70],
  ]),
  listSpellings([['تهران', 100]]),
]);

describe('nearestSpelling', () => {
  it.each([
    ['another letter of the sound', 'طهران', 'تهران'],
    ['a letter left out', 'همکري', 'همکاری'],
    ['a letter too many', 'تهراان', 'تهران'],
    ['two letters swapped', 'تهارن', 'تهران'],
    ['a half-space that the reader left out', 'خشکسالس', 'خشک‌سالی'],
    ['madda', 'ازادس', 'آزادی'],
    ['nothing near', 'ژغپخچ', undefined],
    ['too short a word', 'سا', undefined],
    ['no word', '', undefined],
  ])('corrects %s', (_, word, nearest) => expect(nearestSpelling(word, lines)).toBe(nearest));

  it('knows only words, each in its most common spelling, with counts over all periods', () => {
    expect(lines.split('\n')).toContain('تهران9');
    expect(lines).not.toContain('۱۴۰۴');
    expect(lines).not.toContain('ازادی');
    expect(nearestSpelling('تهران', '')).toBeUndefined();
  });
});
