import type { SiteArticle } from '../site/site.ts';
import { findTerms } from '../words/words.ts';

/** A headline of the last days, for comparison with a new one. */
export interface RecentHeadline {
  slug: string;
  title: string;
}

/** How far back headlines are compared, in milliseconds. */
const reach = 7 * 24 * 60 * 60 * 1000;
/** Maximum number of headlines that the page of the editor contains. */
const mostHeadlines = 300;
/** Two headlines are near if they share this many words, and these shares of their words. */
const near = { words: 3, ofShorter: 0.7, ofBoth: 0.5 };

/**
 * List the headlines of the last seven days.
 *
 * @param articles Newest first.
 */
export function recentHeadlines(articles: readonly Pick<SiteArticle, 'slug' | 'title' | 'date'>[]): RecentHeadline[] {
  const newest = articles[0]?.date.epoch ?? 0;
  return articles
    .slice(0, mostHeadlines)
    .filter(({ date }) => date.epoch > newest - reach)
    .map(({ slug, title }) => ({ slug, title }));
}

/**
 * Find a headline that says nearly the same: most of its words in any order, whatever their endings and spellings.
 *
 * @param slug Of the article itself, which may be among them.
 */
export function findNearHeadline(
  title: string,
  slug: string,
  recent: readonly RecentHeadline[],
): RecentHeadline | undefined {
  const own = stemsOf(title);
  if (own.size < near.words) return undefined;
  return recent.find((other) => {
    if (other.slug === slug) return false;
    const theirs = stemsOf(other.title);
    const common = own.intersection(theirs).size;
    return (
      common >= near.words &&
      common >= near.ofShorter * Math.min(own.size, theirs.size) &&
      common >= near.ofBoth * own.union(theirs).size
    );
  });
}

function stemsOf(title: string): Set<string> {
  return new Set(findTerms(title).map(({ stem }) => stem));
}
