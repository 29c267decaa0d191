import { fingerprint } from './hash.ts';
import type { ListView } from './routes.ts';
import type { SiteArticle, StaticPage, Story, Term } from './site.ts';

const stories = new WeakMap<Story, string>();
const articles = new WeakMap<SiteArticle, string>();

/** Stand for all that a list shows of an article. */
export function storyKey(story: Story): string {
  return remember(stories, story, ({ url, kicker, title, lead, date, section, image, video }) => [
    [url, kicker, title, lead, date.iso, date.hasTime, image, video],
    section?.label,
    section?.url,
  ]);
}

/** Stand for all that an article's own page and feeds hold of it, without the articles that it leads to. */
export function articleKey(article: SiteArticle): string {
  return remember(articles, article, ({ key, url, tags, authors, source, section }) => [
    [key, url],
    [...tags, ...authors, source, ...(section ? [section] : [])].map((term) => [term.label, term.url]),
  ]);
}

/** Stand for an article's page. */
export function articlePageKey(article: SiteArticle): string {
  return fingerprint(
    [articleKey(article), ...article.related.map(storyKey), '', ...article.picks.map(storyKey)].join(),
  );
}

/** Stand for a page of a list. */
export function listPageKey({ articles: shown, list: { label, count }, ...said }: ListView): string {
  // Numbered pages do not say how many articles the list has, so that they stay as they are while it grows.
  const size = said.number === undefined ? count : undefined;
  return fingerprint(JSON.stringify([said, label, size]) + shown.map(storyKey).join());
}

/** Stand for the feed of a term. */
export function feedKey({ label, url, feed }: Term): string {
  return fingerprint([label, url, ...feed.map(articleKey)].join());
}

/** Stand for a page of `content/pages`. */
export function staticPageKey(page: StaticPage): string {
  return fingerprint(JSON.stringify(page));
}

function remember<Type extends object>(
  keys: WeakMap<Type, string>,
  value: Type,
  describe: (value: Type) => unknown,
): string {
  let key = keys.get(value);
  if (key === undefined) keys.set(value, (key = fingerprint(JSON.stringify(describe(value)))));
  return key;
}
