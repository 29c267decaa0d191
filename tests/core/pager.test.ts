import { describe, expect, it } from 'vitest';
import { listPages, numberedUrl } from '../../src/core/pager.ts';
import { makeArticle, makeDate, makeSite } from './make-site.ts';

const latestOf = (count: number, page = 2) => {
  const articles = Array.from({ length: count }, (_, index) =>
    makeArticle({ slug: `a${index + 1}`, date: makeDate(`1404/07/${index + 1}`) }),
  );
  return makeSite(articles, { sizes: { page, feed: 30, related: 0, picks: 0, latest: 10 } }).latest;
};
const slugsOf = (pages: ReturnType<typeof listPages>): string[][] =>
  pages.map(({ articles }) => articles.map(({ slug }) => slug));

describe('listPages', () => {
  it('gives a short list one page and no ways on', () => {
    const pages = listPages(latestOf(2));
    expect(slugsOf(pages)).toEqual([['a2', 'a1']]);
    expect(pages[0]).toMatchObject({ url: '/latest/', pager: { older: undefined } });
  });

  it("leads from the list's own page to its last number, and from each number both ways", () => {
    const [own, first, second] = listPages(latestOf(6));
    expect(own?.pager).toEqual({ older: '/latest/page/2/' });
    expect(first).toMatchObject({ number: 1, url: '/latest/page/1/' });
    expect(first?.pager).toEqual({ newest: '/latest/', newer: '/latest/page/2/', older: undefined });
    expect(second?.pager).toEqual({ newest: '/latest/', newer: '/latest/page/3/', older: '/latest/page/1/' });
  });

  it('changes neither a numbered page nor its ways on when the list grows', () => {
    const [, ...before] = listPages(latestOf(6));
    const [, ...after] = listPages(latestOf(9));
    const shownBy = (pages: typeof before): unknown[] =>
      pages.map(({ pager }, index) => [slugsOf(pages)[index], pager]);
    expect(shownBy(after.slice(0, before.length))).toEqual(shownBy(before));
  });
});

describe('numberedUrl', () => {
  it('writes the number in Latin digits', () => {
    expect(numberedUrl('/tags/x/', 12)).toBe('/tags/x/page/12/');
  });
});
