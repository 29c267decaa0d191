import { fingerprint } from '../text/hash.ts';
import type { Discussion } from '../comments/discussion.ts';
import type { CorrectionsView } from './views.ts';
import type { ListView } from './views.ts';
import type { SitemapEntry } from '../feeds/sitemap.ts';
import type { Home, Site, SiteArticle, StaticPage, Story, Term } from '../site/site.ts';

/** Fingerprint of everything an article page shows. Equal fingerprints mean equal bytes. */
export function articlePageKey(article: SiteArticle): string {
  const { feedKey: own, share, isLive, byline, related, picks, previous, next, discussion } = article;
  const shown = [...related.map(cardKeyOf), '', ...picks.map(cardKeyOf), previous?.cardKey, next?.cardKey];
  const comments = discussion ? discussionKey(discussion) : [];
  return fingerprint([own, share, isLive, byline ? JSON.stringify(byline) : '', ...shown, ...comments].join());
}

/** What an article’s own page shows of its discussion: the first threads, the number of comments, links to the other pages. */
function discussionKey({ state, count, pages }: Discussion): (string | number)[] {
  return [state, count, pages.length, pages[0] ?? ''];
}

/** Fingerprint of everything a numbered page of comments shows: its threads, the article’s name, and whether there are more. */
export function commentsPageKey({ cardKey, section }: SiteArticle, discussion: Discussion, number: number): string {
  const { state, pages } = discussion;
  return fingerprint(
    [cardKey, section?.url, section?.label, state, number, number < pages.length, pages[number - 1]].join(),
  );
}

/** Fingerprint of the feed of comments. @param articles Those that can have one of its comments. */
export function commentsFeedKey(articles: readonly SiteArticle[]): string {
  const keyOf = ({ feedKey, discussion }: SiteArticle): string => `${feedKey} ${discussion?.pages.join(' ')}`;
  return fingerprint(articles.map(keyOf).join());
}

/** Fingerprint of everything the own page of a list shows. */
export function listKey({ articles: shown, ...fields }: ListView): string {
  return fingerprint(JSON.stringify(fields) + shown.map(cardKeyOf).join());
}

/**
 * Fingerprint of everything a numbered page of a list shows. It excludes the number of articles, so that the page stays
 * unchanged while the list grows.
 *
 * @param listFields Fingerprint of what all numbered pages of the list share.
 */
export function numberedPageKey(listFields: string, number: number, shown: readonly Story[]): string {
  return fingerprint([listFields, number, ...shown.map(cardKeyOf)].join());
}

/** Fingerprint of everything the front page shows. */
export function homeKey({ breaking, lead, rows, tags, ...lists }: Home): string {
  const blocks = rows.map((row) =>
    row.map(({ articles, ...block }) => ({ ...block, articles: articles.map(cardKeyOf) })),
  );
  const stories = [lifted(lead), lists.with, lists.second, lists.third, lists.latest, lists.picks];
  const names = tags.map(({ label, url }) => [label, url]);
  return fingerprint(JSON.stringify([breaking, blocks, stories.map((list) => list.map(cardKeyOf)), names]));
}

/** Fingerprint of the feed of the podcast. */
export function podcastKey(episodes: readonly SiteArticle[]): string {
  return fingerprint(episodes.map(({ feedKey }) => feedKey).join());
}

/** Fingerprint of the fragment with the entries of live coverage. */
export function liveKey({ contentKey, title }: SiteArticle): string {
  return fingerprint(`${contentKey} ${title}`);
}

/** Fingerprint of the fragment with the most read articles. */
export function popularKey(stories: readonly Story[]): string {
  return fingerprint(stories.map(cardKeyOf).join());
}

function lifted(story: Story | undefined): readonly Story[] {
  return story ? [story] : [];
}

/** Fingerprint of everything a page of «اصلاحیه‌ها» shows. */
export function correctionsKey({ articles: shown, ...fields }: CorrectionsView): string {
  const corrections = shown.map(({ date, text, article }) => [date.iso, date.hasTime, text, article.cardKey]);
  return fingerprint(JSON.stringify([fields, corrections]));
}

/** Fingerprint of the feed of a term. */
export function termFeedKey({ label, url, feed }: Term): string {
  return fingerprint([label, url, ...feed.map((article) => article.feedKey)].join());
}

/** Fingerprint of the list of all feeds. */
export function opmlKey({ terms }: Pick<Site, 'terms'>): string {
  const named = ({ label, url }: Term): string => `${url} ${label}`;
  return fingerprint(Object.values(terms).flat().map(named).join('\n'));
}

/** Fingerprint of a page of `content/pages`. */
export function staticPageKey(page: StaticPage): string {
  return fingerprint(JSON.stringify(page));
}

/** Fingerprint of a sitemap. */
export function sitemapKey(entries: readonly SitemapEntry[]): string {
  return fingerprint(entries.map(({ url, changed }) => `${url} ${changed?.iso}`).join('\n'));
}

function cardKeyOf(story: Story): string {
  return story.cardKey;
}
