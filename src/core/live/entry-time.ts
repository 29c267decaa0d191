import { gregorianDay } from '../dates/news-date.ts';
import { toLatinDigits } from '../text/persian.ts';

/** The time at the beginning of an entry's heading. */
export interface EntryTime {
  /** Beginning of its day, as if Tehran's clocks showed UTC, in milliseconds since 1970-01-01T00:00Z; absent if it is not written. */
  day?: number | undefined;
  /** Since the beginning of the day. */
  minutes: number;
  isPinned: boolean;
  /** Number of characters of the heading that all this takes. */
  length: number;
}

const digit = '[0-9۰-۹٠-٩]';
// What typesetting of mixed directions leaves between words.
const marks = '[\\u200C\\u200E\\u200F\\u2066-\\u2069]*';
const form = new RegExp(
  `^[\\s${marks.slice(1, -2)}]*(?:(${digit}{4})([/.٫-])(${digit}{1,2})\\2(${digit}{1,2})${marks}(?:\\s*[،,]\\s*|\\s+))?(?:ساعت\\s+)?${marks}` +
    `(${digit}{1,2})\\s?[:.٫]\\s?(${digit}{2})(?::${digit}{2})?(?!${digit}|[.٫:/]${digit})${marks}\\s*(?:(\\*)(?=\\s|$)|[-–—:،|](?=\\s|$))?\\s*`,
);

/**
 * Read the time of day at the beginning of a heading, in Persian or Latin digits, perhaps with its day before and a `*` behind.
 *
 * @example readEntryTime('۱۴:۳۰ باران آغاز شد') // { minutes: 870, isPinned: false, length: 6 }
 * @returns `undefined` if the heading does not begin with a time that exists.
 */
export function readEntryTime(heading: string): EntryTime | undefined {
  const [whole, year, , month, date, hour, minute, pin] = form.exec(heading) ?? [];
  if (whole === undefined || beginsWithDecimal(heading)) return undefined;
  const [h, m] = [numberOf(hour), numberOf(minute)];
  const day = year === undefined ? undefined : gregorianDay(numberOf(year), numberOf(month), numberOf(date));
  if (h > 23 || m > 59 || (year !== undefined && !day)) return undefined;
  return {
    ...(day && { day: Date.UTC(day.year, day.month - 1, day.day) }),
    minutes: h * 60 + m,
    isPinned: pin !== undefined,
    length: whole.length,
  };
}

const decimal = new RegExp(
  `^\\s*${digit}{1,2}[.٫]${digit}{2}\\s*(?:[%٪]|(?:درصد|درجه|ده|صد|هزار|میلیون|میلیارد|تریلیون|تومان|ریال|دلار|یورو|متر|کیلو|تن|لیتر|ریشتر|واحد|برابر|سال|نفر)(?!\\p{L}))`,
  'u',
);

/** Return whether a text begins with a decimal and what it counts, as in «۱۲٫۵۰ درصد»: not with a time. */
export function beginsWithDecimal(text: string): boolean {
  return decimal.test(text);
}

function numberOf(digits = ''): number {
  return Number(toLatinDigits(digits));
}
