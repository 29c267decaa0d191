import { type DateFailure, monthName, type NewsDate, parseDate } from '../dates/news-date.ts';
import { toLatinDigits } from '../text/persian.ts';

/**
 * Find the date in a line of a news page: numeric or with the month's name, Jalali or Gregorian, with the time before
 * or after it.
 *
 * @example findDate('پنجشنبه ۲۴ مهر ۱۴۰۴ - ۱۰:۳۰') // { iso: '2025-10-16T10:30:00+03:30', … }
 */
export function findDate(line: string): NewsDate | undefined {
  const date = readDate(line);
  return typeof date === 'string' ? undefined : date;
}

/** Parse the date in a text as {@link findDate} does, or return why there is none. */
export function readDate(text: string): NewsDate | DateFailure {
  const latin = toLatinDigits(text.slice(0, maxLength)).trim();
  const parsed = parseDate(/\b\d{4}-\d\d-\d\dT\S+/.exec(latin)?.[0] ?? latin);
  if (parsed !== 'form') return parsed;
  const day = dayOf(latin);
  if (day === undefined) return 'form';
  const time = /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/.exec(latin)?.[0];
  return parseDate(time === undefined ? day : `${day} ${time}`);
}

/**
 * Return whether a line consists of a date only.
 *
 * @example isDateLine('۱۰:۳۰ - ۲۴ مهر ۱۴۰۴') // true
 */
export function isDateLine(line: string): boolean {
  if (line.length > maxLength || findDate(line) === undefined) return false;
  return (
    toLatinDigits(line)
      .replace(namesOfTime, '')
      .replace(/[\d\s\p{P}|+TZ]+/gu, '') === ''
  );
}

function dayOf(text: string): string | undefined {
  const numeric = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (numeric) return numeric[0];
  const named = namedDay.exec(text);
  if (!named) return undefined;
  const [, day, name, year] = named;
  return `${year}-${monthNumbers.get(name!)}-${day}`;
}

// No date is longer; hostile input may be.
const maxLength = 120;
const jalaliMonths = Array.from({ length: 12 }, (_, index) => monthName(index + 1));
const gregorianMonths = [
  'ژانویه',
  'فوریه',
  'مارس',
  'آوریل',
  'مه',
  'ژوئن',
  'ژوئیه',
  'اوت',
  'سپتامبر',
  'اکتبر',
  'نوامبر',
  'دسامبر',
];
const otherNames = { امرداد: 5, می: 5, جولای: 7, آگوست: 8 };
const monthNumbers: ReadonlyMap<string, number> = new Map([
  ...jalaliMonths.map((name, index) => [name, index + 1] as const),
  ...gregorianMonths.map((name, index) => [name, index + 1] as const),
  ...Object.entries(otherNames),
]);

// Longest first: «مه» is a prefix of «مهر».
const anyMonth = [...monthNumbers.keys()].toSorted((a, b) => b.length - a.length).join('|');
const namedDay = new RegExp(
  `(?<!\\d)(\\d{1,2})\\s*(?:ام\\s)?\\s*(${anyMonth})\\s*(?:ماه)?\\s*[،,/]?\\s*(\\d{4})(?!\\d)`,
);
const namesOfTime = new RegExp(
  `${anyMonth}|ماه|ساعت|(?:یک|دو|سه|چهار|پنج)?[\\s\\u200C]*شنبه|جمعه|آدینه|تاریخ|بروزرسانی|به[\\s\\u200C]*روزرسانی`,
  'g',
);
