import type { SectionConfig } from '../../config/site-config.ts';
import { findSection } from '../../config/sections.ts';
import { readAlias } from '../../front-matter/alias-paths.ts';
import { indexTerms } from '../../site/terms.ts';
import { decodePath, encodePath, type Urls } from '../../urls.ts';
import type { ArchiveSite } from '../record.ts';
import { linkKey } from './addresses.ts';

/** The lists of the new site. */
export interface NewLists {
  urls: Urls;
  sections: readonly SectionConfig[];
  /** Tags and authors of published articles, as written. */
  tags: Iterable<string>;
  authors: Iterable<string>;
  /** Sections that have articles, by slug. */
  usedSections: ReadonlySet<string>;
  /** Old addresses of articles, as `linkKey`s. */
  taken: ReadonlySet<string>;
}

/** A redirect from an old address to a path of the new site. */
export interface ListRedirect {
  from: string;
  to: string;
}

/**
 * Redirect the lists of the old site: a category to the section or tag of its name, a tag to its tag, an author to the
 * author's page, the feed to the feed. Lists without a counterpart are left out.
 */
export function redirectLists(lists: ArchiveSite['lists'], site: NewLists): ListRedirect[] {
  const tags = indexTerms('tags', [...site.tags], site.urls);
  const authors = indexTerms('authors', [...site.authors], site.urls);
  const withoutBase = (url: string): string => decodePath(url.slice(site.urls.base.length)) ?? url;
  const links = [
    ...[...site.tags].map((name) => tags.find(name)),
    ...[...site.authors].map((name) => authors.find(name)),
  ];
  const own = new Set(links.flatMap((link) => (link ? [linkKey(withoutBase(link.url))] : [])));
  const targetOf = ({ kind, name }: ArchiveSite['lists'][number]): string | undefined => {
    if (kind === 'feed') return '/rss.xml';
    const section = kind === 'category' ? findSection(name, site.sections) : undefined;
    if (section) return site.usedSections.has(section.slug) ? `/sections/${section.slug}/` : undefined;
    const link = (kind === 'author' ? authors : tags).find(name);
    return link && withoutBase(link.url);
  };
  const known = new Set(site.taken);
  const redirects: ListRedirect[] = [];
  for (const list of lists) {
    const from = readAlias(decodePath(list.address) ?? list.address);
    const to = targetOf(list);
    if (from === undefined || from.query !== undefined || to === undefined) continue;
    const key = linkKey(from.path);
    if (known.has(key) || key === linkKey(to) || own.has(key) || key === '') continue;
    known.add(key);
    redirects.push({ from: from.path, to });
  }
  return redirects;
}

/** Add redirects to the text of `redirects.txt`. Existing lines stay, and each old address occurs once. */
export function addRedirects(text: string, redirects: readonly ListRedirect[]): { text: string; added: number } {
  const known = new Set(text.split('\n').map((line) => linkKey(line.trim().split(/\s+/)[0] ?? '')));
  const lines = redirects
    .filter(({ from }) => !known.has(linkKey(from)))
    .map(({ from, to }) => `${encodePath(from)} ${encodePath(to)}`);
  if (lines.length === 0) return { text, added: 0 };
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return { text: `${start}${lines.join('\n')}\n`, added: lines.length };
}
