import { describe, expect, it } from 'vitest';
import { listCorrections } from '../../../src/core/site/corrections.ts';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const correction = (day: string, text: string) => ({ date: makeDate(day), text });
const site = makeSite(
  [
    makeArticle({ slug: 'new', date: makeDate('1404/07/20'), corrections: [correction('1404/07/21', 'ب')] }),
    makeArticle({
      slug: 'old',
      date: makeDate('1404/07/01'),
      corrections: [correction('1404/07/02', 'الف'), correction('1404/07/25', 'پ')],
    }),
  ],
  { sizes: { page: 1, feed: 30, related: 0, picks: 0, latest: 10 } },
);

describe('corrections', () => {
  it('are listed newest first, regardless of the dates of their articles', () => {
    const { newest, count } = listCorrections(site.articles, 20, site.urls);
    expect(newest.map(({ text, article }) => [text, article.slug])).toEqual([
      ['پ', 'old'],
      ['ب', 'new'],
      ['الف', 'old'],
    ]);
    expect(count).toBe(3);
  });

  it('have numbered pages that never shift', () => {
    const views = siteRoutes(site).corrections.map(({ props: { view } }) => [
      view.url,
      ...view.articles.map(({ text }) => text),
    ]);
    expect(views).toEqual([
      ['/corrections/', 'پ'],
      ['/corrections/page/1/', 'الف'],
      ['/corrections/page/2/', 'ب'],
    ]);
  });

  it('have a page even if there are none', () => {
    expect(siteRoutes(makeSite()).corrections).toHaveLength(1);
  });
});
