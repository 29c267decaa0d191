import { toPersianDigits } from '../../text/persian.ts';
import { foldWord, type SearchTerm, termOf } from '../../words/terms.ts';
import type { SearchWord } from '../../words/words.ts';
import { jalaliDayAt } from './calendar.ts';
import type { JalaliDay } from '../days.ts';

/** A date among the words of a question, by position. */
export interface AskedDate extends JalaliDay {
  first: number;
  last: number;
  /** Ways to write it: each is the words that must occur together. */
  spellings: readonly (readonly SearchTerm[])[];
}

const months = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند'.split(' ');
const gregorian = 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر'.split(' ');
/** Other names, folded, with the names above. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['امرداد', 'مرداد'],
  ['می', 'مه'],
  ['جولای', 'ژوئیه'],
  ['اگوست', 'اوت'],
]);
const [firstYear, lastYear, newCalendar] = [1200, 1599, 1700];
const daysOfMonth = 31;

/** Find the first date of a question: «۱۳۹۹/۰۵/۲۹», «۲۹-۵-۹۹», «۲۹ مرداد ۱۳۹۹», «مرداد ۹۹», «2020-08-19». */
export function findDate(words: readonly SearchWord[], text: string): AskedDate | undefined {
  for (let first = 0; first < words.length; first++) {
    const date = readNumbers(words, first, text) ?? readNames(words, first);
    if (date) return date;
  }
  return undefined;
}

function readNumbers(words: readonly SearchWord[], first: number, text: string): AskedDate | undefined {
  const parts = words.slice(first, first + 3);
  if (parts.length < 3 || parts.some(({ surface }) => !/^\d{1,4}$/.test(surface))) return undefined;
  const gaps = [0, 1].map((index) => text.slice(parts[index]!.end, parts[index + 1]!.start).trim());
  if (gaps[0] !== gaps[1] || !/^[./\u2010-\u2013\u2212-]$/.test(gaps[0]!)) return undefined;
  // A longer row of numbers is no date.
  const [before, after] = [text.slice(0, parts[0]!.start), text.slice(parts[2]!.end)];
  if (/\p{N}[./-]$/u.test(before) || /^[./-]\p{N}/u.test(after)) return undefined;
  const [a, b, c] = parts.map(({ surface }) => surface) as [string, string, string];
  // Of two digits, what can be no day is the year; if both can, the year comes first, as is usual.
  const isYearFirst = a.length === 4 || (c.length < 4 && (Number(a) > daysOfMonth || Number(c) <= daysOfMonth));
  const [year, day] = isYearFirst ? [a, c] : [c, a];
  return describe(first, first + 2, yearOf(year), Number(b), Number(day));
}

function readNames(words: readonly SearchWord[], first: number): AskedDate | undefined {
  const at = (index: number): string => words[index]?.surface ?? '';
  const number = (index: number): number => (/^\d{1,4}$/.test(at(index)) ? Number(at(index)) : Number.NaN);
  const hasDay = number(first) >= 1 && number(first) <= daysOfMonth;
  let next = hasDay ? first + 1 : first;
  const name = monthNumber(at(next));
  if (!name) return undefined;
  const last = next;
  next++;
  if (at(next) === 'ماه') next++;
  if (at(next) === 'سال') next++;
  const day = hasDay ? number(first) : undefined;
  if (!/^\d{2}$|^\d{4}$/.test(at(next)))
    return hasDay && !name.isGregorian ? describe(first, last, undefined, name.month, day) : undefined;
  const year = name.isGregorian ? number(next) : yearOf(at(next));
  return year >= newCalendar === name.isGregorian ? describe(first, next, year, name.month, day) : undefined;
}

function monthNumber(word: string): { month: number; isGregorian: boolean } | undefined {
  const plain = word.length > 4 ? word.replace(/ماه$/, '') : word;
  const name = foldWord(otherNames.get(plain) ?? plain);
  const isName = (each: string): boolean => foldWord(each) === name;
  const month = months.findIndex(isName) + 1;
  if (month > 0) return { month, isGregorian: false };
  const other = gregorian.findIndex(isName) + 1;
  return other > 0 ? { month: other, isGregorian: true } : undefined;
}

/** Read a year of two digits as one of the Jalali years 1350–1449. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 50 ? 1400 : 1300);
}

function describe(
  first: number,
  last: number,
  year: number | undefined,
  month: number,
  day: number | undefined,
): AskedDate | undefined {
  if (month < 1 || month > months.length || (day !== undefined && (day < 1 || day > daysOfMonth))) return undefined;
  const isGregorian = year !== undefined && year >= newCalendar;
  // A month of one calendar is no month of the other.
  if (isGregorian && day === undefined) return undefined;
  const date = isGregorian ? jalaliDayAt(Date.UTC(year, month - 1, day), 'UTC') : { year, month, day };
  if (date.year !== undefined && (date.year < firstYear || date.year > lastYear)) return undefined;
  const name = (isGregorian ? gregorian : months)[month - 1]!;
  return { ...date, first, last, spellings: spellingsOf(name, year, month, day) };
}

function spellingsOf(
  name: string,
  year: number | undefined,
  month: number,
  day: number | undefined,
): (readonly SearchTerm[])[] {
  const named = [day, foldWord(name), year].filter((part) => part !== undefined).map(String);
  const numbered = [year, month, day].map((part) => String(part).padStart(2, '0'));
  return [named, ...(year === undefined || day === undefined ? [] : [numbered])].map((parts) => parts.map(termOf));
}

/** Format a day or a month: «۲۹ مرداد ۱۳۹۹». */
export function formatDay({ year, month, day }: JalaliDay): string {
  return [day, months[month - 1]!, year]
    .filter((part) => part !== undefined)
    .map((part) => toPersianDigits(String(part)))
    .join(' ');
}
