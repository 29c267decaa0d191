import { describe, expect, it } from 'vitest';
import { splitList } from '../../../src/core/site/numbered-pages.ts';

const items = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index);

describe('splitList', () => {
  it('keeps everything together while there are fewer than two pages', () => {
    expect(splitList(items(0), 5)).toEqual({ newest: [], pages: [] });
    expect(splitList(items(9), 5)).toEqual({ newest: items(9), pages: [] });
  });

  it('puts the oldest items on page 1', () => {
    expect(splitList(items(12), 5)).toEqual({ newest: [12, 11, 10, 9, 8, 7, 6], pages: [[5, 4, 3, 2, 1]] });
  });

  it('contains each item once, on full pages, at any length', () => {
    for (let count = 0; count < 60; count++) {
      const { newest, pages } = splitList(items(count), 7);
      expect([...newest, ...pages.toReversed().flat()]).toEqual(items(count));
      expect(pages.every((page) => page.length === 7)).toBe(true);
      expect(newest.length).toBeLessThan(14);
    }
  });

  it('never changes a page when an item is added', () => {
    for (let count = 0; count < 60; count++) {
      const before = splitList(items(count), 7).pages;
      expect(splitList(items(count + 1), 7).pages.slice(0, before.length)).toEqual(before);
    }
  });
});
