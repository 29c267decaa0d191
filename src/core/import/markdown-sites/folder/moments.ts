import { dateAt, type NewsDate, parseDate } from '../../../dates/news-date.ts';
import { tehranEpoch } from '../../../dates/tehran.ts';
import { toLatinDigits } from '../../../text/persian.ts';

/** Calendar fields of a moment, as written or in a time zone. `month` is 1–12. */
export interface Clock {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** A moment from front matter or a file name. */
export interface Moment {
  /** The text itself if it is not a date. */
  date: NewsDate | string;
  /**
   * Clocks from which addresses may have been made, the most likely first: not all systems convert dates to the site's
   * zone.
   */
  clocks: readonly Clock[];
}

const form =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:[Tt\s]\s*|\s*[-,]\s*)(\d{1,2})[:-](\d{1,2})(?:[:-](\d{1,2})(?:\.\d+)?)?)?\s*(?:(Z|(?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?|(?<=\s)\d{2}:\d{2}|UTC|GMT)(?:\s+\(?[A-Z]{3,4}\)?)?)?$/i;

/**
 * Read a date in any notation that these systems accept. Without an offset it is in the given zone, or Tehran's. A
 * midnight that is written out is a day without a time.
 *
 * @param zone Name of a time zone, as in `Europe/Berlin`.
 * @example readMoment('2017-03-15  01-07-01').date.iso // '2017-03-15T01:07:01+03:30'
 */
export function readMoment(written: string, zone?: string): Moment {
  const text = toLatinDigits(written)
    .trim()
    .replace(/^["']|["']$/g, '');
  const numbers = form.exec(text.replace(/^(\d{4})(\d\d)(\d\d)(?=$|[T\s])/, '$1-$2-$3'));
  if (!numbers) return readOther(written, text, zone);
  const [, year, month, day, hour, minute, second = '0', offset] = numbers;
  const own: Clock = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second),
  };
  const two = (value: number): string => String(value).padStart(2, '0');
  const plainDay = `${year}-${two(own.month)}-${two(own.day)}`;
  const isMidnight = own.hour + own.minute + own.second === 0;
  const east = offset === undefined ? undefined : signed(offset);
  const time = `${two(own.hour)}:${two(own.minute)}:${two(own.second)}`;
  const date = parseDate(isMidnight ? plainDay : `${plainDay} ${time}${east === undefined ? '' : ` ${east}`}`);
  if (typeof date === 'string') return { date: written, clocks: [] };
  if (isMidnight || (offset === undefined && zone === undefined)) {
    const isUtc = east !== undefined && /^[+-]00:?00$/.test(east);
    const moment =
      isUtc || east === undefined || own.year < 1700 ? undefined : parseDate(`${plainDay} ${time} ${east}`);
    return { date, clocks: clocksOf(own, typeof moment === 'object' ? moment.epoch : undefined, zone) };
  }
  const epoch = east === undefined ? (zonedEpoch(own, zone!) ?? date.epoch) : date.epoch;
  return { date: dateAt(epoch, date.hasTime), clocks: clocksOf(own, epoch, zone) };
}

function readOther(written: string, text: string, zone: string | undefined): Moment {
  const [, seconds] = /^(\d{10})(?:\d{3})?$/.exec(text) ?? [];
  const date = seconds === undefined ? parseDate(text) : dateAt(Number(seconds) * 1000);
  if (typeof date === 'string') return { date: written, clocks: [] };
  return { date, clocks: clocksOf(clockIn(date.epoch, 'Asia/Tehran'), date.hasTime ? date.epoch : undefined, zone) };
}

/** Normalize an offset: names of UTC are dropped, and a lost plus sign is restored, as in `22:01:23 05:00`. */
function signed(offset: string): string {
  const plain = offset.replace(/UTC|GMT|\s/gi, '').replace(/^z$/i, '');
  if (plain === '') return '+00:00';
  const [, sign = '+', hours = '0', minutes = '00'] = /^([+-])?(\d{1,2}):?(\d{2})?$/.exec(plain) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function clocksOf(own: Clock, epoch: number | undefined, zone: string | undefined): Clock[] {
  if (epoch === undefined) return [own];
  const all = [
    ...(zone === undefined ? [own] : [clockIn(epoch, zone), own]),
    clockIn(epoch, 'UTC'),
    clockIn(epoch, 'Asia/Tehran'),
  ];
  const seen = new Set<string>();
  return all.filter((clock) => {
    const key = JSON.stringify(clock);
    return !seen.has(key) && seen.add(key);
  });
}

/** Return the clock of a moment in a time zone; in Tehran's if the zone is unknown. */
export function clockIn(epoch: number, zone: string): Clock {
  const parts = formatOf(zone).formatToParts(epoch);
  const numberOf = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    year: numberOf('year'),
    month: numberOf('month'),
    day: numberOf('day'),
    hour: numberOf('hour') % 24,
    minute: numberOf('minute'),
    second: numberOf('second'),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  } as const;
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory', { timeZone: zone, ...options });
  } catch {
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory', { timeZone: 'Asia/Tehran', ...options });
  }
  if (formats.size < 100) formats.set(zone, format);
  return format;
}

function zonedEpoch({ year, month, day, hour, minute, second }: Clock, zone: string): number | undefined {
  if (year < 1700) return undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  if (zone === 'Asia/Tehran') return tehranEpoch(local);
  const shown = (epoch: number): number => {
    const clock = clockIn(epoch, zone);
    return Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  };
  const guess = local - (shown(local) - local);
  return guess - (shown(guess) - local);
}
