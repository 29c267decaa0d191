import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeEntries } from '../../../src/core/live/entry-moments.ts';
import { readEntryTime } from '../../../src/core/live/entry-time.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 20261201);
const dayLength = 24 * 60;
const start = Date.UTC(2026, 10, 29) / 60_000;
/** Place entries; each as the number of its day from the start, and its time. */
function place(
  headings: readonly string[],
  from = 0,
): { days: string[]; disordered: readonly number[]; isNewestFirst: boolean } {
  const { minutes, ...found } = placeEntries(
    headings.map((heading) => readEntryTime(heading)!),
    start + from,
  );
  return { days: minutes.map((moment) => `${Math.floor((moment - start) / dayLength)}`), ...found };
}

describe('the days of entries', () => {
  it('go on past midnight, in both directions', () => {
    const times = ['18:00', '23:50', '00:10', '01:00', '20:00', '00:05'];
    expect(place(times)).toEqual({ days: ['0', '0', '1', '1', '1', '2'], disordered: [], isNewestFirst: false });
    expect(place(times.toReversed())).toEqual({
      days: ['2', '1', '1', '1', '0', '0'],
      disordered: [],
      isNewestFirst: true,
    });
  });

  it('begin with the coverage, on the next day where it begins before midnight', () => {
    expect(place(['00:10'], 23 * 60).days).toEqual(['1']);
    expect(place(['14:30'], 18 * 60).days).toEqual(['0']);
    expect(place(['14:30'], dayLength + 60).days).toEqual(['1']);
  });

  it('may be written', () => {
    expect(place(['18:00', '1405/09/10 08:00', '09:00', '1405/09/08 20:00']).days).toEqual(['0', '2', '2', '0']);
    expect(place(['1405/09/10 08:00', '1405/09/09 08:00', '1405/09/08 08:00']).isNewestFirst).toBe(true);
  });

  it('are the same for entries in disorder, which are named', () => {
    expect(place(['14:30', '14:10', '15:00', '15:30'])).toEqual({
      days: ['0', '0', '0', '0'],
      disordered: [1],
      isNewestFirst: false,
    });
    expect(place(['14:30', '14:30', '14:30']).disordered).toEqual([]);
  });

  it(`are found for any coverage without a pause of half a day (SEED=${seed})`, () => {
    const steps = fc.array(fc.integer({ min: 0, max: dayLength / 2 - 1 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: dayLength - 1 }), fc.boolean(), (gaps, from, isReversed) => {
        fc.pre(gaps.some((gap) => gap > 0));
        let moment = start + from;
        const moments = gaps.map((gap) => (moment += gap));
        const order = isReversed ? moments.toReversed() : moments;
        const times = order.map((each) => ({ minutes: each % dayLength, isPinned: false, length: 5 }));
        const { minutes, isNewestFirst, disordered } = placeEntries(times, start + from);
        // One entry, or several of one minute, have no direction.
        if (new Set(moments).size < 2) return;
        expect([minutes, isNewestFirst, disordered]).toEqual([order, isReversed, []]);
      }),
      { seed, numRuns: countRuns(300, 5000) },
    );
  });
});
