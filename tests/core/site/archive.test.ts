import { describe, expect, it } from 'vitest';
import { buildArchive } from '../../../src/core/site/archive.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const dates = ['1403/12/29', '1404/01/01', '1404/01/31', '1404/10/05', '1404/10/06'];
const site = makeSite(
  dates.map((date, index) => makeArticle({ slug: `n${index}`, date: makeDate(date) })),
  { sizes: { page: 2, feed: 30, related: 5, picks: 5, latest: 10 } },
);
const archive = buildArchive(site.articles, 2, site.urls);

describe('the archive', () => {
  it('has years and months of the Jalali calendar, the newest first', () => {
    expect(archive.map(({ year, months }) => [year, months.map(({ month }) => month)])).toEqual([
      [1404, [10, 1]],
      [1403, [12]],
    ]);
  });

  it('counts, names and addresses them', () => {
    expect(archive[0]).toMatchObject({ label: '۱۴۰۴', url: '/archive/1404/', count: 4 });
    expect(archive[0]!.months[1]).toMatchObject({
      year: 1404,
      label: 'فروردین ۱۴۰۴',
      url: '/archive/1404/01/',
      count: 2,
    });
    expect(archive[0]!.months[0]!.url).toBe('/archive/1404/10/');
  });

  it('is the one that the site has', () => {
    expect(site.archive).toEqual(archive);
  });

  it('lies below the base path of the site', () => {
    const [year] = buildArchive(site.articles, 2, createUrls('https://example.org/paper'));
    expect([year!.url, year!.months[1]!.url]).toEqual(['/paper/archive/1404/', '/paper/archive/1404/01/']);
  });

  it('has no years without articles', () => {
    expect(buildArchive([], 2, site.urls)).toEqual([]);
  });

  it('splits a month into numbered pages', () => {
    const month = buildArchive(site.articles, 1, site.urls)[0]!.months[0]!;
    expect(month.newest.map(({ slug }) => slug)).toEqual(['n4']);
    expect(month.pages.map((page) => page.map(({ slug }) => slug))).toEqual([['n3']]);
  });

  it('holds each article once, newest first', () => {
    const slugs = archive.flatMap(({ months }) => months.map(({ newest }) => newest.map(({ slug }) => slug)));
    expect(slugs).toEqual([['n4', 'n3'], ['n2', 'n1'], ['n0']]);
  });
});
