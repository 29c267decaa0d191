import type { Article } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { hashText } from '../text/hash.ts';
import { compareText, foldKey } from '../text/persian.ts';
import type { TermKind, TermLink } from './site.ts';
import { cutSlug, isDeviceName, slugify } from '../text/slug.ts';
import type { Urls } from '../urls.ts';

/** The terms of one kind, found by any of their spellings. */
export interface TermIndex {
  /** In the order of the Persian alphabet; sections in the order of the menu. */
  links: readonly TermLink[];
  /** The term that a spelling belongs to. */
  find(spelling: string): TermLink | undefined;
}

/** Longest slug of a term, in bytes: room for the mark that tells two terms apart. */
const slugBytes = 200;

/**
 * Merge the spellings of tags, sources or authors into terms. Spellings that {@link foldKey} makes equal are one term.
 * Its label and slug come from the oldest spelling, so that no new article changes an old page or address.
 *
 * @param spellings Those of the newest article first.
 */
export function indexTerms(kind: TermKind, spellings: readonly string[], urls: Urls): TermIndex {
  const byKey = new Map<string, TermLink>();
  // A spelling comes again with each article, and folding is dear.
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

/** Make the terms of the configured sections, found by slug. */
export function indexSections(sections: SiteConfig['sections'], urls: Urls): TermIndex {
  const links = sections.map(({ slug, name }): TermLink => ({
    kind: 'sections',
    slug,
    label: name,
    url: urls.page('sections', slug),
  }));
  return { links, find: (slug) => links.find((link) => link.slug === slug) };
}

/** List the spellings that articles use for the terms of a kind. */
export function spellingsOf(article: Article, kind: Exclude<TermKind, 'sections'>): readonly string[] {
  if (kind === 'sources') return [article.source.name];
  return article[kind];
}

/** Fold a spelling; a name without letters, such as «؟!», keeps what it has. */
function termKey(spelling: string): string {
  return foldKey(spelling) || spelling;
}

/**
 * Make a term's slug. A slug that does not show all of its term, such as «c» for «C++», or one that was cut or that Windows can't have as a file, gets a mark
 * made of the term. So the slug depends on the term alone, and no other term can take it over.
 */
function slugOf(key: string, label: string): string {
  const whole = slugify(label);
  const slug = cutSlug(whole, slugBytes);
  return slug === whole && isExact(key, slug) && !isDeviceName(slug)
    ? slug
    : `${slug}-${hashText(key)}`.replace(/^-/, '');
}

/** Whether a term's key holds nothing but what its slug shows. */
function isExact(key: string, slug: string): boolean {
  return slug !== '' && foldKey(slug) === key;
}
