import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumberer } from '../../../../src/core/search/tables/labels.ts';
import { numberDay, type SearchPeriod, splitPeriods } from '../../../../src/core/search/sharded/periods.ts';
import { makeArticle, makeDate, makeSite } from '../../../support/make-site.ts';

const seed = 1404;

/** Days with `perDay` articles each, from a year on; months have 30 days here. */
function daysFrom(year: number, count: number, perDay: number): number[] {
  return Array.from({ length: count * perDay }, (_, index) => {
    const day = Math.floor(index / perDay);
    return numberDay({
      year: year + Math.floor(day / 360),
      month: 1 + (Math.floor(day / 30) % 12),
      day: 1 + (day % 30),
    });
  });
}

const namesOf = (periods: readonly SearchPeriod[]): string[] => periods.map(({ name }) => name);
const sizesOf = (periods: readonly SearchPeriod[]): number[] => periods.map(({ start, end }) => end - start);

describe('splitPeriods', () => {
  it.each([
    ['nothing', [], []],
    ['few articles', daysFrom(1404, 12, 2), ['all']],
    ['two years', daysFrom(1403, 720, 1), ['until-140411', 'since-14041201']],
    [
      'ten years',
      daysFrom(1395, 3600, 3),
      [
        '1392-1395',
        '1396-1397',
        '1398-1399',
        '1400-1401',
        '1402-1403',
        '140401-140407',
        '14040801-14041215',
        'since-14041216',
      ],
    ],
    [
      'ten years of a large newsroom',
      daysFrom(1395, 3600, 25),
      [
        '1392-1395',
        '1396',
        '1397',
        '1398',
        '1399',
        '1400',
        '1401',
        '1402',
        '1403',
        '140401-140411',
        '14041201-14041229',
        'since-14041230',
      ],
    ],
  ])('names the periods of %s', (_, days, names) => expect(namesOf(splitPeriods(days))).toEqual(names));

  it('keeps the newest period small and the others few, regardless of the amount of news', () => {
    for (const perDay of [1, 3, 10, 30, 60]) {
      for (const count of [400, 3000, 3653]) {
        const days = daysFrom(1394, count, perDay);
        const sizes = sizesOf(splitPeriods(days));
        expect(sizes.at(-1)).toBeLessThanOrEqual(Math.max(48, 24 + perDay));
        expect(sizes.length).toBeLessThanOrEqual(16);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.max(4096, days.length / 4));
      }
    }
  });

  it('leaves past periods unchanged while news arrives, except on a few days a year', () => {
    const days = daysFrom(1395, 3600, 3);
    let moved = 0;
    for (let day = 3000; day < 3600; day++) {
      const [before, after] = [days.slice(0, day * 3), days.slice(0, (day + 1) * 3)].map(splitPeriods);
      const past = namesOf(before!.slice(0, -1));
      if (past.some((name, index) => namesOf(after!)[index] !== name)) moved++;
    }
    expect(moved).toBeLessThan(600 / 7);
  });

  it('leaves past periods unchanged when an article comes after a long pause', () => {
    const days = daysFrom(1395, 3600, 3);
    const past = namesOf(splitPeriods(days)).slice(0, -1);
    for (const year of [1405, 1408, 1424])
      expect(namesOf(splitPeriods([...days, numberDay({ year, month: 1, day: 1 })])).slice(0, -1)).toEqual(past);
  });

  it('changes only one period when an old article is deleted', () => {
    const days = daysFrom(1395, 3600, 3);
    const before = splitPeriods(days);
    const after = splitPeriods(days.toSpliced(4000, 1));
    expect(namesOf(after)).toEqual(namesOf(before));
    const sizes = sizesOf(before);
    expect(sizesOf(after).filter((size, index) => size !== sizes[index]).length).toBe(1);
  });

  it(`puts each article into one period, in order, and no day into two (seed ${seed})`, () => {
    const day = fc.record({
      year: fc.integer({ min: 1390, max: 1410 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 300 }), (dates) => {
        const days = dates.map(numberDay).toSorted((a, b) => a - b);
        const periods = splitPeriods(days);
        expect(periods.flatMap(({ start, end }) => days.slice(start, end))).toEqual(days);
        expect(periods.map(({ isNewest }) => isNewest)).toEqual(
          periods.map((_, index) => index === periods.length - 1),
        );
        const sets = periods.map(({ start, end }) => new Set(days.slice(start, end)));
        expect(sets.reduce((sum, { size }) => sum + size, 0)).toBe(new Set(days).size);
        expect(new Set(namesOf(periods)).size).toBe(periods.length);
      }),
      { seed },
    );
  });
});

describe('createNumberer', () => {
  it('numbers labels by the first period that has them, so that newer ones do not change older numbers', () => {
    const [older, newer] = makeSite(
      ['1401/01/01', '1404/01/01'].map((date, index) =>
        makeArticle({ slug: `s-${index}`, date: makeDate(date), tags: [`برچسب ${index}`, 'آب'] }),
      ),
    ).articles.toReversed();
    const { add, numbersOf } = createNumberer();
    expect(add([older!])).toEqual({ sections: [], sources: ['ایسنا'], tags: ['برچسب 0', 'آب'] });
    expect(numbersOf(older!)).toEqual({ section: 0, source: 0, tags: [0, 1] });
    expect(add([newer!])).toEqual({ sections: [], sources: [], tags: ['برچسب 1'] });
    expect(numbersOf(newer!)).toEqual({ section: 0, source: 0, tags: [1, 2] });
  });
});
