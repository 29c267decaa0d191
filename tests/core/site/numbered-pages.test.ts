import { describe, expect, it } from 'vitest';
import {
  type ListPage,
  listPages,
  numberedUrl,
  type Pager,
  pagerOf,
  splitList,
} from '../../../src/core/site/numbered-pages.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

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

const latestOf = (count: number, page = 2) => {
  const articles = Array.from({ length: count }, (_, index) =>
    makeArticle({ slug: `a${index + 1}`, date: makeDate(`1404/07/${index + 1}`) }),
  );
  return makeSite(articles, { sizes: { page, feed: 30, related: 0, picks: 0, latest: 10 } }).latest;
};
const slugsOf = (pages: readonly ListPage[]): string[][] =>
  pages.map(({ articles }) => articles.map(({ slug }) => slug));

describe('listPages', () => {
  it('gives a short list one page and no links', () => {
    const pages = listPages(latestOf(2));
    expect(slugsOf(pages)).toEqual([['a2', 'a1']]);
    expect(pages[0]?.url).toBe('/latest/');
    expect(pagerOf(latestOf(2), undefined)).toEqual({ older: undefined, numbers: [], oldest: undefined });
  });

  it('gives numbered pages their URLs', () => {
    const [, first, second] = listPages(latestOf(6));
    expect(first).toMatchObject({ number: 1, url: '/latest/page/1/' });
    expect(second).toMatchObject({ number: 2, url: '/latest/page/2/' });
  });
});

describe('pagerOf', () => {
  const numbersOf = ({ numbers, oldest }: Pager): string =>
    [...numbers.map(({ number }) => number), ...(oldest ? ['…', oldest.number] : [])].join(' ');

  it("links the list's own page to its last number, and each number in both directions", () => {
    const list = latestOf(6);
    expect(pagerOf(list, undefined)).toMatchObject({ older: '/latest/page/2/' });
    expect(pagerOf(list, 1)).toMatchObject({ newest: '/latest/', newer: '/latest/page/2/', older: undefined });
    expect(pagerOf(list, 2)).toMatchObject({ newest: '/latest/', newer: '/latest/page/3/', older: '/latest/page/1/' });
  });

  it('shows the highest numbers and the lowest, without a gap that one number would fill', () => {
    expect(numbersOf(pagerOf(latestOf(6), undefined))).toBe('2 1');
    expect(numbersOf(pagerOf(latestOf(12), undefined))).toBe('5 4 3 2 1');
    expect(numbersOf(pagerOf(latestOf(20), undefined))).toBe('9 8 7 6 … 1');
    expect(numbersOf(pagerOf(latestOf(20), 9))).toBe('10 9 8 7 … 1');
    expect(numbersOf(pagerOf(latestOf(20), 4))).toBe('5 4 3 2 1');
    expect(numbersOf(pagerOf(latestOf(20), 1))).toBe('2 1');
  });

  it('changes neither a numbered page nor its links when the list grows', () => {
    const [before, after] = [latestOf(6), latestOf(9)];
    for (const number of [1, 2]) {
      expect(pagerOf(after, number)).toEqual(pagerOf(before, number));
      expect(slugsOf(listPages(after))[number]).toEqual(slugsOf(listPages(before))[number]);
    }
  });
});

describe('numberedUrl', () => {
  it('uses Latin digits', () => {
    expect(numberedUrl('/tags/x/', 12)).toBe('/tags/x/page/12/');
  });
});
