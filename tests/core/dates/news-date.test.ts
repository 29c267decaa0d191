import { describe, expect, it } from 'vitest';
import {
  dateAt,
  formatDate,
  formatGregorianDate,
  formatGregorianSpan,
  formatTime,
  monthName,
  type NewsDate,
  parseDate,
  toRfc822,
} from '../../../src/core/dates/news-date.ts';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';

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
    ['1404.07.24', '2025-10-16T00:00:00+03:30'],
    ['1404/7/4 9:05', '2025-09-26T09:05:00+03:30'],
    ['1404.07.24 10:30:15', '2025-10-16T10:30:15+03:30'],
    ['۱۴۰۴-۰۷-۲۴ ۱۰:۳۰:۱۵', '2025-10-16T10:30:15+03:30'],
    ['١٤٠٤.٠٧.٢٤ ١٠:٣٠', '2025-10-16T10:30:00+03:30'],
    ['۱۴۰۴/۰۷/۲۴، ۱۰:۳۰', '2025-10-16T10:30:00+03:30'],
    ['1404/07/24 - 10:30', '2025-10-16T10:30:00+03:30'],
    ['1404-07-24T10:30+03:30', '2025-10-16T10:30:00+03:30'],
    ['  1404/07/24 23:59  ', '2025-10-16T23:59:00+03:30'],
    ['\u200F1404/07/24\u200E 10:30', '2025-10-16T10:30:00+03:30'],
    ['2025/10/16 10:30', '2025-10-16T10:30:00+03:30'],
    ['2025.10.16', '2025-10-16T00:00:00+03:30'],
    ['۲۰۲۵-۱۰-۱۶', '2025-10-16T00:00:00+03:30'],
    ['2025-10-16T10:30', '2025-10-16T10:30:00+03:30'],
    ['2025-10-16T10:30:15.250+03:30', '2025-10-16T10:30:15+03:30'],
    ['2025-10-16t07:00z', '2025-10-16T10:30:00+03:30'],
    ['2025-10-16T00:00:00-08:00', '2025-10-16T11:30:00+03:30'],
    ['2025-10-16T20:30:00Z', '2025-10-17T00:00:00+03:30'],
    ['2024-02-29', '2024-02-29T00:00:00+03:30'],
  ])('parses %s', (text, iso) => {
    expect(read(text).iso).toBe(iso);
  });

  it.each([
    '1404/12/30',
    '1403/12/31',
    '1404/01/32',
    '1404/07/00',
    '2025-02-30',
    '2025-02-29',
    '1404/13/01',
    '1404/00/10',
    '1404/07/31',
    '2025-10-16 24:00',
    '1404/07/24 10:60',
    '1404/07/24 10:30:60',
    '2025-10-16T10:30:00+15:00',
    '2025-10-16T10:30:00+03:60',
    '3001-01-01',
  ])('rejects the nonexistent %s', (text) => expect(parseDate(text)).toBe('impossible'));

  it.each([
    '',
    'دیروز',
    '24/07/1404',
    '1404/07',
    '1404-07/24',
    '2025-10-16T10',
    '1404/07/24 10:30 فردا',
    '99999/01/01',
    '04/07/24',
    '1404/07/24 10',
    '1404/07/24+03:30',
    '1404−07−24',
  ])('does not recognise the format of «%s»', (text) => expect(parseDate(text)).toBe('form'));

  it.each(['1404/07/24', '1404-07-24 10:30', '2025-10-16', '2025-10-16T10:30:00+03:30', '1404.07.24'])(
    'parses %s from front matter with or without quotation marks',
    (text) => {
      const fields = [text, `"${text}"`, `'${text}'`].map((value) => parseFrontMatter(`---\ndate: ${value}\n---\n`));
      const values = fields.map((field) => ('frontMatter' in field ? field.frontMatter.data : field.problem));
      expect(values).toEqual([{ date: text }, { date: text }, { date: text }]);
      expect(read(text).jalali).toEqual({ year: 1404, month: 7, day: 24 });
    },
  );

  it.each([
    ['1599/12/29', { year: 1599, month: 12, day: 29 }],
    ['1600/01/01', { year: 1600, month: 1, day: 1 }],
    ['1650/07/24', { year: 1650, month: 7, day: 24 }],
    ['1699/12/29', { year: 1699, month: 12, day: 29 }],
  ])('takes %s, before 1700, for a day of the Jalali calendar', (text, jalali) => {
    expect(read(text).jalali).toEqual(jalali);
    expect(read(text).iso.slice(0, 4)).toBe(String(jalali.year + (jalali.month > 9 ? 622 : 621)));
  });

  it('takes 1700 and later for years of the Gregorian calendar, and knows both ends of time', () => {
    expect(read('1700-01-01').iso.slice(0, 10)).toBe('1700-01-01');
    expect(read('1700-01-01').jalali).toEqual({ year: 1078, month: 10, day: 11 });
    expect(read('3000-12-31').iso.slice(0, 4)).toBe('3000');
    expect(parseDate('0000/01/01')).toBe('impossible');
    expect(read('0001/01/01').jalali).toEqual({ year: 1, month: 1, day: 1 });
  });

  it('records whether a time was given', () => {
    expect(read('1404/07/24').hasTime).toBe(false);
    expect(read('1404/07/24 00:00').hasTime).toBe(true);
    // Imports number articles without a time by seconds after midnight.
    expect(read('1404/07/24 00:00:07').hasTime).toBe(false);
    expect(read('1404/07/24 00:01:07').hasTime).toBe(true);
    expect(read('2025-10-15T20:30:00Z').hasTime).toBe(true);
  });
});

describe('dates for readers and machines', () => {
  const date = read('1404/07/04 09:05');

  it('are formatted as Persian readers expect', () => {
    expect(formatDate(date)).toBe('جمعه ۴ مهر ۱۴۰۴');
    expect(formatTime(date)).toBe('۰۹:۰۵');
    expect(formatGregorianDate(date)).toBe('۲۶ سپتامبر ۲۰۲۵');
  });

  it('give the Gregorian range of a month or a year', () => {
    expect(formatGregorianSpan(1404, 7)).toBe('۲۳ سپتامبر تا ۲۲ اکتبر ۲۰۲۵');
    expect(formatGregorianSpan(1403, 12)).toBe('۱۹ فوریه تا ۲۰ مارس ۲۰۲۵');
    expect(formatGregorianSpan(1404, 10)).toBe('۲۲ دسامبر ۲۰۲۵ تا ۲۰ ژانویهٔ ۲۰۲۶');
    expect(formatGregorianSpan(1403)).toBe('۲۰ مارس ۲۰۲۴ تا ۲۰ مارس ۲۰۲۵');
  });

  it('are formatted in Latin digits for machines', () => {
    expect(date.iso).toBe('2025-09-26T09:05:00+03:30');
    expect(toRfc822(date)).toBe('Fri, 26 Sep 2025 05:35:00 GMT');
  });

  it('can be created from epochs', () => {
    expect(dateAt(date.epoch)).toEqual(date);
  });

  it('include month names', () => {
    expect([1, 2, 11, 12].map(monthName)).toEqual(['فروردین', 'اردیبهشت', 'بهمن', 'اسفند']);
  });
});
