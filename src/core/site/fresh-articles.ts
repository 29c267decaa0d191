import type { SiteArticle } from './site.ts';

/** Return whether an article belongs in the news sitemap. Both times are in milliseconds since 1970-01-01T00:00Z. */
export function isFresh(epoch: number, now: number): boolean {
  return epoch > now - freshTime;
}

/**
 * Select the articles for the news sitemap.
 *
 * @param articles Newest first.
 * @param now Milliseconds since 1970-01-01T00:00Z.
 */
export function freshArticles<Item extends Pick<SiteArticle, 'date'>>(articles: readonly Item[], now: number): Item[] {
  const end = articles.findIndex(({ date }) => !isFresh(date.epoch, now));
  return articles.slice(0, Math.min(freshCount, end === -1 ? articles.length : end));
}

/** Google's limits for news sitemaps: the last two days, and at most 1,000 articles. */
const freshTime = 48 * 3600000;
const freshCount = 1000;
