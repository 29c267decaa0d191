import { describe, expect, it } from 'vitest';
import type { RelatedChoice } from '../../../src/core/related/choice.ts';
import type { RelatedItem } from '../../../src/core/related/features.ts';
import { indexFeatures } from '../../../src/core/related/inverted-index.ts';
import { forgetEntered, recall, type RelatedMemory, remember } from '../../../src/core/related/memory.ts';
import { createScores, refresh, type RelatedScores, scoreForOthers } from '../../../src/core/related/scores.ts';
import { viewArticles } from '../../../src/core/related/views.ts';

const dayTime = 86_400_000;
const makeItem = (slug: string, contentKey = `key of ${slug}`): RelatedItem => ({
  slug,
  epoch: 0,
  features: new Uint32Array(),
  contentKey,
});
const items = [...'abcd'].map((slug) => makeItem(slug));
const marks = Uint32Array.of(10, 20, 30, 40);
const choices: readonly RelatedChoice[] = [
  { ranks: [1, 2], floor: 5 },
  { ranks: [0, 3], floor: 6 },
  { ranks: [1, 0], floor: 7 },
  { ranks: [2, 1], floor: 8 },
];
const memory = JSON.parse(JSON.stringify(remember(items, 2, choices, marks))) as RelatedMemory;

describe('recall', () => {
  it('returns what was remembered, even through JSON', () => {
    expect(recall(items, 2, marks, memory)).toEqual({ choices, changed: [] });
  });

  it.each<[string, RelatedMemory | undefined, number]>([
    ['there is none', undefined, 2],
    ['it is of another version', { ...memory, version: memory.version + 1 }, 2],
    ['its lists are of another length', memory, 3],
  ])('treats all articles as new if %s', (_, before, count) => {
    expect(recall(items, count, marks, before)).toEqual({ choices: [], changed: [0, 1, 2, 3] });
  });

  it('forgets a changed article and the lists that contain it', () => {
    const edited = items.map((item) => (item.slug === 'd' ? makeItem('d', 'other') : item));
    expect(recall(edited, 2, marks, memory)).toEqual({
      choices: [choices[0], undefined, choices[2], undefined],
      changed: [3],
    });
  });

  it('forgets lists that contain a removed article and renumbers the rest', () => {
    expect(recall(items.slice(1), 2, marks.slice(1), memory)).toEqual({
      choices: [undefined, undefined, { ranks: [1, 0], floor: 8 }],
      changed: [],
    });
  });

  it('renumbers after an insertion', () => {
    const more = [items[0]!, makeItem('new'), ...items.slice(1)];
    expect(recall(more, 2, Uint32Array.of(10, 99, 20, 30, 40), memory)).toEqual({
      choices: [
        { ranks: [2, 3], floor: 5 },
        undefined,
        { ranks: [0, 4], floor: 6 },
        { ranks: [2, 0], floor: 7 },
        { ranks: [3, 2], floor: 8 },
      ],
      changed: [1],
    });
  });

  it('forgets the list of an article whose mark changed', () => {
    const seen = marks.with(2, 31);
    expect(recall(items, 2, seen, memory)).toEqual({
      choices: choices.map((choice, rank) => (rank === 2 ? undefined : choice)),
      changed: [],
    });
  });
});

describe('forgetEntered', () => {
  const count = 100;
  const newest = count - 1;
  const feature = (word: number): number => (Math.imul(word + 1, 0x9e3779b1) & 0xffffffc0) | 20;
  /** Articles a day apart; only the newest and article 90 share a feature. */
  const all = Array.from({ length: count }, (_, rank) => Uint32Array.of(feature(rank === newest ? 90 : rank)));
  const epochs = Float64Array.from(all, (_, rank) => rank * dayTime);
  const makeScores = (): RelatedScores => {
    const index = indexFeatures(all);
    return createScores(index, viewArticles(index, epochs, new Uint32Array(count), 4096), epochs);
  };
  const withFloor = (floor: number): RelatedChoice[] => all.map(() => ({ ranks: [0], floor }));
  const forgotten = (known: readonly (RelatedChoice | undefined)[]): number[] =>
    known.flatMap((choice, rank) => (choice ? [] : [rank]));

  const scores = makeScores();
  scoreForOthers(scores, newest, all[newest]!);
  const score = refresh(scores.sums[90]!, epochs, 90, newest);

  it('forgets a list if a new article reaches its floor', () => {
    expect(score).toBeGreaterThan(0);
    const enter = (floor: number): number[] =>
      forgotten(forgetEntered(makeScores(), all, { choices: withFloor(floor), changed: [newest] }));
    expect(enter(score + 1)).toEqual([]);
    expect(enter(score)).toEqual([90]);
    expect(enter(1)).toEqual([90]);
  });

  it('forgets lists completed from the section', () => {
    const completed = withFloor(score + 1).with(7, { ranks: [0], floor: 0 });
    expect(forgotten(forgetEntered(makeScores(), all, { choices: completed, changed: [] }))).toEqual([7]);
  });

  it('keeps forgotten lists forgotten', () => {
    const known = [...withFloor(score + 1)].map((choice, rank) => (rank === 90 ? undefined : choice));
    expect(forgotten(forgetEntered(makeScores(), all, { choices: known, changed: [newest] }))).toEqual([90]);
  });

  it('starts over if more than 2% of the articles changed', () => {
    const kept = (changed: number[]): number =>
      forgetEntered(makeScores(), all, { choices: withFloor(score + 1), changed }).length;
    expect(kept([newest, 98])).toBe(count);
    expect(kept([newest, 98, 97])).toBe(0);
  });

  it('clears the scores and does not modify its input', () => {
    const used = makeScores();
    const given = Object.freeze(withFloor(1));
    forgetEntered(used, all, { choices: given, changed: [newest] });
    expect(used.touched).toBe(0);
    expect(used.sums.every((sum) => sum === 0)).toBe(true);
    expect(forgotten(given)).toEqual([]);
  });
});
