import { isValidJalaaliDate, toGregorian, toJalaali } from 'jalaali-js';
import { normalizeText, toLatinDigits, toPersianDigits } from '../text/persian.ts';
import { tehranEpoch, tehranOffset } from './tehran.ts';

/** A moment of the news, as machines and readers write it. */
export interface NewsDate {
  /** ISO 8601 with Tehran's offset of that day: `2025-10-16T10:30:00+03:30`. */
  iso: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  epoch: number;
  /** Whether the writer gave an hour. */
  hasTime: boolean;
  /** The Jalali calendar day in Tehran; `month` is 1–12. */
  jalali: { year: number; month: number; day: number };
}

/** Why a text is no date: its form is unknown, or its form is right and there is no such day or hour. */
export type DateFailure = 'form' | 'impossible';

const minute = 60_000;
/** The Jalali calendar is computed for years before 3178 (AD 3799); news needs fewer. */
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
 * Read a date as writers give it: Jalali or Gregorian, any of the three sets of digits, with or without an hour.
 * Years before 1700 are Jalali. Without an offset the hour is Tehran's.
 *
 * @example parseDate('۱۴۰۴/۰۷/۲۴') // { iso: '2025-10-16T00:00:00+03:30', … }
 * @example parseDate('1404/12/30') // 'impossible': 1404 is no leap year
 */
export function parseDate(text: string): NewsDate | DateFailure {
  const match = form.exec(toLatinDigits(normalizeText(text)).trim());
  if (!match) return 'form';
  const [, year, , month, day, hour, minutes, seconds, offset] = match;
  const ymd = gregorianDay(Number(year), Number(month), Number(day));
  const [h, m, s] = [Number(hour ?? 0), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (!ymd || h > 23 || m > 59 || s > 59) return 'impossible';
  const local = Date.UTC(ymd.year, ymd.month - 1, ymd.day, h, m, s);
  if (offset === undefined) return dateAt(tehranEpoch(local), hour !== undefined);
  const east = offsetMinutes(offset);
  return east === undefined ? 'impossible' : dateAt(local - east * minute);
}

/** Describe the moment `epoch`, in milliseconds since 1970-01-01T00:00Z. */
export function dateAt(epoch: number, hasTime = true): NewsDate {
  const east = tehranOffset(epoch);
  const local = new Date(epoch + east * minute);
  const { jy, jm, jd } = toJalaali(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
  return {
    iso: local.toISOString().slice(0, 19) + formatOffset(east),
    epoch,
    hasTime,
    jalali: { year: jy, month: jm, day: jd },
  };
}

/** Write a date for readers. @example formatDate(date) // 'پنجشنبه ۲۴ مهر ۱۴۰۴' */
export function formatDate(date: NewsDate): string {
  const { weekday, day, month, year } = partsOf(days, date);
  return `${weekday} ${day} ${month} ${year}`;
}

/** Write a date in the Gregorian calendar, for a tooltip. @example formatGregorianDate(date) // '۱۶ اکتبر ۲۰۲۵' */
export function formatGregorianDate(date: NewsDate): string {
  const { day, month, year } = partsOf(gregorianDays, date);
  return `${day} ${month} ${year}`;
}

/** Write the hour in Tehran. @example formatTime(date) // '۱۰:۳۰' */
export function formatTime(date: NewsDate): string {
  return toPersianDigits(date.iso.slice(11, 16));
}

/**
 * Write the Gregorian days that a Jalali year, or one of its months, takes up.
 *
 * @example formatGregorianSpan(1404, 7) // '۲۳ سپتامبر تا ۲۲ اکتبر ۲۰۲۵'
 * @example formatGregorianSpan(1404) // '۲۱ مارس ۲۰۲۵ تا ۲۰ مارس ۲۰۲۶'
 */
export function formatGregorianSpan(year: number, month?: number): string {
  const next = month === undefined || month === 12 ? utcDay(year + 1, 1, 1) : utcDay(year, month + 1, 1);
  return gregorianDays.formatRange(utcDay(year, month ?? 1, 1), next - minute);
}

/** Name a Jalali month. @example monthName(7) // 'مهر' */
export function monthName(month: number): string {
  return months.format(utcDay(1400, month, 15));
}

/** Write a moment as RFC 822 dates do (RFC 1123 form, UTC), for RSS. */
export function toRfc822(date: NewsDate): string {
  return new Date(date.epoch).toUTCString();
}

function utcDay(year: number, month: number, day: number): number {
  const { gy, gm, gd } = toGregorian(year, month, day);
  return Date.UTC(gy, gm - 1, gd);
}

function gregorianDay(
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

/** Read an offset of ISO 8601, in minutes; `undefined` where no clock shows it. */
function offsetMinutes(offset: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? ['', '+', '0', '0'];
  const size = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || size > 14 * 60) return undefined;
  return sign === '-' ? -size : size;
}

/** Write Tehran's offset; the city lies east of Greenwich. */
function formatOffset(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

// One day stands on many pages, and formatting takes longer than the rest of a card.
const formatted = new Map<Intl.DateTimeFormat, Map<string, Parts>>();

/** A day is formatted as one of UTC, so that it is Tehran's whatever the time zones of the runtime say. */
function partsOf(format: Intl.DateTimeFormat, { iso }: NewsDate): Parts {
  const known = formatted.get(format) ?? new Map<string, Parts>();
  formatted.set(format, known);
  const day = iso.slice(0, 10);
  const parts = known.get(day) ?? formatParts(format, day);
  known.set(day, parts);
  return parts;
}

function formatParts(format: Intl.DateTimeFormat, day: string): Parts {
  return Object.fromEntries(format.formatToParts(Date.parse(day)).map(({ type, value }) => [type, value]));
}
