import {
  calendarOf,
  type Clock,
  type DateParts,
  type DayParts,
  dayParts,
  splitTime,
  takeMonth,
  withClock,
} from './free-form.ts';
import { toLatinDigits } from '../text/persian.ts';
import { dateAt, gregorianDay, parseDate, toJalaliDay } from './news-date.ts';

/** What an invalid date may have been meant to be. */
export interface DateProposal {
  /** Dates in the form of the `date` field, the likeliest first; several if the text is ambiguous. */
  dates: readonly string[];
  /** Whether they are what is written; otherwise there is no such day or hour, and they are the nearest that exist. */
  isExact: boolean;
}

/**
 * Propose what an invalid date was meant to be: with the day first, with a year of two digits, with day and month
 * swapped, with unknown words. No number of the text is left out.
 *
 * @example proposeDates('24/7/1404 10.30') // { dates: ['1404/07/24 10:30'], isExact: true }
 * @example proposeDates('03/04/2025') // { dates: ['2025-04-03', '2025-03-04'], isExact: true }
 */
export function proposeDates(text: string): DateProposal {
  const written = toLatinDigits(text).trim();
  if (timestamp.test(written)) return { dates: [formatMoment(Number(written.padEnd(13, '0')))], isExact: true };
  const split = splitTime(text, true);
  if (!split) return { dates: [], isExact: false };
  const { words, ...clock } = split;
  const readings = daysOf(words).flatMap((day) => complete(day, clock));
  const exact = readings.flatMap((parts) => formatExact(parts) ?? []).filter(isDate);
  if (exact.length > 0) return { dates: [...new Set(exact)].slice(0, maxDates), isExact: true };
  const nearest = readings.slice(0, 1).flatMap((parts) => formatNearest(parts) ?? []);
  return { dates: nearest.filter(isDate), isExact: false };
}

/** Propose the likeliest date; `undefined` if the text gives too little to guess from. See {@link proposeDates}. */
export function guessDate(text: string): string | undefined {
  return proposeDates(text).dates[0];
}

/** An offset, for instance, may be out of range. */
function isDate(text: string): boolean {
  return typeof parseDate(text) !== 'string';
}

const maxDates = 3;
const numbers = /(?:^| )(\d{1,4})(?: ?[/.\\_-] ?| )(\d{1,2})(?: ?[/.\\_-] ?| )(\d{1,4})(?:t|(?= |$))/;
const compact = /(?:^| )(\d{4})(\d{2})(\d{2})(?= |$)/;
// Seconds or milliseconds since 1970, from 2001 on.
const timestamp = /^1\d{9}(?:\d{3})?$/;

function daysOf(words: readonly string[]): DayParts[] {
  const month = takeMonth(words);
  if (month) return [month];
  const text = words.join(' ');
  const [found, ...parts] = numbers.exec(text) ?? compact.exec(text) ?? [];
  if (found === undefined) return [];
  return ordersOf(parts as [string, string, string]).map((day) => dayParts(day, text, found));
}

type Order = [year: string, month: string, day: string];

/** List the orders in which three numbers may be a year, a month and a day, the likeliest first. */
function ordersOf([first, second, third]: readonly [string, string, string]): Order[] {
  const isMonth = ([, month]: Order): boolean => Number(month) <= 12;
  if (first.length > 2 && third.length > 2) return [];
  if (first.length === 4) {
    const usual: Order = [first, second, third];
    const swapped: Order = [first, third, second];
    return isMonth(usual) || !isMonth(swapped) ? [usual] : [swapped];
  }
  if (third.length === 4) {
    const orders: Order[] = [
      [third, second, first],
      [third, first, second],
    ];
    return orders.filter(isMonth);
  }
  const orders = (['jalali', 'gregorian'] as const).flatMap((calendar): Order[] => [
    ...yearsOf(first, calendar).map((year): Order => [year, second, third]),
    ...yearsOf(third, calendar).map((year): Order => [year, second, first]),
    // Only Americans write the month first.
    ...(calendar === 'gregorian' ? yearsOf(third, calendar) : []).map((year): Order => [year, first, second]),
  ]);
  return orders.filter(isMonth);
}

/** Read a year of two digits as one in which there were news sites, 1360–1415 or 1981–2036. */
function yearsOf(written: string, calendar: DateParts['calendar']): string[] {
  if (written.length !== 2) return [];
  const short = Number(written);
  const [before, after, first, last] = calendar === 'jalali' ? ['13', '14', 60, 15] : (['19', '20', 81, 36] as const);
  return short >= first ? [before + written] : short <= last ? [after + written] : [];
}

/** Use a number that is left over as the hour. Without a meaning for every number, there is no proposal. */
function complete(day: DayParts, clock: Clock): DateParts[] {
  const left = day.rest.filter((word) => /\d/.test(word));
  if (left.length === 0) return [withClock(day, clock)];
  const isHour = left.length === 1 && /^\d{1,2}$/.test(left[0]!) && Number(left[0]) < 24 && clock.time === undefined;
  return isHour ? [withClock(day, { time: { hour: Number(left[0]), minute: 0, second: 0 } })] : [];
}

function formatExact({ year, month, day, time, offset }: DateParts): string | undefined {
  const ymd = month >= 1 && month <= 12 && day >= 1 ? gregorianDay(year, month, day) : undefined;
  if (!ymd) return undefined;
  const { hour, minute, second } = time ?? { hour: 0, minute: 0, second: 0 };
  if (hour === 24 && minute === 0 && second === 0) {
    // ISO 8601 allows 24:00 for the end of a day, which is the beginning of the next.
    const next = new Date(Date.UTC(ymd.year, ymd.month - 1, ymd.day + 1));
    const parts = [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()] as const;
    const jalali = toJalaliDay(dateAt(next.getTime() + noon))
      .split('/')
      .map(Number) as [number, number, number];
    return format(calendarOf(year) === 'jalali' ? jalali : parts, { hour: 0, minute: 0, second: 0 }, offset);
  }
  return hour > 23 || minute > 59 || second > 59 ? undefined : format([year, month, day], time, offset);
}

function formatMoment(epoch: number): string {
  const date = dateAt(epoch);
  return `${toJalaliDay(date)} ${date.iso.slice(11, 16)}`;
}

const noon = 12 * 3_600_000;

function formatNearest({ year, month: written, day: typed, time, offset }: DateParts): string | undefined {
  if (written < 1 || typed < 1) return undefined;
  const month = Math.min(written, 12);
  const day = [typed, 31, 30, 29, 28].find((each) => gregorianDay(year, month, Math.min(each, typed)));
  if (day === undefined) return undefined;
  const nearest = time && { hour: Math.min(time.hour, 23), minute: Math.min(time.minute, 59), second: 0 };
  return format([year, month, Math.min(day, typed)], nearest, offset);
}

function format(day: readonly [number, number, number], time: DateParts['time'], offset: number | undefined): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [year] = day;
  const separator = calendarOf(year) === 'jalali' ? '/' : '-';
  const date = [String(year).padStart(4, '0'), two(day[1]), two(day[2])].join(separator);
  if (!time) return date;
  const seconds = time.second > 0 ? `:${two(time.second)}` : '';
  const size = Math.abs(offset ?? 0);
  const zone = offset === undefined ? '' : `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return `${date} ${two(time.hour)}:${two(time.minute)}${seconds}${zone && ` ${zone}`}`;
}
