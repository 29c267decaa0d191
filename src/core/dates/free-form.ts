import { normalizeText, toLatinDigits } from '../text/persian.ts';
import { monthOf, ordinalOf, weekdayOf } from './words.ts';

/** The parts of a date as people write it. */
export interface DateParts {
  year: number;
  /** 1–12; like `day`, out of range if the date is impossible. */
  month: number;
  day: number;
  calendar: 'jalali' | 'gregorian';
  /** Absent if the text has no time. */
  time?: { hour: number; minute: number; second: number } | undefined;
  /** Minutes east of Greenwich; absent for Tehran time. */
  offset?: number | undefined;
  /** 0–6, from Sunday. */
  weekday?: number | undefined;
}

/**
 * Parse a date in words: a weekday, a day, a month name, a year, a time with or without «ساعت» and «ب.ظ», and an
 * offset, as written by people, RFC 2822 and other generators; or numbers with spaces around the separators.
 *
 * @returns `undefined` if the text has another form.
 * @example readDateParts('پنجشنبه ۲۴ مهر ۱۴۰۴، ساعت ۱۰:۳۰') // { year: 1404, month: 7, day: 24, … }
 */
export function readDateParts(text: string): DateParts | undefined {
  const split = splitTime(text, false);
  if (!split) return undefined;
  const { words, ...clock } = split;
  const found = takeNumbers(words) ?? takeMonth(words);
  if (!found || !found.rest.every((word) => weekdayOf(word) !== undefined)) return undefined;
  return withClock(found, clock);
}

/**
 * Split a text into its time of day and its other words; `undefined` if it is too long for a date.
 *
 * @param isLenient Also take times such as 10.30, which could be part of a date.
 */
export function splitTime(text: string, isLenient: boolean): (Clock & { words: string[] }) | undefined {
  const plain = simplify(text);
  if (plain.length > 120) return undefined;
  const { rest, ...clock } = takeTime(plain, isLenient);
  return { words: rest.split(' ').filter((word) => word !== '' && !filler.test(word)), ...clock };
}

/** Join the parts of a day and of a time. */
export function withClock({ rest, ...day }: DayParts, clock: Clock): DateParts {
  return { ...day, ...clock, weekday: rest.map(weekdayOf).find((each) => each !== undefined) };
}

/** The time of day of a date, if it has one. */
export type Clock = Pick<DateParts, 'time' | 'offset'>;

// Words that add nothing to the numbers.
const filler = /^(?:سال|روز|مورخ|تاریخ|خورشیدی|شمسی|هجری|ه\.?ش\.?|میلادی|برابر|با|of|the|at|on|و)$/u;

