import type { Article } from '../article.ts';
import type { Problem } from '../problems/problem.ts';
import { newestFirst } from '../site/newest-first.ts';

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
