import { fingerprint } from './hash.ts';
import type { ListView } from './routes.ts';
import type { SiteArticle, StaticPage, Story, Term } from './site.ts';

/** Make the key that stands for all that a list shows of an article. */
export function storyKey({ url, kicker, title, lead, date, section, image, video }: Story): string {
  const own = [url, kicker, title, lead, date.iso, date.hasTime, image, video];
  return fingerprint(JSON.stringify([own, section?.label, section?.url]));
}

/** Make the key that stands for all that an article's own page and feeds hold of it, without the articles that it leads to. */
export function ownKey({ key, url, tags, authors, source, section }: SiteArticle): string {
  const terms = [...tags, ...authors, source, ...(section ? [section] : [])];
  return fingerprint(JSON.stringify([[key, url], terms.map((term) => [term.label, term.url])]));
}

/** Stand for an article's page. */
export function articlePageKey({ ownKey: own, related, picks }: SiteArticle): string {
  return fingerprint([own, ...related.map(keyOfStory), '', ...picks.map(keyOfStory)].join());
}

/** Stand for a page of a list. */
export function listPageKey({ articles: shown, list: { label, count }, ...said }: ListView): string {
  // Numbered pages do not say how many articles the list has, so that they stay as they are while it grows.
  const size = said.number === undefined ? count : undefined;
  return fingerprint(JSON.stringify([said, label, size]) + shown.map(keyOfStory).join());
}

/** Stand for the feed of a term. */
export function feedKey({ label, url, feed }: Term): string {
  return fingerprint([label, url, ...feed.map((article) => article.ownKey)].join());
}

/** Stand for a page of `content/pages`. */
export function staticPageKey(page: StaticPage): string {
  return fingerprint(JSON.stringify(page));
}

function keyOfStory(story: Story): string {
  return story.storyKey;
}
