import type { Article } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { hashText } from '../text/hash.ts';
import { compareText, foldKey } from '../text/persian.ts';
import { toList } from './numbered-pages.ts';
import type { AuthorProfile, SiteArticle, Term, TermKind, TermLink, TermText } from './site.ts';
import { cutSlug, isDeviceName, slugify } from '../text/slug.ts';
import type { Urls } from '../urls.ts';

/** Display names of the four kinds of terms, plural and singular. */
export const kindLabels: Readonly<Record<TermKind, { many: string; one: string }>> = {
  tags: { many: 'برچسب‌ها', one: 'برچسب' },
  sections: { many: 'سرویس‌ها', one: 'سرویس' },
  sources: { many: 'منابع', one: 'منبع' },
  authors: { many: 'نویسندگان', one: 'نویسنده' },
};

/** The kinds of terms in menu order. */
export const termKinds: readonly TermKind[] = ['sections', 'tags', 'sources', 'authors'];

/** The terms of one kind, looked up by spelling. */
export interface TermIndex {
  /** In Persian alphabetical order; sections in menu order. */
  links: readonly TermLink[];
  /** Find the term that a spelling belongs to. */
  find(spelling: string): TermLink | undefined;
}

/** Maximum length of a term's slug in bytes, which leaves room for the hash that distinguishes terms. */
const slugBytes = 200;

/**
 * Merge the spellings of tags, sources or authors into terms. Spellings with equal {@link foldKey} are one term. Its
 * label and slug come from the oldest spelling, so that new articles change no existing page or URL.
 *
 * @param spellings Those of the newest article first.
 */
export function indexTerms(kind: TermKind, spellings: readonly string[], urls: Urls): TermIndex {
  const byKey = new Map<string, TermLink>();
  // Spellings recur in many articles, and folding is expensive.
  const bySpelling = new Map<string, TermLink>();
  const addTerm = (key: string, label: string): TermLink => {
    const slug = slugOf(key, label);
    const link = { kind, slug, label, url: urls.page(kind, slug) };
    byKey.set(key, link);
    return link;
  };
  for (let index = spellings.length - 1; index >= 0; index--) {
    const spelling = spellings[index]!;
    if (bySpelling.has(spelling)) continue;
    const key = termKey(spelling);
    bySpelling.set(spelling, byKey.get(key) ?? addTerm(key, spelling));
  }
  const links = [...byKey.values()].toSorted((a, b) => compareText(a.label, b.label) || (a.slug < b.slug ? -1 : 1));
  return { links, find: (spelling) => bySpelling.get(spelling) ?? byKey.get(termKey(spelling)) };
}

/** Create the terms of the configured sections, looked up by slug. */
export function indexSections(sections: SiteConfig['sections'], urls: Urls): TermIndex {
  const links = sections.map(({ slug, name }): TermLink => ({
    kind: 'sections',
    slug,
    label: name,
    url: urls.page('sections', slug),
  }));
  return { links, find: (slug) => links.find((link) => link.slug === slug) };
}

/** List the spellings of an article's terms of one kind. */
export function spellingsOf(article: Article, kind: Exclude<TermKind, 'sections'>): readonly string[] {
  if (kind === 'sources') return [article.source.name];
  return article[kind];
}

/** Fold a spelling; a name without letters, such as «؟!», is kept. */
function termKey(spelling: string): string {
  return foldKey(spelling) || spelling;
}

/**
 * Compute a term's slug. A slug that does not represent its term exactly, such as «c» for «C++», that was truncated or
 * that Windows reserves, gets a hash of the term appended. The slug thus depends on the term alone, and no other term
 * can take it over.
 */
function slugOf(key: string, label: string): string {
  const fullSlug = slugify(label);
  const slug = cutSlug(fullSlug, slugBytes);
  return slug === fullSlug && isExact(key, slug) && !isDeviceName(slug)
    ? slug
    : `${slug}-${hashText(key)}`.replace(/^-/, '');
}

/** Return whether a term's slug represents its key completely. */
function isExact(key: string, slug: string): boolean {
  return slug !== '' && foldKey(slug) === key;
}

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
  texts: ReadonlyMap<string, TermText>,
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
        ...(texts.has(link.url) && describeText(texts.get(link.url)!, articles)),
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

/** A lead that is not published yet is left out until it is. */
function describeText(text: TermText, articles: readonly SiteArticle[]): Pick<Term, 'text' | 'lead'> {
  return { text, lead: text.lead && articles.find(({ slug }) => slug === text.lead?.slug) };
}
