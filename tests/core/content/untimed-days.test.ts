import { describe, expect, it } from 'vitest';
import { findUntimedDays } from '../../../src/core/content/check-dates.ts';
import { makeArticle, makeDate } from '../../support/make-site.ts';

const datePlaces = { date: { line: 3, column: 7 } };

function daysOf(...articles: (string | Parameters<typeof makeArticle>[0])[]): string[] {
  const made = articles.map((given, index) =>
    makeArticle(
      typeof given === 'string'
        ? { slug: `${index}`, date: makeDate(given), datePlaces }
        : { slug: `${index}`, datePlaces, ...given },
    ),
  );
  return findUntimedDays(made).map(({ file, line, column, field, id, values }) =>
    [file.replace(/^.*\/|\.md$/g, ''), line, column, field, id, ...Object.values(values)].join(' '),
  );
}

describe('findUntimedDays', () => {
  it('warns once per day, at the newest article', () => {
    expect(daysOf('1404/07/24', '1404/07/25', '1404/07/24', '2025-10-16', '1404/07/25', '1404/07/26')).toEqual([
      '4 3 7 date day-without-hours 2 1404/07/25',
      '3 3 7 date day-without-hours 3 1404/07/24',
    ]);
  });

  it('ignores articles with a time (midnight included) or an order, and drafts', () => {
    const date = makeDate('1404/07/24');
    expect(
      daysOf('1404/07/24', '1404/07/24 00:00', '1404/07/24 10:30', { date, order: 1 }, { date, draft: true }),
    ).toEqual([]);
  });

  it('lists ten days of an archive and counts the rest', () => {
    const days = Array.from({ length: 14 }, (_, index) => `1404/07/${10 + index}`);
    const found = daysOf(...days, ...days, '1404/07/10');
    expect(found).toHaveLength(11);
    expect(found.at(-1)).toBe('17 3 7 date days-without-hours 4 9 1404/07/13');
  });
});
