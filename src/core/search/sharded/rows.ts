import type { LabelNumberer } from './labels.ts';
import type { TableRow } from './table.ts';
import type { SiteArticle } from '../../site/site.ts';

/** Tell what the search knows of a period's articles without their texts. They come oldest first. */
export function describeRows(
  articles: readonly SiteArticle[],
  lengths: readonly number[],
  { numbersOf }: LabelNumberer,
): TableRow[] {
  const rows: TableRow[] = [];
  for (const [number, article] of articles.entries()) {
    const { year, month, day: date } = article.date.jalali;
    const day = (year * 100 + month) * 100 + date;
    const before = rows.at(-1);
    const place = before?.day === day ? before.place + 1 : 0;
    rows.push({ day, place, length: lengths[number]!, ...numbersOf(article) });
  }
  return rows;
}
