import { searchEngineOf } from '../config/search-engine.ts';
import { buildTerms, indexAllTerms } from './terms.ts';
import { buildArchive } from './archive.ts';
import type { Article } from '../article.ts';
import { commentAddresses } from '../comments/addresses.ts';
import { type CommentFile, findOrphans, findTakenPages } from '../comments/discussion.ts';
import { findDeadAddresses, findDeadSettings, findDeadTargets, type SettingsFile } from './check-addresses.ts';
import { matchProfiles, matchTexts } from './author-profiles.ts';
import { findBrokenReferences, findDuplicateIds, findDuplicateSlugs, type KnownFile } from './check-references.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { listCorrections } from './corrections.ts';
import {
  type EditionFile,
  editionsFolder,
  editionsLabel,
  findEditionsPages,
  findGoneArticles,
  placeEditions,
} from '../editions/edition.ts';
import { findUnknownTags, type FrontFile, withFront } from './front-file.ts';
import { buildHome } from './home.ts';
import { freshArticles } from './fresh-articles.ts';
import { hourOf } from '../live/live-entries.ts';
import { isOngoing } from '../live/live.ts';
import { newestFirst } from './newest-first.ts';
import { toList } from './numbered-pages.ts';
import { findPopular } from '../popular/find-popular.ts';
import type { Problem } from '../problems/problem.ts';
import type { RedirectLine } from '../front-matter/redirect-lines.ts';
import { buildRedirects } from './redirects.ts';
import { isReservedSlug, optionalFeeds } from './reserved-paths.ts';
import { collectAddresses } from './site-addresses.ts';
import { findRelated, type RelatedLists } from '../related/find-related.ts';
import type { RelatedMemory } from '../related/memory.ts';
import { describeRelated, placeArticles, relateArticles } from './place-articles.ts';
import type { AuthorProfile, ReadPage, Site, SiteArticle, StaticPage, TermText } from './site.ts';
import { createUrls } from '../urls.ts';

/** Input of {@link buildSite}. */
export interface SiteInput {
  config: SiteConfig;
  /** In any order. */
  articles: readonly Article[];
  pages: readonly ReadPage[];
  authors?: readonly AuthorProfile[];
  /** Texts about sections and tags. */
  termTexts?: readonly TermText[];
  /** The redirects of `redirects.txt`. */
  redirectLines?: readonly RedirectLine[];
  /** The composition of the front page, if editors made one. */
  front?: FrontFile | undefined;
  /** The files of `content/editions`. */
  editions?: readonly EditionFile[];
  /** Slugs of the most read articles, the most read first. */
  popular?: readonly string[];
  /** The files of `content/comments`, if the site has comments. */
  comments?: readonly CommentFile[];
  /** All article files, including those with problems, so that links to them are not reported as broken. */
  files: readonly KnownFile[];
  /** Paths of files published unchanged, starting with `/`. */
  publicFiles?: readonly string[];
  /** Local files that each content file uses, with their percent-encoded paths on the site. */
  assets?: ReadonlyMap<string, readonly { url: string }[]>;
  /** Whether the newsroom's own pages or redirects serve a path (unencoded, relative to the base). */
  isElsewhere?: (path: string) => boolean;
  /** The configuration file, for positions in messages. */
  settings?: SettingsFile | undefined;
  /** Time of the build, in milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Include drafts and embargoed articles, as in a preview. */
  drafts?: boolean;
}

/** The built site and the problems found while building it. */
export interface BuiltSite {
  /** Frozen. */
  site: Site;
  /** Problems that involve more than one file. */
  problems: Problem[];
  /** Broken links within the site, which do not prevent publishing. */
  warnings: Problem[];
  /** Input for the next build. */
  related: RelatedMemory;
}

/**
 * Build the site model from articles: order, terms, numbered pages, archive, related articles, front page. The result
 * does not depend on the order of the input.
 *
 * @param input With the memory of an earlier build in `related`, fewer related lists are recomputed; the site is the
 *   same.
 */
export function buildSite(input: SiteInput & { related?: RelatedMemory | undefined }): BuiltSite {
  const published = publishedArticles(input);
  const { lists, memory } = findRelated(published.map(describeRelated), relatedCount(input.config), input.related);
  const { finish, problems, findWarnings } = draftSite(input, published);
  return { site: finish(lists), related: memory, problems, warnings: findWarnings() };
}

/** Select the articles that the site publishes, newest first. */
export function publishedArticles(input: SiteInput): Article[] {
  return newestFirst(input.articles.filter(publicationTest(input)));
}

/**
 * Number of related articles to find per article: one more than shown, since one of them may also be pinned by the
 * editor.
 */
export function relatedCount({ sizes }: SiteConfig): number {
  return sizes.related + 1;
}

/** A site without related articles, which take as long to compute as everything else. */
export interface SiteDraft {
  /** Newest first. */
  articles: readonly SiteArticle[];
  problems: Problem[];
  /**
   * Find broken links within the site, which do not prevent publishing.
   *
   * @param isAlsoThere Further addresses that exist, as in `SiteInput.isElsewhere`.
   */
  findWarnings(isAlsoThere?: (path: string) => boolean): Problem[];
  /** Assign related articles, given the lists of {@link findRelated}. */
  finish(related: RelatedLists['lists']): Site;
}

/**
 * Build the site without related articles.
 *
 * @param published Result of {@link publishedArticles}.
 */
