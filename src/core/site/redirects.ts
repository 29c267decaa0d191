import type { Article } from '../article.ts';
import type { Problem } from '../problems/problem.ts';
import type { NumberedList, Redirect } from './site.ts';
import type { Urls } from '../urls.ts';
import { reservedFolders, reservedFiles, reservedSlugs } from './reserved-paths.ts';

/** A list with numbered pages. */
type PagedAddress = Pick<NumberedList<unknown>, 'url' | 'pages'>;

/**
 * Collect the redirects of the site: from old paths of articles, and from each list's next page number, so that
 * numbered pages can link to it before the page exists.
 *
 * @param articles Newest first, including unpublished ones, so that conflicts of their old paths are reported now and
 *   not on publication.
 * @param others Everything else that has a URL or will have one.
 * @param publicFiles Paths of files published unchanged, starting with `/`.
 * @param isPublished Whether the old paths of an article redirect already.
 * @returns All redirects; of these, the ones from old paths, by article (newest first) and then by path; and a
 *   problem for each old path that is already in use.
 */
export function buildRedirects(
  articles: readonly Article[],
  lists: readonly PagedAddress[],
  others: readonly { url: string; file?: string }[],
  publicFiles: readonly string[],
  urls: Urls,
  isPublished: (article: Article) => boolean,
): { redirects: readonly Redirect[]; aliases: readonly Redirect[]; problems: Problem[] } {
  const ownPaths = new Set(publicFiles.map(addressKey));
  const files = new Set([...reservedFiles.map(addressKey), ...withoutFolders(ownPaths)]);
  const renamed = articles.filter(({ aliases }) => aliases.length > 0);
  // Skipped without aliases: a large site has hundreds of thousands of paths.
  const taken = new TakenPaths();
  if (renamed.length > 0) takePaths(taken, lists, others, urls);
  const upcoming: Redirect[] = lists
    .filter(({ pages }) => pages.length > 0)
    .map(({ url, pages }) => ({ from: withoutBase(`${url}page/${pages.length + 1}/`, urls), to: url }));
  const moved = new Map<string, Redirect[]>();
  const problems: Problem[] = [];
  for (const { file, slug, aliases } of renamed.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const own: Redirect[] = [];
    moved.set(file, own);
    for (const { path, line, column } of aliases) {
      const key = addressKey(path);
      const at = { file, field: 'aliases', line, column };
      const other = taken.find(key);
      if (isSiteAddress(key) || ownPaths.has(key) || prefixesOf(key).some((prefix) => files.has(prefix)))
        problems.push({ ...at, id: 'alias-reserved', values: { alias: path } });
      else if (other !== undefined) problems.push({ ...at, id: 'alias-collides', values: { alias: path, other } });
      else {
        taken.add(key, file);
        own.push({ from: path, to: urls.page('news', slug) });
      }
    }
  }
  const aliases = renamed
    .filter(isPublished)
    .flatMap(({ file }) => moved.get(file)!.toSorted((a, b) => (a.from < b.from ? -1 : 1)));
  return { redirects: [...upcoming, ...aliases], aliases, problems };
}

/** Owners of paths, keyed by {@link addressKey}. */
class TakenPaths {
  readonly #owners = new Map<string, string>();
  /** Files such as `/old.html` that have other paths below them, with the owner of one of these. */
  readonly #above = new Map<string, string>();

  add(key: string, owner: string): void {
    this.#owners.set(key, owner);
    if (!/\.html?\/./.test(key)) return;
    for (const prefix of prefixesOf(key).slice(0, -1)) if (isFile(prefix)) this.#above.set(prefix, owner);
  }

  /**
   * Return the owner of a path, or of a path that conflicts with it: `/old.html` and `/tags/x/rss.xml` are files, so
   * nothing can be below them.
   */
  find(key: string): string | undefined {
    const file = prefixesOf(key).find((prefix) => prefix === key || (isFile(prefix) && this.#owners.has(prefix)));
    return (file === undefined ? undefined : this.#owners.get(file)) ?? this.#above.get(key);
  }
}

function isFile(key: string): boolean {
  return /(?:\.html?|\/rss\.xml)\/$/.test(key);
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

/** All prefixes of a path that end with a slash: `/a/`, `/a/b/`, `/a/b/c/`. */
function prefixesOf(key: string): string[] {
  return [...key.slice(1).matchAll(/\//g)].map(({ index }) => key.slice(0, index + 2));
}

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
      taken.add(addressKey(withoutBase(address, urls)), decodeURIComponent(url));
    }
  }
  for (const { url, file } of others) taken.add(addressKey(withoutBase(url, urls)), file ?? decodeURIComponent(url));
}

/** `/old`, `/old/` and `/old/index.html` are one path; so is `/Old` on case-insensitive disks. */
function addressKey(path: string): string {
  return `${path.replace(/\/index\.html$/i, '').replace(/\/+$/, '')}/`.toLowerCase();
}

function withoutBase(url: string, { base }: Urls): string {
  return decodeURIComponent(url.slice(base.length));
}
