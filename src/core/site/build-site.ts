import { buildArchive } from './archive.ts';
import type { Article } from '../article.ts';
import { matchProfiles } from './author-profiles.ts';
import { findBrokenReferences, findDuplicateSlugs, type KnownFile } from './check-references.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { listCorrections } from './corrections.ts';
import { buildHome } from './home.ts';
import { freshArticles } from './fresh-articles.ts';
import { toList } from './numbered-pages.ts';
import type { Problem } from '../problems/problem.ts';
import { buildRedirects } from './redirects.ts';
import { isReservedSlug } from './reserved-paths.ts';
import { findRelated, type RelatedLists } from '../related/find-related.ts';
import type { RelatedMemory } from '../related/memory.ts';
import { describeRelated, placeArticles, relateArticles } from './place-articles.ts';
import type { AuthorProfile, Site, SiteArticle, StaticPage, Term, TermKind } from './site.ts';
import { indexSections, indexTerms, spellingsOf, type TermIndex } from './terms.ts';
import { createUrls, type Urls } from '../urls.ts';

/** What a site is made of. */
export interface SiteInput {
  config: SiteConfig;
  /** In any order. */
  articles: readonly Article[];
  pages: readonly Omit<StaticPage, 'url'>[];
  authors?: readonly AuthorProfile[];
  /** All article files, those with problems among them, so that nobody is told that they do not exist. */
  files: readonly KnownFile[];
  /** Paths of files that are published as they are, from `/`. */
  publicFiles?: readonly string[];
  /** The moment of the build, in milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Show drafts and articles under embargo too, as a preview does. */
  drafts?: boolean;
}

/** A site, and what there is to say of it. */
export interface BuiltSite {
  /** Frozen. */
  site: Site;
  /** The problems that only show when all articles are seen together. */
  problems: Problem[];
  /** For the next build. */
  related: RelatedMemory;
}

/**
 * Build the whole site out of its articles: order, terms, numbered pages, archive, related articles, front page. The
 * same input gives the same site, in whatever order the articles come.
 *
 * @param input What an earlier build remembered of related articles lets fewer lists be made anew; the site is the same.
 */
export function buildSite(input: SiteInput & { related?: RelatedMemory | undefined }): BuiltSite {
  const published = publishedArticles(input);
  const { lists, memory } = findRelated(published.map(describeRelated), relatedCount(input.config), input.related);
  const { finish, problems } = draftSite(input, published);
  return { site: finish(lists), related: memory, problems };
}

/** Find the articles that a site shows, newest first. */
export function publishedArticles(input: SiteInput): Article[] {
  return newestFirst(input.articles.filter(publicationTest(input)));
}

/** How many related articles must be found for each: one of them may be one that the editor pins. */
export function relatedCount({ sizes }: SiteConfig): number {
  return sizes.related + 1;
}

/** A site that lacks only the related articles, which take as long to find as all the rest. */
export interface SiteDraft {
  /** Newest first. */
  articles: readonly SiteArticle[];
  problems: Problem[];
  /** Give each article those that are related to it, as {@link findRelated} lists them. */
  finish(related: RelatedLists['lists']): Site;
}

/** Build a site but for related articles. @param published As {@link publishedArticles} finds them. */
export function draftSite(input: SiteInput, published: readonly Article[]): SiteDraft {
  const config = withLivingFooter(input);
  const urls = createUrls(config.url);
  const indexes = indexAllTerms(published, config, urls);
  const articles = placeArticles(published, indexes, config, urls);
  const { profiles, problems: doubles } = matchProfiles(input.authors ?? [], indexes.authors);
  const terms = buildTerms(articles, indexes, profiles, config, urls);
  const latest = toList('آخرین اخبار', urls.page('latest'), articles, config.sizes.page);
  const archive = buildArchive(articles, config.sizes.page, urls);
  const corrections = listCorrections(articles, config.sizes.page, urls);
  const pages = input.pages.map((page): StaticPage => ({ ...page, url: urls.page(page.slug) }));
  const lists = [latest, ...Object.values(terms).flat(), ...archive.flatMap(({ months }) => months), corrections];
  const isPublished = publicationTest(input);
  const waiting = input.articles
    .filter((article) => !isPublished(article))
    .map(({ slug, file }) => ({ url: urls.page('news', slug), file }));
  const { redirects, aliases, problems } = buildRedirects(
    newestFirst(input.articles.filter((article) => article.aliases.length > 0)),
    lists,
    [...articles, ...waiting, ...pages, ...archive],
    input.publicFiles ?? [],
    urls,
    isPublished,
  );
  const references = findBrokenReferences(input.articles, input.files, isPublished);
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
    home: buildHome(articles, terms, config),
    feed: articles.slice(0, config.sizes.feed),
    fresh: freshArticles(articles, input.now),
  });
  return {
    articles,
    problems: [...findDuplicateSlugs(input.files), ...references, ...problems, ...doubles],
    finish: (related) => {
      relateArticles(articles, published, related, config);
      return site;
    },
  };
}

function publicationTest({ drafts, now }: SiteInput): (article: Article) => boolean {
  return (article) => drafts === true || (!article.draft && article.date.epoch <= now);
}

/** Keep a link of the footer to a page of `content/pages` only while there is that page. */
function withLivingFooter({ config, pages }: SiteInput): SiteConfig {
  const isLiving = ({ href }: { href: string }): boolean => {
    const slug = /^\/([^/?#]+)\/?$/.exec(href)?.[1];
    return slug === undefined || isReservedSlug(slug) || slug.includes('.') || pages.some((page) => page.slug === slug);
  };
  return { ...config, footer: config.footer.filter(isLiving) };
}

function newestFirst(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => b.date.epoch - a.date.epoch || (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0));
}

function indexAllTerms(articles: readonly Article[], config: SiteConfig, urls: Urls): Record<TermKind, TermIndex> {
  const index = (kind: Exclude<TermKind, 'sections'>): TermIndex =>
    indexTerms(
      kind,
      articles.flatMap((article) => spellingsOf(article, kind)),
      urls,
    );
  return {
    tags: index('tags'),
    sections: indexSections(config.sections, urls),
    sources: index('sources'),
    authors: index('authors'),
  };
}

function buildTerms(
  articles: readonly SiteArticle[],
  indexes: Record<TermKind, TermIndex>,
  profiles: ReadonlyMap<string, AuthorProfile>,
  config: SiteConfig,
  urls: Urls,
): Record<TermKind, readonly Term[]> {
  const byUrl = groupByTerm(articles);
  const build = (kind: TermKind): Term[] =>
    indexes[kind].links.map((link) => {
      const own = byUrl.get(link.url) ?? [];
      return Object.freeze({
        ...link,
        ...toList(link.label, link.url, own, config.sizes.page),
        feedUrl: urls.file(kind, link.slug, 'rss.xml'),
        feed: own.slice(0, config.sizes.feed),
        profile: profiles.get(link.url),
      });
    });
  return { tags: build('tags'), sections: build('sections'), sources: build('sources'), authors: build('authors') };
}

function groupByTerm(articles: readonly SiteArticle[]): Map<string, SiteArticle[]> {
  const groups = new Map<string, SiteArticle[]>();
  for (const article of articles) {
    const links = [...article.tags, ...article.authors, article.source, ...(article.section ? [article.section] : [])];
    for (const { url } of links) {
      const group = groups.get(url);
      if (group) group.push(article);
      else groups.set(url, [article]);
    }
  }
  return groups;
}
