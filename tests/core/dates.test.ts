import { isLeapJalaaliYear, jalaaliMonthLength, toGregorian } from 'jalaali-js';
import { describe, expect, it } from 'vitest';
import {
  dateAt,
  formatDate,
  formatGregorianDate,
  formatShortDate,
  formatTime,
  monthName,
  type NewsDate,
  parseDate,
  toRfc822,
} from '../../src/core/dates.ts';

function read(text: string): NewsDate {
  const date = parseDate(text);
  if (typeof date === 'string') throw new Error(`${text}: ${date}`);
  return date;
}

describe('parseDate', () => {
  it.each([
    ['1404/07/24', '2025-10-16T00:00:00+03:30'],
    ['1404-7-4', '2025-09-26T00:00:00+03:30'],
    ['1404-07-24 10:30', '2025-10-16T10:30:00+03:30'],
    ['۱۴۰۴/۰۷/۲۴ ۱۰:۳۰', '2025-10-16T10:30:00+03:30'],
    ['١٤٠٤/٠٧/٢٤', '2025-10-16T00:00:00+03:30'],
    ['2025-10-16', '2025-10-16T00:00:00+03:30'],
    ['2025-10-16T10:30:15+03:30', '2025-10-16T10:30:15+03:30'],
    ['2025-10-16T10:30:00Z', '2025-10-16T14:00:00+03:30'],
    ['2025-10-16 23:59:59 -0500', '2025-10-17T08:29:59+03:30'],
    ['1403/12/30', '2025-03-20T00:00:00+03:30'],
    ['1404-02-31', '2025-05-21T00:00:00+03:30'],
  ])('reads %s', (text, iso) => {
    expect(read(text).iso).toBe(iso);
  });

  it.each([
    '1404/12/30',
    '2025-02-30',
    '1404/13/01',
    '1404/00/10',
    '1404/07/31',
    '2025-10-16 24:00',
    '1404/07/24 10:60',
  ])('knows that there is no %s', (text) => expect(parseDate(text)).toBe('impossible'));

  it.each([
    '',
    'دیروز',
    '24/07/1404',
    '1404/07',
    '1404-07/24',
    '2025-10-16T10',
    '1404/07/24 10:30 فردا',
    '99999/01/01',
  ])('does not know the form of «%s»', (text) => expect(parseDate(text)).toBe('form'));

  it('reads the hours of summers before 1401 with their own offset', () => {
    expect(read('1400/05/01 12:00').iso).toBe('2021-07-23T12:00:00+04:30');
    expect(read('1402/05/01 12:00').iso).toBe('2023-07-23T12:00:00+03:30');
  });

  it('stays on its day where the clocks skipped midnight', () => {
    const date = read('1400/01/02');
    expect(date.iso).toBe('2021-03-22T01:00:00+04:30');
    expect(formatDate(date)).toBe('دوشنبه ۲ فروردین ۱۴۰۰');
  });

  it('knows whether an hour was given', () => {
    expect(read('1404/07/24').hasTime).toBe(false);
    expect(read('1404/07/24 00:00').hasTime).toBe(true);
  });

  it('agrees with jalaali-js on every day of 1300 to 1500, and refuses the day after each month', () => {
    for (let year = 1300; year <= 1500; year++) {
      for (let month = 1; month <= 12; month++) {
        const length = jalaaliMonthLength(year, month);
        expect(parseDate(`${year}/${month}/${length + 1}`)).toBe('impossible');
        for (let day = 1; day <= length; day++) {
          const { gy, gm, gd } = toGregorian(year, month, day);
          const date = read(`${year}/${month}/${day}`);
          const gregorian = `${gy}-${String(gm).padStart(2, '0')}-${String(gd).padStart(2, '0')}`;
          if (!date.iso.startsWith(gregorian))
            throw new Error(`${year}/${month}/${day}: ${date.iso}, not ${gregorian}`);
          if (date.jalali.month !== month || date.jalali.day !== day) throw new Error(JSON.stringify(date));
        }
      }
    }
    expect([1399, 1403, 1404, 1408].map((year) => isLeapJalaaliYear(year))).toEqual([true, true, false, true]);
  });
});

describe('dates for readers and machines', () => {
  const date = read('1404/07/04 09:05');

  it('are written as Persian readers expect', () => {
    expect(formatDate(date)).toBe('جمعه ۴ مهر ۱۴۰۴');
    expect(formatShortDate(date)).toBe('۴ مهر ۱۴۰۴');
    expect(formatTime(date)).toBe('۰۹:۰۵');
    expect(formatGregorianDate(date)).toBe('۲۶ سپتامبر ۲۰۲۵');
  });

  it('are written in Latin digits for machines', () => {
    expect(toRfc822(date)).toBe('Fri, 26 Sep 2025 05:35:00 GMT');
  });

  it('come from moments as well', () => {
    expect(dateAt(date.epoch)).toEqual(date);
  });

  it('name the months', () => {
    expect([1, 2, 11, 12].map(monthName)).toEqual(['فروردین', 'اردیبهشت', 'بهمن', 'اسفند']);
  });
});
