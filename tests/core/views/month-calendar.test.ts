import { describe, expect, it } from 'vitest';
import { dayAnchors, monthCalendar } from '../../../src/core/views/month-calendar.ts';
import type { ArchiveMonth } from '../../../src/core/site/site.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const sizes = { page: 2, feed: 30, related: 0, picks: 0, latest: 10 };
const monthOf = (...days: string[]): ArchiveMonth => {
  const articles = days.map((day, index) => makeArticle({ slug: `a${index}`, date: makeDate(day) }));
  return makeSite(articles, { sizes }).archive[0]!.months[0]!;
};
const daysOf = (month: ArchiveMonth) => monthCalendar(month).weeks.flat();
const numbersOf = (month: ArchiveMonth): string[] =>
  monthCalendar(month).weeks.map((week) => week.map((day) => day?.day ?? '-').join(' '));

describe('monthCalendar', () => {
  it('begins weeks on Saturday and leaves days of other months empty', () => {
    // 1 Mehr 1404 was a Tuesday, and Mehr has 30 days.
    expect(numbersOf(monthOf('1404/07/24'))).toEqual([
      '- - - 1 2 3 4',
      '5 6 7 8 9 10 11',
      '12 13 14 15 16 17 18',
      '19 20 21 22 23 24 25',
      '26 27 28 29 30 - -',
    ]);
  });

  it.each([
    ['1404/01/01', 31],
    ['1404/12/01', 29],
    ['1403/12/01', 30],
  ])('has all days of the month of %s: %i', (date, length) => {
    const days = daysOf(monthOf(date)).filter((day) => day !== undefined);
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length }, (_, index) => index + 1));
  });

  it('marks Fridays', () => {
    const fridays = daysOf(monthOf('1404/07/24')).filter((day) => day?.isFriday);
    expect(fridays.map((day) => day?.day)).toEqual([4, 11, 18, 25]);
  });

  it('links a day to the page that lists the newest of its articles', () => {
    const month = monthOf('1404/07/01', '1404/07/01', '1404/07/01', '1404/07/05', '1404/07/06');
    const linked = daysOf(month).filter((day) => day?.url);
    expect(linked.map((day) => [day?.day, day?.count, day?.url])).toEqual([
      [1, 3, '/archive/1404/07/#day-1'],
      [5, 1, '/archive/1404/07/#day-5'],
      [6, 1, '/archive/1404/07/#day-6'],
    ]);
    const longer = monthOf('1404/07/01', '1404/07/01', '1404/07/05', '1404/07/06', '1404/07/07');
    expect(daysOf(longer).find((day) => day?.day === 1)?.url).toBe('/archive/1404/07/page/1/#day-1');
  });

  it('links to the adjacent months', () => {
    const [newer, older] = makeSite([
      makeArticle({ slug: 'a', date: makeDate('1404/07/01') }),
      makeArticle({ slug: 'b', date: makeDate('1404/05/01') }),
    ]).archive[0]!.months;
    expect(monthCalendar(newer!, older)).toMatchObject({
      previous: { label: 'مرداد ۱۴۰۴', url: '/archive/1404/05/' },
      next: undefined,
    });
  });
});

describe('dayAnchors', () => {
  it('sets an anchor at the first article of each day', () => {
    const dates = ['1404/07/02', '1404/07/02', '1404/07/01'].map((day) => ({ date: makeDate(day) }));
    expect(dayAnchors(dates)).toEqual(['day-2', undefined, 'day-1']);
  });
});
