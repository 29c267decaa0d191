import type { Article } from '../article.ts';
import { dateAt, type NewsDate, toJalaliDay } from '../dates/news-date.ts';
import { guessDate } from '../dates/propose.ts';
import type { Problem } from '../problems/problem.ts';
import { lunarDay, lunarYear } from '../dates/lunar.ts';
import { newestFirst } from '../site/newest-first.ts';

/** Dates further ahead than this (a year, in milliseconds) are typos rather than embargoes. */
const farAhead = 366 * 86_400_000;
/** Dates further back than this (fifty years, in milliseconds) are typos rather than archive material. */
const farBack = 50 * 366 * 86_400_000;
const top = { line: 1, column: 1 };

/**
 * Find dates that look like typos: years ahead, such as 1440 for 1404, or decades back, and dates of the lunar
 * calendar.
 *
 * @param now Milliseconds since 1970-01-01T00:00Z.
 */
export function findDateSlips(articles: readonly DatedArticle[], now: number): Problem[] {
  return articles.flatMap(({ file, date, updated, datePlaces }) => {
    const slips = [describe(date, now), updated && describe(updated, now)];
    return slips.flatMap((slip, index): Problem[] => {
      if (!slip) return [];
      const field = index === 0 ? 'date' : 'updated';
      const { id, found, guess } = slip;
      return [
        { id, file, field, ...(datePlaces?.[field] ?? datePlaces?.date ?? top), values: { found, field, guess } },
      ];
    });
  });
}

type DatedArticle = Pick<Article, 'file' | 'date' | 'updated' | 'datePlaces'>;

interface Slip {
  id: 'date-future' | 'date-lunar' | 'date-past';
  found: string;
  guess: string;
}

function describe(date: NewsDate, now: number): Slip | undefined {
  if (date.epoch <= now + farAhead && date.epoch >= now - farBack) return undefined;
  const today = dateAt(now).jalali;
  const { year, month, day } = date.jalali;
  const found = toJalaliDay(date);
  const hour = date.hasTime ? ` ${date.iso.slice(11, 16)}` : '';
  const write = (guessed: number): string => guessDate(`${guessed}/${month}/${day}`) ?? found;
  if (date.epoch < now) return { id: 'date-past', found, guess: write(likelyYear(year, today.year)) + hour };
  const lunar = Math.abs(year - lunarYear(now)) <= 1 ? lunarDay(year, month, day) : undefined;
  if (lunar !== undefined) return { id: 'date-lunar', found, guess: toJalaliDay(dateAt(lunar)) + hour };
  return { id: 'date-future', found, guess: write(likelyYear(year, today.year)) + hour };
}

/**
 * Guess the intended year: the latest of the last 30 that two swapped digits, or else one wrong digit, turn into the
 * written year; otherwise last year.
 */
function likelyYear(written: number, today: number): number {
  const typed = String(written).padStart(4, '0');
  const swapped = new Set([0, 1, 2].map((at) => typed.slice(0, at) + typed[at + 1]! + typed[at] + typed.slice(at + 2)));
  const isOneDigit = (year: string): boolean => [...year].filter((digit, at) => digit !== typed[at]).length === 1;
  const recent = Array.from({ length: 30 }, (_, back) => today - back);
  const exchanged = recent.find((year) => swapped.has(String(year)));
  return exchanged ?? recent.find((year) => isOneDigit(String(year))) ?? today - 1;
}

/**
 * Warn about days on which several articles have no time, so that file names determine their order: once per day, at
 * its newest article. Drafts, and articles with an `order`, do not count. In an archive without times, the newest days
 * are listed and the rest counted.
 */
export function findUntimedDays(articles: readonly Article[]): Problem[] {
  const untimed = articles.filter(({ date, draft, order }) => !date.hasTime && !draft && order === undefined);
  const days = [...Map.groupBy(newestFirst(untimed), ({ date }) => date.epoch).values()].filter(
    (ofDay) => ofDay.length > 1,
  );
  if (days.length === 0) return [];
  const at = ({ file, datePlaces }: Article): Pick<Problem, 'file' | 'field' | 'line' | 'column'> => ({
    file,
    field: 'date',
    ...(datePlaces?.date ?? { line: 1, column: 1 }),
  });
  const named = days.slice(0, daysNamed).map((ofDay): Problem => {
    const day = dayOf(ofDay[0]!);
    return { ...at(ofDay[0]!), id: 'day-without-hours', values: { count: `${ofDay.length}`, day } };
  });
  const rest = days.slice(daysNamed);
  if (rest.length === 0) return named;
  const newest = rest[0]![0]!;
  const values = { days: `${rest.length}`, count: `${rest.flat().length}`, day: dayOf(newest) };
  return [...named, { ...at(newest), id: 'days-without-hours', values }];
}

const daysNamed = 10;

function dayOf({ date: { jalali } }: Article): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${jalali.year}/${two(jalali.month)}/${two(jalali.day)}`;
}
