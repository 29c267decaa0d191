import { isOnDate, type JalaliDay } from '../days.ts';

/** Where the archive shows a day or a month. */
export interface ArchiveLink {
  year: number;
  month: number;
  day?: number | undefined;
  /** Number of articles of the day or month; 0 if only another day of the month has some. */
  count: number;
  /** Below the archive's own path. */
  path: string;
}

/**
 * Find the page of the archive with a day, or with a month; of a day without a year, the newest one with articles.
 *
 * @param days Days of all articles, oldest first, as in tables: 14040724.
 * @param pageSize Number of articles on a page of the archive: see `splitList`.
 * @returns `undefined` if the month has no articles.
 */
export function findInArchive(days: readonly number[], asked: JalaliDay, pageSize: number): ArchiveLink | undefined {
  const newest = days.findLast((day) => isOnDate(day, asked));
  const year = asked.year ?? (newest === undefined ? undefined : Math.floor(newest / 10_000));
  if (year === undefined) return undefined;
  const { month, day } = asked;
  const ofMonth = days.filter((each) => isOnDate(each, { year, month }));
  if (ofMonth.length === 0) return undefined;
  const count = ofMonth.filter((each) => isOnDate(each, { year, month, day })).length;
  const path = `${year}/${String(month).padStart(2, '0')}/`;
  if (day === undefined || count === 0) return { year, month, day, count, path };
  const place = ofMonth.findLastIndex((each) => each % 100 === day);
  const page = Math.floor(place / pageSize) + 1;
  const isNumbered = page < Math.floor(ofMonth.length / pageSize);
  return { year, month, day, count, path: `${path}${isNumbered ? `page/${page}/` : ''}#day-${day}` };
}