function simplify(text: string): string {
  return toLatinDigits(normalizeText(text))
    .toLowerCase()
    .replace(/\u200C/g, '')
    .replace(/["'“”«»]|\([^()]*\)/g, ' ')
    .replace(/(سه|چهار|پنج|یک|دو) +شنبه/g, '$1شنبه')
    .replace(/بیست +و +(\p{L}+م)/gu, 'بیستو$1')
    .replace(/سی +و +یکم/g, 'سیویکم')
    .replace(/سی +ام/g, 'سیام')
    .replace(/ه\. ?ش\.?/g, ' ')
    .replace(/[،,؛;–—]|(?<=\s)-(?=\s)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<=ساعت \d{1,2}) و (\d{1,2})(?: دقیقه)?(?= |$)/g, (_, minute: string) => `:${minute.padStart(2, '0')}`)
    .trim();
}

const clock = new RegExp(
  '(?:^|[ t])(?:ساعت |at )?' +
    '(?<hour>\\d{1,2})(?:[:٫.](?<minute>\\d{2})(?:[:٫.](?<second>\\d{2})(?:\\.\\d+)?)?)?' +
    '(?<half> ?(?:a\\.?m\\.?|p\\.?m\\.?|ق\\.? ?ظ\\.?|ب\\.? ?ظ\\.?|قبل ?از ?ظهر|پیش ?از ?ظهر|بعد ?از ?ظهر|پس ?از ?ظهر|صبح|بامداد|ظهر|عصر|شب))?' +
    '(?<zone> ?(?:z|utc|gmt|ut|[ecmp][sd]t|irst|irdt|(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?)|(?: به وقت)? (?:تهران|ایران|asia/tehran))?' +
    '(?= |$)',
  'u',
);
const bareClock =
  /^(?:.* )?(?:ساعت|at) ?\d{1,2}(?: |$)|(?:^| )\d{1,2} ?(?:[ap]\.?m|ق|ب\.|صبح|بامداد|ظهر|عصر|شب|قبل|پیش|بعد|پس)/u;

function takeTime(text: string, isLenient: boolean): Clock & { rest: string } {
  for (const match of text.matchAll(new RegExp(clock, 'gu'))) {
    const { hour = '', minute, second, half = '', zone } = match.groups ?? {};
    // A number alone is a day unless a word marks it as an hour; 10.30 could be part of a date.
    if (minute === undefined && !bareClock.test(match[0].trimStart()) && !match[0].includes('ساعت')) continue;
    if (minute !== undefined && !/:/.test(match[0]) && !/ساعت/.test(match[0]) && !isLenient) continue;
    const read = hourOf(Number(hour), half.trim());
    if (read === undefined) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
    return {
      rest,
      time: { hour: read, minute: Number(minute ?? 0), second: Number(second ?? 0) },
      offset: offsetOf(zone),
    };
  }
  return { rest: text };
}

/** Convert an hour to 24-hour time, without checking its range; `undefined` if it is ambiguous, as in «۳ شب». */
function hourOf(hour: number, half: string): number | undefined {
  if (half === '') return hour;
  if (/^(?:a|ق|پیش|صبح|بامداد)/.test(half)) return hour === 12 ? 0 : hour;
  if (half === 'ظهر') return hour >= 11 ? hour : hour + 12;
  if (half === 'شب') return hour < 6 ? undefined : hour === 12 ? 0 : hour < 12 ? hour + 12 : hour;
  return hour < 12 ? hour + 12 : hour;
}

const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  irst: 210,
  irdt: 270,
};

function offsetOf(zone: string | undefined): number | undefined {
  const name = zone?.trim();
  if (name === undefined) return undefined;
  const [, sign, hours, minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(name) ?? [];
  if (sign === undefined) return zones[name];
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -size : size;
}

/** A day, and the words that are no part of it. */
export type DayParts = Pick<DateParts, 'year' | 'month' | 'day' | 'calendar'> & { rest: string[] };

/** Find a date in numbers with separators, the year first. */
function takeNumbers(words: readonly string[]): DayParts | undefined {
  const text = words.join(' ');
  const found = /(?:^| )(\d{4}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{1,2})(?:t|(?= |$))/.exec(text);
  return found ? dayParts([found[1], found[3], found[4]], text, found[0]) : undefined;
}

/** Describe a day given as year, month and day, which a text contains as `found`. */
export function dayParts(day: readonly (string | undefined)[], text: string, found: string): DayParts {
  const [year = 0, month = 0, date = 0] = day.map(Number);
  const rest = text
    .replace(found, ' ')
    .split(' ')
    .filter((word) => word !== '');
  return { year, month, day: date, calendar: calendarOf(year), rest };
}

/** Find a month name with a day and a year, in any order. */
export function takeMonth(words: readonly string[]): DayParts | undefined {
  const at = words.findIndex((word) => monthOf(word) !== undefined && weekdayOf(word) === undefined);
  const month = words[at] === undefined ? undefined : monthOf(words[at]);
  if (!month) return undefined;
  const isYear = (word: string | undefined): boolean => /^\d{4}$/.test(word ?? '');
  const dayOf = (word: string | undefined): number | undefined => {
    const number = /^(\d{1,2})(?:st|nd|rd|th|ام|م|ا?ُم)?$/u.exec(word ?? '')?.[1];
    return number === undefined ? ordinalOf(word ?? '') : Number(number);
  };
  const orders: [day: number, year: number][] = [
    [at - 1, at + 1],
    [at + 1, at + 2],
    [at + 1, at - 1],
  ];
  for (const [dayAt, yearAt] of orders) {
    const day = dayOf(words[dayAt]);
    if (day === undefined || !isYear(words[yearAt])) continue;
    const rest = words.filter((_, index) => index !== at && index !== dayAt && index !== yearAt);
    return { year: Number(words[yearAt]), month: month.month, day, calendar: month.calendar, rest };
  }
  return undefined;
}

/** Return the calendar of a year: Jalali before 1700, Gregorian from then on. */
export function calendarOf(year: number): DateParts['calendar'] {
  return year < 1700 ? 'jalali' : 'gregorian';
}
