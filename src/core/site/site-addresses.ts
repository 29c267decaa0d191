import type { Article } from '../article.ts';
import { closest } from 'fastest-levenshtein';
import { isNear } from '../text/nearest.ts';
import { slugify } from '../text/slug.ts';
import { type Urls, withoutBase } from '../urls.ts';
import { reservedFiles } from './reserved-paths.ts';
import type { ArchiveYear, NumberedList, Redirect, StaticPage, Term, TermKind } from './site.ts';
import { termKinds } from './terms.ts';
import { indexTerms, spellingsOf } from './terms.ts';

/** Everything on a site that has an address. */
export interface AddressSource {
  urls: Urls;
  articles: readonly { slug: string }[];
  terms: Readonly<Record<TermKind, readonly Term[]>>;
  /** The lists other than those of terms. */
  lists: readonly Pick<NumberedList<unknown>, 'url' | 'pages'>[];
  archive: readonly Pick<ArchiveYear, 'url'>[];
  pages: readonly Pick<StaticPage, 'url'>[];
  aliases: readonly Pick<Redirect, 'from' | 'copy'>[];
  /** Addresses of comments and their service. */
  ofComments?: readonly { url: string }[];
  /** Articles that are not published yet. */
  waiting: readonly Article[];
  /** Paths of files that are published unchanged, and of folders, starting with `/`. */
  publicFiles: readonly string[];
  /** Percent-encoded paths of the local files published with the content, including the base path. */
  assets: () => Iterable<string>;
  /** Whether a path (unencoded, relative to the base) is served by anything else, such as the newsroom's own pages. */
  isElsewhere: (path: string) => boolean;
}

/** The addresses of a site. All are unencoded, start with `/` and omit the base path. */
export interface SiteAddresses {
  /** Return whether a page or file exists at an address. Any plausible name of a generated file counts as existing. */
  has(address: string): boolean;
  /** Return the file of an unpublished article that will create an address once published. */
  waitsFor(address: string): string | undefined;
  /** Return a similar address that exists, if there is one. */
  nearest(address: string): string | undefined;
}

/**
 * Collect the addresses of a site. They are computed on the first lookup, since most texts link to no address of the
 * site except those of articles.
 */
export function collectAddresses(source: AddressSource): SiteAddresses {
  const known = lazy(() => listAddresses(source));
  const waiting = lazy(() => listWaiting(source));
  const assets = lazy(() => new Set(Array.from(source.assets(), (url) => keyOfUrl(url, source.urls))));
  const articles = lazy(() => new Set(source.articles.map(({ slug }) => slug)));
  let hints = 0;
  const isPage = (key: string): boolean => {
    const { pages, lists } = known();
    if (pages.has(key)) return true;
    const slug = /^\/news\/([^/]+)$/.exec(key)?.[1];
    if (slug !== undefined) return articles().has(slug);
    const [, list = '', number = ''] = /^(.+)\/page\/([1-9]\d*)$/.exec(key) ?? [];
    return Number(number) > 0 && Number(number) <= (lists.get(list) ?? 0);
  };
  const few = lazy(() => new Set([...fixedKeys, ...source.pages.map(({ url }) => keyOfUrl(url, source.urls))]));
  const has = (address: string): boolean => {
    const key = keyOf(address);
    // Check the usual targets of menus and footers first: listing all pages of a large site is slow.
    if (few().has(key) || isPage(key)) return true;
    const isFile = !address.endsWith('/') && (known().files.has(key) || assets().has(key) || isMade(key));
    return isFile || source.isElsewhere(key) || source.isElsewhere(`${key}/`);
  };
  return {
    has,
    waitsFor: (address) => waiting().get(keyOf(address)),
    nearest: (address) => {
      const slugs = address.split('/').filter(Boolean).map(slugify);
      const slug = slugs.includes('') ? address : `/${slugs.join('/')}/`;
      if (has(slug) && slug !== address) return slug;
      if (address.endsWith('/') && has(keyOf(address))) return keyOf(address);
      if (++hints > maxHints) return undefined;
      return findNearest(keyOf(address), known()) ?? findNearest(keyOf(slug), known());
    },
  };
}

/** Maximum number of searches for similar addresses: each compares all of them, too slow for thousands of links. */
const maxHints = 50;

