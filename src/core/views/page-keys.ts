import { fingerprint } from '../text/hash.ts';
import type { CorrectionsView } from './views.ts';
import type { ListView } from './views.ts';
import type { SitemapEntry } from '../feeds/sitemap.ts';
import type { Site, SiteArticle, StaticPage, Story, Term } from '../site/site.ts';

/** Stand for an article's page. */
export function articlePageKey({ feedKey: own, share, related, picks, previous, next }: SiteArticle): string {
  const shown = [...related.map(cardKeyOf), '', ...picks.map(cardKeyOf), previous?.cardKey, next?.cardKey];
  return fingerprint([own, share, ...shown].join());
}

/** Stand for the own page of a list. */
export function listKey({ articles: shown, ...said }: ListView): string {
  return fingerprint(JSON.stringify(said) + shown.map(cardKeyOf).join());
}

/**
 * Stand for a numbered page of a list. It does not say how many articles the list has, so that it stays as it is while
 * the list grows.
 *
 * @param said Stands for what all numbered pages of the list say.
 */
export function numberedPageKey(said: string, number: number, shown: readonly Story[]): string {
  return fingerprint([said, number, ...shown.map(cardKeyOf)].join());
}

/** Stand for a page of «اصلاحیه‌ها». */
export function correctionsKey({ articles: shown, ...said }: CorrectionsView): string {
  const corrections = shown.map(({ date, text, article }) => [date.iso, date.hasTime, text, article.cardKey]);
  return fingerprint(JSON.stringify([said, corrections]));
}

/** Stand for the feed of a term. */
export function termFeedKey({ label, url, feed }: Term): string {
  return fingerprint([label, url, ...feed.map((article) => article.feedKey)].join());
}

/** Stand for the list of all feeds. */
export function opmlKey({ terms }: Pick<Site, 'terms'>): string {
  const named = ({ label, url }: Term): string => `${url} ${label}`;
  return fingerprint(Object.values(terms).flat().map(named).join('\n'));
}

/** Stand for a page of `content/pages`. */
export function staticPageKey(page: StaticPage): string {
  return fingerprint(JSON.stringify(page));
}

/** Stand for a sitemap. */
export function sitemapKey(entries: readonly SitemapEntry[]): string {
  return fingerprint(entries.map(({ url, changed }) => `${url} ${changed?.iso}`).join('\n'));
}

function cardKeyOf(story: Story): string {
  return story.cardKey;
}
