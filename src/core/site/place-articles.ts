import { type Article, isOpinion } from '../article.ts';
import { type CommentFile, discussionFinder } from '../comments/discussion.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { feedKey } from './article-keys.ts';
import type { RelatedLists } from '../related/find-related.ts';
import type { RelatedItem } from '../related/features.ts';
import { articleCard, shareTest, shareUrl } from '../pictures/share-card.ts';
import type { AuthorProfile, SiteArticle, TermKind, TermLink } from './site.ts';
import type { TermIndex } from './terms.ts';
import { fingerprint } from '../text/hash.ts';
import type { Urls } from '../urls.ts';

/**
 * Add the site's data to articles, newest first: URLs, terms and share pictures. {@link relateArticles} completes
 * them.
 */
export function placeArticles(
  articles: readonly Article[],
  terms: Readonly<Record<TermKind, TermIndex>>,
  profiles: ReadonlyMap<string, AuthorProfile>,
  config: SiteConfig,
  urls: Urls,
  comments?: readonly CommentFile[],
): readonly MutableArticle[] {
  const hasShare = shareTest(articles[0], config);
  const findDiscussion = discussionFinder(config, articles[0]?.date, comments);
  const placed = articles.map((article) => {
    const share = hasShare(article) ? shareUrl(urls, articleCard(article, config), article.slug) : undefined;
    const discussion = findDiscussion(article);
    const own = placeArticle(article, terms, profiles, urls, share);
    if (discussion) own.discussion = discussion;
    return own;
  });
  linkNeighbours(placed);
  return placed;
}

/**
 * Assign related articles and picks to placed articles, and freeze them.
 *
 * @param articles The same articles as parsed: their pins come first.
 * @param lists Indices of related articles, best first.
 */
export function relateArticles(
  placed: readonly MutableArticle[],
  articles: readonly Article[],
  lists: RelatedLists['lists'],
  { sizes }: SiteConfig,
): void {
  const isPinned = articles.some(({ related }) => related.length > 0);
  const bySlug = new Map(isPinned ? placed.map((article) => [article.slug, article]) : []);
  const pick = pickFinder(placed, sizes.picks);
  placed.forEach((article, position) => {
    const pins = articles[position]!.related.flatMap(({ slug }) => bySlug.get(slug) ?? []);
    const found = lists[position]!.map((other) => placed[other]!);
    article.related = [...new Set([...pins, ...found])]
      .filter((other) => other !== article)
      .slice(0, Math.max(sizes.related, pins.length));
    article.picks = pick(article);
    Object.freeze(article);
  });
  Object.freeze(placed);
}

/** Link each article to the previous and next one of its section. */
function linkNeighbours(articles: readonly MutableArticle[]): void {
  const newer = new Map<string, MutableArticle>();
  for (const article of articles) {
    if (!article.section) continue;
    const next = newer.get(article.section.slug);
    if (next) [article.next, next.previous] = [next, article];
    newer.set(article.section.slug, article);
  }
}

/** Select the input of {@link findRelated} from an article. */
export function describeRelated({ slug, date: { epoch }, section, features, contentKey }: Article): RelatedItem {
  return { slug, epoch, section, features, contentKey };
}

/** An article under construction. */
export type MutableArticle = { -readonly [Key in keyof SiteArticle]: SiteArticle[Key] };

function placeArticle(
  article: Article,
  terms: Readonly<Record<TermKind, TermIndex>>,
  profiles: ReadonlyMap<string, AuthorProfile>,
  urls: Urls,
  share: string | undefined,
): MutableArticle {
  const { aliases, links: _links, features: _features, datePlaces: _places, ...own } = article;
  const find = (kind: TermKind, names: readonly string[]): TermLink[] => [
    ...new Set(names.flatMap((name) => terms[kind].find(name) ?? [])),
  ];
  const [source] = find('sources', [article.source.name]);
  const placed: MutableArticle = {
    ...own,
    url: urls.page('news', article.slug),
    firstUrl: urls.page('news', firstSlug(aliases) ?? article.slug),
    feedKey: '',
    tags: find('tags', article.tags),
    section: article.section === undefined ? undefined : terms.sections.find(article.section),
    source: { ...source!, homepage: article.source.url },
    authors: find('authors', article.authors),
    share,
    related: [],
    picks: [],
  };
  placed.feedKey = feedKey(placed);
  const [author] = placed.authors;
  if (isOpinion(article) && author) {
    const image = profiles.get(author.url)?.image;
    placed.byline = { name: author.label, url: author.url, image };
    placed.cardKey = fingerprint(`${article.cardKey} ${JSON.stringify(placed.byline)}`);
  }
  return placed;
}

/** Return the slug of the first alias that is an article address of this site. */
function firstSlug(aliases: Article['aliases']): string | undefined {
  for (const { path, query } of aliases) {
    if (query !== undefined) continue;
    const [, slug] = /^\/news\/([^/]+?)\/?$/.exec(path) ?? [];
    if (slug !== undefined) return slug;
  }
  return undefined;
}

/**
 * Return a function that finds picks for articles, newest first: the nearest before an article, then the nearest after it,
 * without those beside which it is shown as related. Once enough picks are older than an article, new picks do not change
 * its page.
 */
function pickFinder(articles: readonly SiteArticle[], count: number): (article: SiteArticle) => SiteArticle[] {
  const picked = articles.filter((article) => article.picked);
  let later = 0;
  return (article) => {
    const reach = count + article.related.length;
    const nearestAfter = picked.slice(Math.max(0, later - reach), later).toReversed();
    if (article === picked[later]) later++;
    const nearestBefore = picked.slice(later, later + reach);
    return [...nearestBefore, ...nearestAfter].filter((other) => !article.related.includes(other)).slice(0, count);
  };
}