export function draftSite(input: SiteInput, published: readonly Article[]): SiteDraft {
  const config = withExistingFooterPages(input);
  const urls = createUrls(config.url);
  const indexes = indexAllTerms(published, config, urls);
  const { profiles, problems: duplicates } = matchProfiles(input.authors ?? [], indexes.authors);
  const articles = placeArticles(published, indexes, profiles, config, urls, input.comments);
  for (const article of articles) {
    if (!isOngoing(article, input.now)) continue;
    article.isLive = true;
    // A new article changes the index anyway; a live entry should not.
    article.searchedTo = hourOf(articles[0]!.date);
  }
  const { texts: termTexts, problems: strayTexts } = matchTexts(input.termTexts ?? [], indexes);
  const terms = buildTerms(articles, indexes, profiles, termTexts, config, urls);
  const latest = toList('آخرین اخبار', urls.page('latest'), articles, config.sizes.page);
  const archive = buildArchive(articles, config.sizes.page, urls);
  const corrections = listCorrections(articles, config.sizes.page, urls);
  const placed = placeEditions(input.editions ?? [], articles, published, urls, input.now);
  const editions =
    placed.length > 0 ? toList(editionsLabel, urls.page(editionsFolder), placed, config.sizes.page) : undefined;
  const pages = input.pages.map(({ aliases: _aliases, ...page }): StaticPage => ({
    ...page,
    url: urls.page(page.slug),
  }));
  const otherLists = [latest, ...archive.flatMap(({ months }) => months), corrections, ...(editions ? [editions] : [])];
  const lists = [...otherLists, ...Object.values(terms).flat()];
  const publicFiles = [...(input.publicFiles ?? []), ...optionalFeeds(config)];
  const ofComments = commentAddresses(config, urls, articles);
  const isPublished = publicationTest(input);
  const hidden = input.articles.filter((article) => !isPublished(article));
  const waiting = hidden.map(({ slug, file }) => ({ url: urls.page('news', slug), file }));
  const { redirects, aliases, oldQueries, problems } = buildRedirects({
    articles: newestFirst(input.articles.filter((article) => article.aliases.length > 0)),
    pages: input.pages,
    lines: input.redirectLines,
    terms: Object.values(terms).flat(),
    lists,
    others: [...articles, ...waiting, ...pages, ...archive, ...placed, ...ofComments],
    publicFiles,
    feeds: optionalFeeds(config),
    urls,
    isPublished,
    waiting,
  });
  const popular = findPopular(articles, input.popular);
  const references = findBrokenReferences(input.articles, withFront(input.files, input.front), isPublished);
  const site: Site = Object.freeze({
    config,
    urls,
    articles,
    terms,
    latest,
    archive,
    corrections,
    pages,
    redirects,
    aliases,
    ...(oldQueries && { oldQueries }),
    home: buildHome({ ...input, articles, terms, popular, findTag: indexes.tags.find, config }),
    newest: articles.slice(0, config.sizes.latest),
    popular,
    ...(popular.length > 0 && { hasPopular: true as const }),
    feed: articles.slice(0, config.sizes.feed),
    ...(editions && { editions }),
    searchEngine: searchEngineOf(config, articles.length),
    fresh: freshArticles(articles, input.now),
  });
  const findWarnings = (isAlsoThere: (path: string) => boolean = () => false): Problem[] => {
    const shown = [...published, ...pages, ...profiles.values(), ...termTexts.values()];
    const addresses = collectAddresses({
      ...site,
      lists: otherLists,
      waiting: hidden,
      ofComments: [...ofComments, ...placed],
      publicFiles,
      assets: () => shown.flatMap(({ file }) => (input.assets?.get(file) ?? []).map(({ url }) => url)),
      isElsewhere: (path) => isAlsoThere(path) || input.isElsewhere?.(path) === true,
    });
    const texts = { articles: input.articles, pages, authors: input.authors ?? [], isPublished };
    return [
      ...findDeadAddresses(input.files, addresses, texts),
      ...findDeadSettings(input.config, addresses, urls, input.settings),
      ...findDeadTargets(input.redirectLines ?? [], addresses),
      ...findOrphans(input.comments ?? [], input.files),
      ...findGoneArticles(input.editions ?? [], published),
    ];
  };
  return {
    articles,
    findWarnings,
    problems: [
      ...findDuplicateSlugs(input.files),
      ...findDuplicateIds(input.articles.filter(({ id }) => id !== undefined)),
      ...references,
      ...problems,
      ...duplicates,
      ...strayTexts,
      ...findTakenPages(config, input.pages),
      ...(editions ? findEditionsPages(input.pages) : []),
      ...(input.front ? findUnknownTags(input.front, indexes.tags) : []),
    ],
    finish: (related) => {
      relateArticles(articles, published, related, config);
      return site;
    },
  };
}

function publicationTest({ drafts, now }: SiteInput): (article: Article) => boolean {
  return (article) => drafts === true || (!article.draft && article.date.epoch <= now);
}

/**
 * Remove footer links to pages that neither `content/pages` nor the newsroom has; {@link findDeadSettings} reports
 * them.
 */
function withExistingFooterPages({ config, pages, isElsewhere }: SiteInput): SiteConfig {
  const exists = ({ href }: { href: string }): boolean => {
    const slug = /^\/([^/?#]+)\/?$/.exec(href)?.[1];
    if (slug === undefined || isReservedSlug(slug) || slug.includes('.')) return true;
    return pages.some((page) => page.slug === slug) || isElsewhere?.(`/${slug}/`) === true;
  };
  return { ...config, footer: config.footer.filter(exists) };
}
