import type { NewsDate } from '../../dates/news-date.ts';
import { dateAt, parseDate } from '../../dates/news-date.ts';
import { hashText } from '../../text/hash.ts';
import { toLatinDigits } from '../../text/persian.ts';
import { readDate } from '../find-date.ts';

/** An object of an export. */
export type Fields = Readonly<Record<string, unknown>>;

/** Return an object's fields; `undefined` for everything else, lists included. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** Return a field; `undefined` if the object does not have it itself. */
export function valueOf(fields: Fields | undefined, name: string): unknown {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Return a text or number as text; `''` for everything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return typeof value === 'string' ? value : '';
}

/** Return a field as text; `''` if it is neither text nor number. */
export function textIn(fields: Fields | undefined, name: string): string {
  return textOf(valueOf(fields, name));
}

/** Return a list; an empty one for everything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Return whether a value means yes, in JSON or in a database: `true`, 1, `'1'`, `'true'`. */
export function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

/**
 * Clean a person's name: drop e-mail addresses, and the brackets that feeds put around the name after one.
 *
 * @example nameOf('mina@khabar.example (مینا راد)') // 'مینا راد'
 */
export function nameOf(text: string): string {
  const line = text.slice(0, maxName).replace(/\s+/g, ' ').trim();
  if (!line.includes('@')) return line;
  const rest = line.replace(/\S*@\S*/g, '').trim();
  return /^[(<«].*[)>»]$/.test(rest) ? rest.slice(1, -1).trim() : rest;
}

/** Remove e-mail addresses from a value that is quoted in a note. */
export function withoutEmails(text: string): string {
  return text.slice(0, maxName).replace(/\S*@\S*/g, '…');
}

/**
 * Read a moment that a database stores in UTC: an ISO text with or without offset (`2023-05-01 08:00:00`), seconds or
 * milliseconds. `undefined` for nothing and for `0000-00-00`; the text itself if it is no date.
 */
export function utcDate(value: unknown): NewsDate | string | undefined {
  if (typeof value === 'number') return momentOf(value);
  const text = textOf(value).trim();
  if (text === '' || text.startsWith('0000')) return undefined;
  if (/^\d{9,14}$/.test(text)) return momentOf(Number(text));
  const isBare = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text);
  return parsedOr(isBare ? `${text.replace(' ', 'T')}Z` : text);
}

/** Read seconds or milliseconds since 1970; `undefined` if it is out of range. */
export function momentOf(value: number): NewsDate | undefined {
  const epoch = Math.abs(value) < firstMilliseconds ? value * 1000 : value;
  return Number.isFinite(epoch) && Math.abs(epoch) < lastMoment ? dateAt(Math.trunc(epoch)) : undefined;
}

/**
 * Read a date of a feed, in any notation. A Jalali date that claims to be UTC is Tehran's time: a plugin has written it
 * over the right one. `undefined` for nothing; the text itself if it is no date.
 */
export function feedDate(value: string): NewsDate | string | undefined {
  const text = value.slice(0, maxDate).replace(/\s+/g, ' ').trim();
  if (text === '') return undefined;
  const latin = toLatinDigits(text);
  if (/^1[0-6]\d\d-/.test(latin)) return parsedOr(latin.replace(/(?:Z|[+-]00:?00)$/i, ''));
  return parsedOr(text.replace(basicIso, '$1-$2-$3T$4:$5:$6').replace(dayMonthYear, spellYear));
}

/** RFC 822 allowed years of two digits, and hyphens are as frequent as spaces. */
function spellYear(_: string, day: string, month: string, year: string): string {
  return `${day} ${month} ${year.length === 4 ? year : Number(year) < 70 ? `20${year}` : `19${year}`}`;
}

/** Return the date of a change at least a day after publication; earlier changes are small corrections. */
export function laterDay(
  date: NewsDate | string | undefined,
  updated: NewsDate | string | undefined,
): NewsDate | undefined {
  if (typeof date !== 'object' || typeof updated !== 'object') return undefined;
  return updated.epoch - date.epoch >= day ? updated : undefined;
}

/** Identity of a record in its system. */
export interface Identity {
  /** Name of the system, such as `json`. */
  system: string;
  /** Host of the site; `''` if unknown. */
  host: string;
  /** Number or address of the record; `''` if it has neither: title and date identify it then. */
  key: string;
  title: string;
  date: NewsDate | string | undefined;
}

/**
 * Create an identifier that is the same in every export.
 *
 * @example originOf({ host: 'khabar.example', key: '7', … }) // 'json:khabar.example/7'
 */
export function originOf({ system, host, key, title, date }: Identity): string {
  const found = key.trim().slice(0, maxKey);
  const id = found || `#${hashText(`${title}\n${typeof date === 'object' ? date.iso : (date ?? '')}`)}`;
  if (host === '') return `${system}:${id}`;
  const url = hostOf(id) === host ? URL.parse(id) : null;
  return url ? `${system}:${host}${url.pathname}${url.search}` : `${system}:${host}/${id}`;
}

/** Host of an address without `www.`; `''` if it has none. */
export function hostOf(address: string): string {
  return URL.parse(address.trim())?.hostname.replace(/^www\./, '') ?? '';
}

/** Resolve an address against another; the address itself if that is impossible. */
export function resolveAddress(address: string, base: string | undefined): string {
  const trimmed = address.trim();
  if (trimmed === '' || base === undefined) return trimmed;
  return URL.parse(trimmed, base)?.href ?? trimmed;
}

function parsedOr(text: string): NewsDate | string {
  const plain = parseDate(text);
  if (typeof plain === 'object') return plain;
  const found = plain === 'form' ? readDate(text) : plain;
  return typeof found === 'object' ? found : text.slice(0, maxDate);
}

const basicIso = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(?=Z|[+-]\d\d|$)/;
const dayMonthYear = /\b(\d{1,2})[- ]([A-Za-z]{3,9})[- ](\d{4}|\d\d)(?=[ ,]|$)/;
const maxName = 200;
const maxDate = 120;
const maxKey = 500;
const day = 24 * 60 * 60 * 1000;
const firstMilliseconds = 100_000_000_000;
// The end of the year 2900: the calendar is computed for years up to 3000.
const lastMoment = 29_348_524_800_000;
