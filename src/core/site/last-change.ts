import type { NewsDate } from '../dates/news-date.ts';
import type { SiteArticle } from './site.ts';

/** Find when an article was published or last changed: its date, its update or the newest of its corrections. */
export function lastChangeOf({ date, updated, corrections }: DatedParts): NewsDate {
  return latestOf([date, updated, ...corrections.map((correction) => correction.date)]) ?? date;
}

/** Find when an article was changed after it was published, if it was. */
export function laterChangeOf(article: DatedParts): NewsDate | undefined {
  const change = lastChangeOf(article);
  return change.epoch > article.date.epoch ? change : undefined;
}

/** Find when the newest of the articles was published or changed. */
export function newestChange(articles: readonly DatedParts[]): NewsDate | undefined {
  return latestOf(articles.map(lastChangeOf));
}

/** Find the latest of some dates. */
export function latestOf(dates: readonly (NewsDate | undefined)[]): NewsDate | undefined {
  let latest: NewsDate | undefined;
  for (const date of dates) if (date && (!latest || date.epoch > latest.epoch)) latest = date;
  return latest;
}

type DatedParts = Pick<SiteArticle, 'date' | 'updated' | 'corrections'>;
