import { isValidJalaaliDate, toGregorian, toJalaali } from 'jalaali-js';
import { memoize } from '../text/memoize.ts';
import { normalizeText, toLatinDigits, toPersianDigits } from '../text/persian.ts';
import { calendarOf, type DateParts, readDateParts } from './free-form.ts';
import { tehranEpoch, tehranOffset } from './tehran.ts';

/** A moment in both calendars, for machines and for readers. */
export interface NewsDate {
  /** ISO 8601 with Tehran's UTC offset at that moment: `2025-10-16T10:30:00+03:30`. */
  iso: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  epoch: number;
  /** Whether a time of day is known. */
  hasTime: boolean;
  /** Day of the Jalali calendar in Tehran; `month` is 1–12. */
  jalali: { year: number; month: number; day: number };
}

/** Why a text is not a date: unknown format, or a well-formed date or time that does not exist. */
export type DateFailure = 'form' | 'impossible';

const minute = 60_000;
/** jalaali-js computes the Jalali calendar for years before 3178 (AD 3799); news needs fewer. */
const lastYear = 3000;
const form =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:[T\s]|\s*[-،,]\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const days = new Intl.DateTimeFormat('fa-IR-u-ca-persian-nu-arabext', {
  timeZone: 'UTC',
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const gregorianDays = new Intl.DateTimeFormat('fa-IR-u-ca-gregory-nu-arabext', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});
const months = new Intl.DateTimeFormat('fa-IR-u-ca-persian', { timeZone: 'UTC', month: 'long' });

/**
 * Parse a date: Jalali or Gregorian, in Persian, Arabic or Latin digits, with or without a time; also in
 * words, as people and other generators write it. Years before 1700 are Jalali. Times without an offset are Tehran's.
 *
 * @example parseDate('۱۴۰۴/۰۷/۲۴') // { iso: '2025-10-16T00:00:00+03:30', … }
 * @example parseDate('پنجشنبه ۲۴ مهر ۱۴۰۴، ساعت ۱۰:۳۰') // { iso: '2025-10-16T10:30:00+03:30', … }
 * @example parseDate('1404/12/30') // 'impossible': 1404 is no leap year
 */
export function parseDate(text: string): NewsDate | DateFailure {
  const match = form.exec(toLatinDigits(normalizeText(text)).trim());
  if (!match) {
    const parts = readDateParts(text);
    return parts ? dateOf(parts) : 'form';
  }
  const [, year, , month, day, hour, minutes, seconds, offset] = match;
  const ymd = gregorianDay(Number(year), Number(month), Number(day));
  const [h, m, s] = [Number(hour ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (!ymd || h > 23 || m > 59 || s > 59) return 'impossible';
  const local = Date.UTC(ymd.year, ymd.month - 1, ymd.day, h, m, s);
  if (offset === undefined) return dateAt(tehranEpoch(local), hour !== undefined);
  const east = offsetMinutes(offset);
  return east === undefined ? 'impossible' : dateAt(local - east * minute);
}

/** Convert the parts of a date. A month name of one calendar with a year of the other is impossible. */
function dateOf({ year, month, day, calendar, time, offset }: DateParts): NewsDate | 'impossible' {
  const ymd = calendar === calendarOf(year) ? gregorianDay(year, month, day) : undefined;
  const { hour, minute: minutes, second } = time ?? { hour: 0, minute: 0, second: 0 };
  if (!ymd || hour > 23 || minutes > 59 || second > 59) return 'impossible';
  const local = Date.UTC(ymd.year, ymd.month - 1, ymd.day, hour, minutes, second);
  if (offset === undefined) return dateAt(tehranEpoch(local), time !== undefined);
  return Math.abs(offset) > 14 * 60 ? 'impossible' : dateAt(local - offset * minute);
}

/**
 * Find a weekday that does not match its date, as in «جمعه ۲۴ مهر ۱۴۰۴». Weekdays count from Sunday, 0.
 *
 * @returns `undefined` if the text has no weekday, or the right one.
 */
export function wrongWeekday(text: string): { written: number; actual: number } | undefined {
  if (!/شنبه|جمعه|آدینه|[a-z]{3}/i.test(text)) return undefined;
  const parts = readDateParts(text);
  const ymd = parts && gregorianDay(parts.year, parts.month, parts.day);
  if (!ymd || parts.weekday === undefined) return undefined;
  const actual = new Date(Date.UTC(ymd.year, ymd.month - 1, ymd.day)).getUTCDay();
  return actual === parts.weekday ? undefined : { written: parts.weekday, actual };
}

/**
 * Create a date from `epoch`, in milliseconds since 1970-01-01T00:00Z. Times such as 00:00:07 are how imports number
 * articles without a time, so they are not shown to readers.
 */
export function dateAt(epoch: number, hasTime = true): NewsDate {
  const east = tehranOffset(epoch);
  const local = new Date(epoch + east * minute);
  const { jy, jm, jd } = toJalaali(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
  return {
    iso: formatIso(local, east),
    epoch,
    hasTime: hasTime && !isNumbered(local),
    jalali: { year: jy, month: jm, day: jd },
  };
}

/** {@link NewsDate.iso} of `epoch`, without the calendar. */
export function isoAt(epoch: number): string {
  const east = tehranOffset(epoch);
  return formatIso(new Date(epoch + east * minute), east);
}

function formatIso(local: Date, east: number): string {
  return local.toISOString().slice(0, 19) + formatOffset(east);
}

function isNumbered(local: Date): boolean {
  return local.getUTCHours() === 0 && local.getUTCMinutes() === 0 && local.getUTCSeconds() > 0;
}

/** Format the Jalali day as in front matter. @example toJalaliDay(date) // '1404/07/24' */
export function toJalaliDay({ jalali: { year, month, day } }: NewsDate): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}`;
}

/** Format a date for readers. @example formatDate(date) // 'پنجشنبه ۲۴ مهر ۱۴۰۴' */
export function formatDate(date: NewsDate): string {
  const { weekday, day, month, year } = partsOfDay(dayOf(date));
  return `${weekday} ${day} ${month} ${year}`;
}

/** Format a date in the Gregorian calendar, for a tooltip. @example formatGregorianDate(date) // '۱۶ اکتبر ۲۰۲۵' */
export function formatGregorianDate(date: NewsDate): string {
  const { day, month, year } = partsOfGregorianDay(dayOf(date));
  return `${day} ${month} ${year}`;
}

/** Format the time of day in Tehran. @example formatTime(date) // '۱۰:۳۰' */
export function formatTime(date: NewsDate): string {
  return toPersianDigits(date.iso.slice(11, 16));
}

/**
 * Format the range of Gregorian days that a Jalali year, or one of its months, covers.
 *
 * @example formatGregorianSpan(1404, 7) // '۲۳ سپتامبر تا ۲۲ اکتبر ۲۰۲۵'
 * @example formatGregorianSpan(1404) // '۲۱ مارس ۲۰۲۵ تا ۲۰ مارس ۲۰۲۶'
 */
export function formatGregorianSpan(year: number, month?: number): string {
  const next = month === undefined || month === 12 ? utcDay(year + 1, 1, 1) : utcDay(year, month + 1, 1);
  return gregorianDays.formatRange(utcDay(year, month ?? 1, 1), next - minute);
}

/** Name of a Jalali month, 1–12. @example monthName(7) // 'مهر' */
export function monthName(month: number): string {
  return months.format(utcDay(1400, month, 15));
}

/** Format a date for RSS: RFC 822 with the four-digit year of RFC 1123, in UTC. */
export function toRfc822(date: NewsDate): string {
  return new Date(date.epoch).toUTCString();
}

function utcDay(year: number, month: number, day: number): number {
  const { gy, gm, gd } = toGregorian(year, month, day);
  return Date.UTC(gy, gm - 1, gd);
}

/** Convert a day, Jalali in years before 1700, to the Gregorian calendar; `undefined` if there is no such day. */
export function gregorianDay(
  year: number,
  month: number,
  day: number,
): { year: number; month: number; day: number } | undefined {
  if (year < 1700) {
    if (year < 1 || !isValidJalaaliDate(year, month, day)) return undefined;
    const { gy, gm, gd } = toGregorian(year, month, day);
    return { year: gy, month: gm, day: gd };
  }
  if (year > lastYear) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

/** Parse an ISO 8601 offset into minutes; `undefined` if it is out of range. */
function offsetMinutes(offset: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? ['', '+', '0', '0'];
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > 14 * 60) return undefined;
  return sign === '-' ? -size : size;
}

/** Format Tehran's offset, which is always east of Greenwich. */
function formatOffset(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/**
 * The same days recur on many pages, and formatting takes longer than the rest of a card. This many days are more than
 * forty years.
 */
const cachedDays = 15_000;
const partsOfDay = memoize(cachedDays, (day: string) => formatParts(days, day));
const partsOfGregorianDay = memoize(cachedDays, (day: string) => formatParts(gregorianDays, day));

function dayOf({ iso }: NewsDate): string {
  return iso.slice(0, 10);
}

/** Days are formatted as UTC, so that the result is Tehran's day regardless of the runtime's time zone data. */
function formatParts(format: Intl.DateTimeFormat, day: string): Parts {
  return Object.fromEntries(format.formatToParts(Date.parse(day)).map(({ type, value }) => [type, value]));
}
