import type { Article } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { hashText } from '../text/hash.ts';
import { compareText, foldKey } from '../text/persian.ts';
import type { TermKind, TermLink } from './site.ts';
import { cutSlug, isDeviceName, slugify } from '../text/slug.ts';
import type { Urls } from '../urls.ts';

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
