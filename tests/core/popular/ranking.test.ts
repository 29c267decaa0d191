import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankArticles } from '../../../src/core/popular/ranking.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 20261201);
const rank = (scores: Record<string, number>, before: readonly string[] = [], most = 3): readonly string[] =>
  rankArticles(new Map(Object.entries(scores)), before, most);

it('orders by score, at equal ones by name', () => {
  expect(rank({ c: 1, a: 2, b: 1, d: 9 })).toEqual(['d', 'a', 'b']);
  expect(rank({})).toEqual([]);
});

it('lets an article overtake one of the list by a tenth more only', () => {
  expect(rank({ a: 100, b: 109, c: 1 }, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(rank({ a: 100, b: 111, c: 1 }, ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
  expect(rank({ a: 100, b: 90, c: 50, d: 54 }, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  expect(rank({ a: 100, b: 90, c: 50, d: 56 }, ['a', 'b', 'c'])).toEqual(['a', 'b', 'd']);
});

it('drops articles that may not be listed any more', () => {
  expect(rank({ b: 2, c: 1 }, ['a', 'b', 'c'])).toEqual(['b', 'c']);
});

it('has no article twice, none without a score, and stays where it is', () => {
  const scores = fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.integer({ min: 0, max: 20 }));
  fc.assert(
    fc.property(scores, scores, (first, second) => {
      const before = rank(first, [], 4);
      const after = rank(second, before, 4);
      expect(new Set(after).size).toBe(after.length);
      expect(after.every((slug) => (second[slug] ?? 0) > 0)).toBe(true);
      expect(after.length).toBe(Math.min(4, Object.values(second).filter((score) => score > 0).length));
      expect(rank(second, after, 4)).toEqual(after);
    }),
    { seed, numRuns: countRuns(200, 5000) },
  );
});
