import type { Article } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { Urls } from '../urls.ts';
import { toList } from './numbered-pages.ts';
import type { AuthorProfile, SiteArticle, Term, TermKind } from './site.ts';
import { indexSections, indexTerms, spellingsOf, type TermIndex } from './terms.ts';

/** Index the terms of all kinds. */
export function indexAllTerms(
  articles: readonly Article[],
  config: SiteConfig,
  urls: Urls,
): Record<TermKind, TermIndex> {
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

/** Build the terms of all kinds with their articles. */
export function buildTerms(
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
