import { jalaaliMonthLength, toGregorian } from 'jalaali-js';
import { listPages } from '../site/numbered-pages.ts';
import type { ArchiveMonth, SiteArticle } from '../site/site.ts';

/** A day of a calendar. */
export interface CalendarDay {
  day: number;
  /** Number of articles. */
  count: number;
  /** Path and fragment of its newest article in a list; absent if there is none. */
  url?: string | undefined;
  isFriday: boolean;
}

/** A month as weeks of seven days from Saturday; days of other months are `undefined`. */
export interface MonthCalendar {
  weeks: readonly (readonly (CalendarDay | undefined)[])[];
  /** The nearest earlier month with articles. */
  previous?: Pick<ArchiveMonth, 'label' | 'url'> | undefined;
  next?: Pick<ArchiveMonth, 'label' | 'url'> | undefined;
}

const weekLength = 7;
const friday = 6;

/** Lay out a Jalali month of the archive as a calendar. */
export function monthCalendar(month: ArchiveMonth, previous?: ArchiveMonth, next?: ArchiveMonth): MonthCalendar {
  const { gy, gm, gd } = toGregorian(month.year, month.month, 1);
  const offset = (new Date(Date.UTC(gy, gm - 1, gd)).getUTCDay() + 1) % weekLength;
  const length = jalaaliMonthLength(month.year, month.month);
  const days = countDays(month);
  const weeks = Array.from({ length: Math.ceil((offset + length) / weekLength) }, (_, week) =>
    Array.from({ length: weekLength }, (__, weekday) => {
      const day = week * weekLength + weekday - offset + 1;
      if (day < 1 || day > length) return undefined;
      return { day, isFriday: weekday === friday, ...(days.get(day) ?? { count: 0 }) };
    }),
  );
  return { weeks, previous: linkTo(previous), next: linkTo(next) };
}

/** Anchors of articles on a page of a month: the first article of each day has one. @param articles Newest first. */
export function dayAnchors(articles: readonly Pick<SiteArticle, 'date'>[]): (string | undefined)[] {
  const dayOf = (index: number): number | undefined => articles[index]?.date.jalali.day;
  return articles.map((_, index) => (dayOf(index) === dayOf(index - 1) ? undefined : anchorOf(dayOf(index)!)));
}

function anchorOf(day: number): string {
  return `day-${day}`;
}

/** Count the articles of each day, with the address of the newest in a list. */
function countDays(month: ArchiveMonth): Map<number, Pick<CalendarDay, 'count' | 'url'>> {
  const [own, ...numbered] = listPages(month);
  const days = new Map<number, { count: number; url: string }>();
  for (const page of [own!, ...numbered.toReversed()]) {
    for (const { date } of page.articles) {
      const { day } = date.jalali;
      const known = days.get(day);
      if (known) known.count++;
      else days.set(day, { count: 1, url: `${page.url}#${anchorOf(day)}` });
    }
  }
  return days;
}

function linkTo(month: ArchiveMonth | undefined): MonthCalendar['previous'] {
  return month && { label: month.label, url: month.url };
}
