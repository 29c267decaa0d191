import { describe, expect, it } from 'vitest';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const dates = ['1403/12/29', '1404/01/01', '1404/01/31', '1404/10/05', '1404/10/06'];
const { archive } = makeSite(
  dates.map((date, index) => makeArticle({ slug: `n${index}`, date: makeDate(date) })),
  { sizes: { page: 2, feed: 30, related: 5, picks: 5, latest: 10 } },
);

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

  it('holds each article once, newest first', () => {
    const slugs = archive.flatMap(({ months }) => months.map(({ newest }) => newest.map(({ slug }) => slug)));
    expect(slugs).toEqual([['n4', 'n3'], ['n2', 'n1'], ['n0']]);
  });
});
