import type { Alias } from '../article.ts';
import { oldKey, trimAddress } from '../old-addresses.ts';
import type { Problem } from '../problems/problem.ts';
import { reservedFiles, reservedFolders, reservedSlugs } from './reserved-paths.ts';
import type { NumberedList } from './site.ts';
import { compareTexts } from '../text/compare.ts';
import { decodePath, type Urls, withoutBase } from '../urls.ts';

/** A list with numbered pages. */
export type PagedAddress = Pick<NumberedList<unknown>, 'url' | 'pages'>;

/** The addresses in use. */
interface Addressed {
  lists: readonly PagedAddress[];
  others: readonly { url: string; file?: string }[];
  publicFiles: readonly string[];
  urls: Urls;
}

/** Find the old addresses that are free, and report the others. An address belongs to the first file that lists it. */
export function claimAddresses(
  moved: readonly { file: string; aliases: readonly Alias[] }[],
  { lists, others, publicFiles, urls }: Addressed,
): { isFree: (alias: Alias) => boolean; problems: Problem[] } {
  const ownPaths = new Set(publicFiles.map(addressKey));
  const files = new Set([...reservedFiles.map(addressKey), ...withoutFolders(ownPaths)]);
  const isReserved = (key: string): boolean =>
    isSiteAddress(key) || ownPaths.has(key) || prefixesOf(key).some((prefix) => files.has(prefix));
  const taken = new TakenPaths();
  takePaths(taken, lists, others, urls);
  const all = moved
    .flatMap(({ file, aliases }) => aliases.map((alias) => ({ file, alias })))
    .toSorted((a, b) => compareTexts(a.file, b.file));
  const refused = new Set<Alias>();
  const problems: Problem[] = [];
  const refuse = (file: string, alias: Alias, id: 'alias-reserved' | 'alias-collides', other?: string): void => {
    const { path, query, line, column } = alias;
    const values = { alias: query === undefined ? path : `${path}?${query}`, ...(other !== undefined && { other }) };
    const field = file.endsWith('.txt') ? {} : { field: 'aliases' };
    refused.add(alias);
    problems.push({ file, ...field, line, column, id, values });
  };
  const queries = new Map<string, string>();
  for (const { file, alias } of all) {
    const { path, query } = alias;
    if (query === undefined) continue;
    // Of the pages that exist, only the front page and those at old paths look up queries.
    const key = addressKey(path);
    const page = key === '/' ? undefined : taken.find(key);
    const name = oldKey(path, query);
    if (key !== '/' && isReserved(key)) refuse(file, alias, 'alias-reserved');
    else if (page !== undefined) refuse(file, alias, 'alias-collides', page);
    else if (queries.has(name)) refuse(file, alias, 'alias-collides', queries.get(name));
    else queries.set(name, file);
  }
  for (const { file, alias } of all) {
    if (alias.query !== undefined) continue;
    const key = addressKey(alias.path);
    const other = taken.find(key);
    if (isReserved(key)) refuse(file, alias, 'alias-reserved');
    else if (other !== undefined) refuse(file, alias, 'alias-collides', other);
    else taken.add(key, file);
  }
  return { isFree: (alias) => !refused.has(alias), problems };
}

/** Owners of paths, keyed by {@link addressKey}. */
class TakenPaths {
  readonly #owners = new Map<string, string>();
  /** Files such as `/old.html` that have other paths below them, with the owner of one of these. */
  readonly #above = new Map<string, string>();

  add(key: string, owner: string): void {
    this.#owners.set(key, owner);
    if (!belowFile.test(key)) return;
    for (const prefix of prefixesOf(key).slice(0, -1)) if (isFile(prefix)) this.#above.set(prefix, owner);
  }

  /**
   * Return the owner of a path, or of a path that conflicts with it: `/old.html` and `/tags/x/rss.xml` are files, so
   * there is nothing below them.
   */
  find(key: string): string | undefined {
    const file = prefixesOf(key).find((prefix) => prefix === key || (isFile(prefix) && this.#owners.has(prefix)));
    return (file === undefined ? undefined : this.#owners.get(file)) ?? this.#above.get(key);
  }
}

const fileName = String.raw`\.(?:html?|xml|rss|rdf|atom)/`;
const fileAtEnd = new RegExp(`${fileName}$`);
const belowFile = new RegExp(`${fileName}.`);

function isFile(key: string): boolean {
  return fileAtEnd.test(key);
}

function isSiteAddress(key: string): boolean {
  if (key === '/' || reservedSlugs.has(key.slice(1, -1)) || /^\/sitemap-\d+\.xml\//.test(key)) return true;
  return reservedFolders.some((folder) => key.startsWith(folder)) || hostControlled.test(key);
}

/**
 * Names that hosts interpret, such as `_worker.js` and `CNAME`, names of compressed files, and a page's file name used
 * as a folder.
 */
const hostControlled = /^\/(?:[._]|cname\/)|\.(?:br|gz)\/$|\/index\.html?\/./;

/** Remove the paths that have others below them. */
function withoutFolders(paths: ReadonlySet<string>): string[] {
  const folders = new Set([...paths].flatMap((path) => prefixesOf(path).slice(0, -1)));
  return [...paths].filter((path) => !folders.has(path));
}

/** Register every path of an article, list or page, with the name of its owner for messages. */
function takePaths(
  taken: TakenPaths,
  lists: readonly PagedAddress[],
  others: readonly { url: string; file?: string }[],
  urls: Urls,
): void {
  for (const { url, pages } of lists) {
    const numbered = pages.map((_, index) => `${url}page/${index + 1}/`);
    for (const address of [url, ...numbered, `${url}page/${pages.length + 1}/`, `${url}rss.xml`]) {
      taken.add(addressKey(withoutBase(address, urls)), decodePath(url) ?? url);
    }
  }
  for (const { url, file } of others) taken.add(addressKey(withoutBase(url, urls)), file ?? decodePath(url) ?? url);
}

/** All prefixes of a path that end with a slash: `/a/`, `/a/b/`, `/a/b/c/`. */
function prefixesOf(key: string): string[] {
  return [...key.slice(1).matchAll(/\//g)].map(({ index }) => key.slice(0, index + 2));
}

/** `/old`, `/old/` and `/old/index.html` are one path; so is `/Old` on case-insensitive disks. */
export function addressKey(path: string): string {
  return `${trimAddress(path)}/`.toLowerCase();
}
