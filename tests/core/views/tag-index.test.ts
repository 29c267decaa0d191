import { describe, expect, it } from 'vitest';
import { indexTags } from '../../../src/core/views/tag-index.ts';

const tag = (label: string, count: number) => ({ label, url: `/tags/${label}/`, count });
const many = Array.from({ length: 29 }, (_, index) => tag(`ب${String(index).padStart(2, '0')}`, 2 + (index % 3)));

describe('the index of tags', () => {
  it('is shown whole while it is short', () => {
    const { frequent, groups } = indexTags([tag('آب', 1), ...many]);
    expect(frequent).toEqual([]);
    expect(groups.map(({ letter, items, rare }) => [letter, items.length, rare.length])).toEqual([
      ['آ', 1, 0],
      ['ب', 29, 0],
    ]);
  });

  it('begins with the thirty most used tags, those with as many articles by the alphabet', () => {
    const { frequent } = indexTags([tag('آب', 1), tag('آتش', 9), ...many, tag('پل', 1)]);
    expect(frequent).toHaveLength(30);
    expect(frequent.map(({ count }) => count)).toEqual(frequent.map(({ count }) => count).toSorted((a, b) => b - a));
    expect(frequent.slice(0, 3).map(({ label }) => label)).toEqual(['آتش', 'ب02', 'ب05']);
  });

  it('folds tags with one article under their letter, and loses none', () => {
    const tags = [tag('آب', 1), tag('آتش', 9), ...many, tag('پل', 1)];
    const { groups } = indexTags(tags);
    expect(groups.map(({ letter, items, rare }) => [letter, items.length, rare.length])).toEqual([
      ['آ', 1, 1],
      ['ب', 29, 0],
      ['پ', 0, 1],
    ]);
    expect(
      groups.flatMap(({ items, rare }) => [...items, ...rare]).toSorted((a, b) => (a.label < b.label ? -1 : 1)),
    ).toEqual(tags.toSorted((a, b) => (a.label < b.label ? -1 : 1)));
    expect(new Set(groups.map(({ id }) => id)).size).toBe(3);
  });
});