interface KnownAddresses {
  /** Keys of pages; see {@link keyOf}. */
  pages: ReadonlySet<string>;
  files: ReadonlySet<string>;
  /** The highest page number of each list with numbered pages, including the page that still redirects. */
  lists: ReadonlyMap<string, number>;
}

/** Pages that every site has, except those of terms. */
const fixedPages = ['', 'latest', ...termKinds, 'archive', 'search', 'feeds', 'corrections', 'fragments/latest'];

const fixedKeys = fixedPages.map((name) => keyOf(`/${name}`));

/** Return whether a key is that of a generated file, whose name is a fingerprint or number and never typed by hand. */
function isMade(key: string): boolean {
  return /^\/(?:_astro|_pictures|share|search\/index)\/.|^\/sitemap-\d+\.xml$/.test(key);
}

function listAddresses(source: AddressSource): KnownAddresses {
  const { terms, archive, pages: own, aliases, publicFiles, urls } = source;
  const pages = new Set(fixedKeys);
  const files = new Set(reservedFiles);
  const lists = new Map<string, number>();
  const allTerms = Object.values(terms).flat();
  for (const { url, pages: numbered } of [...source.lists, ...allTerms]) {
    const key = keyOfUrl(url, urls);
    pages.add(key);
    if (numbered.length > 0) lists.set(key, numbered.length + 1);
  }
  for (const { url } of allTerms) files.add(`${keyOfUrl(url, urls)}/rss.xml`);
  for (const { url } of [...archive, ...own, ...(source.ofComments ?? [])]) pages.add(keyOfUrl(url, urls));
  for (const { from, copy } of aliases)
    (/\.html?$/i.test(from) || copy?.file === from.slice(1) ? files : pages).add(keyOf(from));
  const folders = new Set(publicFiles.map((path) => path.slice(0, path.lastIndexOf('/'))));
  for (const path of publicFiles) {
    if (path.endsWith('/index.html')) pages.add(keyOf(path));
    if (!folders.has(path)) files.add(path.normalize('NFC'));
  }
  return { pages, files, lists };
}

/** Map each address that unpublished articles will create to the file of one of these articles. */
function listWaiting({ waiting, urls }: AddressSource): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (file: string, ...segments: string[]): void => {
    const key = keyOf(`/${segments.join('/')}`);
    if (!found.has(key)) found.set(key, file);
  };
  for (const article of waiting) {
    const { slug, file, date, aliases } = article;
    add(file, 'news', slug);
    for (const { path, query } of aliases) if (query === undefined) add(file, path.slice(1));
    const { year, month } = date.jalali;
    add(file, 'archive', String(year));
    add(file, 'archive', String(year), String(month).padStart(2, '0'));
    for (const kind of ['tags', 'sources', 'authors'] as const)
      for (const term of indexTerms(kind, spellingsOf(article, kind), urls).links) add(file, kind, term.slug);
  }
  return found;
}

/**
 * Find the address most similar to a key. Names may differ in one letter, longer ones in a third of their letters, or
 * in the order of letters.
 */
function findNearest(key: string, { pages, files }: KnownAddresses): string | undefined {
  const slack = Math.ceil(key.length / 3);
  const near = (keys: ReadonlySet<string>): string[] =>
    [...keys].filter((other) => Math.abs(other.length - key.length) <= slack);
  const candidates = [...near(pages), ...near(files)];
  if (candidates.length === 0) return undefined;
  const found = closest(key, candidates);
  if (!isNear(afterCommonFolders(key, found), afterCommonFolders(found, key))) return undefined;
  return pages.has(found) ? `${found}/` : found.replace(/\s/g, encodeURIComponent);
}

/** Return the part of a path after the folders that it shares with another. */
function afterCommonFolders(path: string, other: string): string {
  const [own, others] = [path.split('/'), other.split('/')];
  const start = own.findIndex((segment, index) => segment !== others[index] || index === own.length - 1);
  return own.slice(start).join('/');
}

/**
 * Normalise an address: NFC, without a final slash or `index.html`. The key of the front page is the empty string.
 */
function keyOf(address: string): string {
  return address
    .normalize('NFC')
    .replace(/\/index\.html$/, '')
    .replace(/\/+$/, '');
}

function keyOfUrl(url: string, urls: Urls): string {
  return keyOf(withoutBase(url, urls));
}

function lazy<Value>(compute: () => Value): () => Value {
  let value: { computed: Value } | undefined;
  return () => (value ??= { computed: compute() }).computed;
}
