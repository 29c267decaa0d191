import { formatDate } from '../../dates/news-date.ts';
import type { SiteArticle } from '../../site/site.ts';

/** What Pagefind's own tools show of an article, and filter by. */
export interface RecordFacts {
  /** Path from the site's base, which Pagefind derives from the address of its index. */
  url: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

/**
 * Describe an article for Pagefind.
 *
 * @param base The site's path, without a final slash.
 */
export function describeRecord(article: SiteArticle, base: string): RecordFacts {
  const { url, title, date, section, source, tags } = article;
  return {
    url: url.slice(base.length),
    // Pagefind indexes these as well: a date of words and few numbers.
    meta: { title, date: formatDate(date) },
    filters: {
      ...(section && { section: [section.label] }),
      source: [source.label],
      year: [String(date.jalali.year)],
      ...(tags.length > 0 && { tag: tags.map(({ label }) => label) }),
    },
  };
}
