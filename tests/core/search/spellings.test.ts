import { describe, expect, it } from 'vitest';
import { listSpellings, writeSpellings } from '../../../src/core/search/spellings.ts';

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

describe('writeSpellings', () => {
  it('lists only words, each in its most common spelling, with counts over all periods', () => {
    expect(lines.split('\n')).toContain('تهران9');
    expect(lines).not.toContain('۱۴۰۴');
    expect(lines).not.toContain('ازادی');
  });
});
