import { isLeapJalaaliYear, jalaaliMonthLength, toGregorian } from 'jalaali-js';
import { describe, expect, it } from 'vitest';
import { dateAt, formatDate, formatGregorianDate, parseDate } from '../../../src/core/dates/news-date.ts';
import { toLatinDigits } from '../../../src/core/text/persian.ts';
import { makeDate } from '../../support/make-site.ts';

const weekdays = ['یکشنبه', 'دوشنبه', 'سه\u200Cشنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'];
const months = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
const years = Array.from({ length: 201 }, (_, index) => 1300 + index);
const yearMonths = years.flatMap((year) => months.map((_, index) => [year, index + 1] as const));
const firstDay = Date.UTC(1921, 2, 21) / 86_400_000;
const days = yearMonths.flatMap(([year, month]) =>
  Array.from({ length: jalaaliMonthLength(year, month) }, (_, index) => [year, month, index + 1] as const),
);

describe('every day of 1300 to 1500', () => {
  it('matches the Gregorian day of jalaali-js, and follows the day before', () => {
    const wrong = days.filter(([year, month, day], index) => {
      const { gy, gm, gd } = toGregorian(year, month, day);
      const { iso, epoch } = makeDate(`${year}/${month}/${day}`);
      const dayNumber = Date.UTC(gy, gm - 1, gd) / 86_400_000;
      return (
        !iso.startsWith(`${gy}-${two(gm)}-${two(gd)}T0`) || dayNumber !== firstDay + index || Date.parse(iso) !== epoch
      );
    });
    expect(days).toHaveLength(73_414);
    expect(wrong).toEqual([]);
  });

  it('is the same day at its first and its last minute', () => {
    const wrong = days.filter(([year, month, day]) =>
      ['00:00', '23:59'].some((hour) => {
        const { jalali } = dateAt(makeDate(`${year}/${month}/${day} ${hour}`).epoch);
        return jalali.year !== year || jalali.month !== month || jalali.day !== day;
      }),
    );
    // The clocks skipped from 23:00 to midnight that day, so its last hour does not exist.
    expect(wrong).toEqual([[1356, 1, 1]]);
  });

  it('is formatted with weekday, day, month name and year', () => {
    const wrong: string[] = [];
    for (const [year, month, day] of days) {
      const date = makeDate(`${year}/${month}/${day}`);
      const { gy, gm, gd } = toGregorian(year, month, day);
      const weekday = weekdays[new Date(Date.UTC(gy, gm - 1, gd)).getUTCDay()];
      const shown = toLatinDigits(formatDate(date));
      if (shown !== `${weekday} ${day} ${months[month - 1]} ${year}`) wrong.push(`${year}/${month}/${day}: ${shown}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the months of 1300 to 1500', () => {
  it('have 31 days in the first half of the year, 30 in the second, and the year has 29 or 30 in Esfand', () => {
    for (const [year, month] of yearMonths) {
      const length = month <= 6 ? 31 : month < 12 || isLeapJalaaliYear(year) ? 30 : 29;
      const ends = [length, length + 1].map((day) => typeof parseDate(`${year}/${month}/${day}`));
      expect([year, month, ...ends]).toEqual([year, month, 'object', 'string']);
    }
  });

  it('include the leap years around today', () => {
    const leap = years.filter((year) => typeof parseDate(`${year}/12/30`) !== 'string');
    expect(leap.filter((year) => year >= 1387 && year <= 1424)).toEqual([
      1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424,
    ]);
    expect(leap).toEqual(years.filter((year) => isLeapJalaaliYear(year)));
  });

  it('begin with Nowruz on 20, 21 or 22 March', () => {
    const nowruz = years.map((year) => toLatinDigits(formatGregorianDate(makeDate(`${year}/01/01`))));
    expect(nowruz.filter((day) => !/^2[0-2] مارس \d{4}$/.test(day))).toEqual([]);
    expect(nowruz[1404 - 1300]).toBe('21 مارس 2025');
    expect(nowruz[1408 - 1300]).toBe('20 مارس 2029');
  });
});

function two(value: number): string {
  return String(value).padStart(2, '0');
}
