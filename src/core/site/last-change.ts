import type { NewsDate } from '../dates/news-date.ts';
import type { SiteArticle } from './site.ts';

/** Return when an article was published or last changed: its date, its update or its newest correction. */
export function lastChangeOf({ date, updated, corrections }: DatedParts): NewsDate {
  return latestOf([date, updated, ...corrections.map((correction) => correction.date)]) ?? date;
}

/** Return when an article last changed after publication, or `undefined`. */
export function laterChangeOf(article: DatedParts): NewsDate | undefined {
  const change = lastChangeOf(article);
  return change.epoch > article.date.epoch ? change : undefined;
}

/** Return when any of the articles was last published or changed. */
export function newestChange(articles: readonly DatedParts[]): NewsDate | undefined {
  return latestOf(articles.map(lastChangeOf));
}

/** Return the latest of some dates; `undefined` if there is none. */
export function latestOf(dates: readonly (NewsDate | undefined)[]): NewsDate | undefined {
  let latest: NewsDate | undefined;
  for (const date of dates) if (date && (!latest || date.epoch > latest.epoch)) latest = date;
  return latest;
}

type DatedParts = Pick<SiteArticle, 'date' | 'updated' | 'corrections'>;
