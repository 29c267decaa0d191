import type { SiteArticle } from './site.ts';

/** Tell whether an article belongs into the news sitemap at a moment. Both are milliseconds since 1970-01-01T00:00Z. */
export function isFresh(epoch: number, now: number): boolean {
  return epoch > now - freshTime;
}

/** Find the articles for the news sitemap. @param articles Newest first. */
export function freshArticles<Item extends Pick<SiteArticle, 'date'>>(articles: readonly Item[], now: number): Item[] {
  const end = articles.findIndex(({ date }) => !isFresh(date.epoch, now));
  return articles.slice(0, Math.min(freshCount, end === -1 ? articles.length : end));
}

/** Google takes articles of the last two days, and at most so many. */
const freshTime = 48 * 3600000;
const freshCount = 1000;
