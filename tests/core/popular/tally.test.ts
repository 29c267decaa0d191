import { describe, expect, it } from 'vitest';
import { createRepeatTest } from '../../../src/core/popular/repeats.ts';
import {
  countRead,
  emptyTally,
  foldTally,
  hourLength,
  scoreHour,
  scoresAt,
  type Tally,
} from '../../../src/core/popular/tally.ts';

const at = (hour: number): number => hour * hourLength;
/** Reads as `[article, agent, hour, count]`. */
type Reads = readonly (readonly [string, number, number, number?])[];

function tallyOf(reads: Reads): Tally {
  const tally = emptyTally();
  for (const [slug, agent, hour, count = 1] of reads)
    for (let each = 0; each < count; each++) countRead(tally, slug, agent, at(hour));
  return tally;
}
const hourOf = (reads: Reads): Map<string, number> => scoreHour(tallyOf(reads).hours.get(0)!);

describe('a read', () => {
  it('weighs half after the half-life', () => {
    const tally = tallyOf([
      ['old', 1, 88],
      ['new', 1, 100],
    ]);
    const scores = scoresAt(tally, at(100.5), 12);
    expect(scores.get('new')! / scores.get('old')!).toBeCloseTo(2, 10);
    const later = scoresAt(tally, at(112.5), 12);
    expect(later.get('new')).toBeCloseTo(scores.get('new')! / 2, 10);
  });

  it('weighs the same whether its hour is folded or not', () => {
    const reads: Reads = [
      ['a', 1, 90, 4],
      ['b', 1, 90, 2],
      ['b', 2, 95, 9],
      ['a', 2, 95, 1],
      ['a', 3, 99, 3],
    ];
    const whole = scoresAt(tallyOf(reads), at(100), 12);
    let tally = emptyTally();
    for (const [slug, agent, hour, count = 1] of reads) {
      for (let each = 0; each < count; each++) countRead(tally, slug, agent, at(hour));
      tally = foldTally(tally, hour - 1, 12);
      tally = foldTally(tally, hour - 1, 12);
    }
    expect(tally.scores.size).toBe(2);
    const folded = scoresAt(tally, at(100), 12);
    for (const [slug, score] of whole) expect(folded.get(slug)).toBeCloseTo(score, 10);
  });

  it('that comes late counts for its own hour', () => {
    const late = foldTally(tallyOf([['a', 1, 100]]), 99, 12);
    countRead(late, 'b', 1, at(76));
    countRead(late, 'c', 1, at(76));
    expect(scoresAt(late, at(100), 12).get('b')).toBeLessThan(scoresAt(late, at(100), 12).get('a')! / 2);
  });
});

describe('a flood', () => {
  const ordinary: Reads = Array.from({ length: 40 }, (_, agent) => [
    ['first', agent, 0, 20] as const,
    ['second', agent, 0, 10] as const,
    ['third', agent, 0, 1] as const,
  ]).flat();
  const orderAfter = (flood: Reads): string[] =>
    [...hourOf([...ordinary, ...flood])].toSorted(([, a], [, b]) => b - a).map(([slug]) => slug);

  it('by one agent that reads nothing else raises nothing', () => {
    expect(orderAfter([['third', 999, 0, 100_000]])).toEqual(['first', 'second', 'third']);
  });

  it('by the agent of a real browser raises nothing', () => {
    expect(orderAfter([['third', 3, 0, 100_000]])).toEqual(['first', 'second', 'third']);
  });

  it('by ever new agents at most doubles an article, and some', () => {
    const flood = Array.from({ length: 50_000 }, (_, agent) => ['third', 1000 + agent, 0] as const);
    expect(orderAfter(flood)).toEqual(['first', 'second', 'third']);
    expect(hourOf([...ordinary, ...flood]).get('third')).toBeLessThanOrEqual(2 * hourOf(ordinary).get('third')! + 10);
  });
});

describe('the reads of one address', () => {
  it('count once in half an hour, and for eight agents', () => {
    const isNew = createRepeatTest();
    const minute = 60_000;
    expect(isNew('a', '1.2.3.4', 1, 0)).toBe(true);
    expect(isNew('a', '1.2.3.4', 1, 29 * minute)).toBe(false);
    expect(isNew('b', '1.2.3.4', 1, 29 * minute)).toBe(true);
    expect(isNew('a', '1.2.3.5', 1, 29 * minute)).toBe(true);
    expect(isNew('a', '1.2.3.4', 1, 31 * minute)).toBe(true);
    const agents = Array.from({ length: 100 }, (_, agent) => isNew('c', '1.2.3.4', agent, 0));
    expect(agents.filter(Boolean).length).toBe(8);
  });
});
