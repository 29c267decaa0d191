import type { Article } from '../article.ts';
import type { Problem } from '../problems/problem.ts';
import type { NumberedList, Redirect } from './site.ts';
import type { Urls } from '../urls.ts';
import { reservedFolders, reservedFiles, reservedSlugs } from './reserved-paths.ts';

/** A list with numbered pages. */
type PagedAddress = Pick<NumberedList<unknown>, 'url' | 'pages'>;

/**
 * Collect the redirects of the site: from the old paths of articles, and from the number that a list's next full page
 * will have, so that numbered pages can link to it before it is there.
 *
 * @param articles Newest first; those that are not published yet as well, so that no old path is found to be taken at the hour
 *   when they are.
 * @param others Everything else that has an address, or will have one.
 * @param publicFiles Paths of files that are published as they are, from `/`.
 * @param isPublished Tells whose old paths lead somewhere now.
 * @returns All redirects; of these, the ones from old paths, newest article first and then by path; and a problem for each
 *   old path that is taken.
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
  // Of a large site there are hundreds of thousands.
  const taken = new TakenPaths();
  if (renamed.length > 0) takePaths(taken, lists, others, urls);
  const ahead: Redirect[] = lists
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
      if (isSiteAddress(key) || ownPaths.has(key) || waysTo(key).some((way) => files.has(way)))
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
  return { redirects: [...ahead, ...aliases], aliases, problems };
}

/** Who has which address, as {@link addressKey} writes it. */
class TakenPaths {
  readonly #owners = new Map<string, string>();
  /** Files such as `/old.html` that others lie below, with the owner of one of these. */
  readonly #above = new Map<string, string>();

  add(key: string, owner: string): void {
    this.#owners.set(key, owner);
    if (!/\.html?\/./.test(key)) return;
    for (const way of waysTo(key).slice(0, -1)) if (isFile(way)) this.#above.set(way, owner);
  }

  /** Find whose an address is, or what is in its way: `/old.html` and `/tags/x/rss.xml` are files, so that nothing can lie below. */
  find(key: string): string | undefined {
    const file = waysTo(key).find((way) => way === key || (isFile(way) && this.#owners.has(way)));
    return (file === undefined ? undefined : this.#owners.get(file)) ?? this.#above.get(key);
  }
}

function isFile(key: string): boolean {
  return /(?:\.html?|\/rss\.xml)\/$/.test(key);
}

function isSiteAddress(key: string): boolean {
  if (key === '/' || reservedSlugs.has(key.slice(1, -1)) || /^\/sitemap-\d+\.xml\//.test(key)) return true;
  return reservedFolders.some((folder) => key.startsWith(folder)) || forHosts.test(key);
}

/**
 * Names that hosts read as instructions, such as `_worker.js` and `CNAME`, those of compressed files, and the file of a page as a
 * folder.
 */
const forHosts = /^\/(?:[._]|cname\/)|\.(?:br|gz)\/$|\/index\.html?\/./;

/** The addresses that a browser comes through on its way: `/a/`, `/a/b/`, `/a/b/c/`. */
function waysTo(key: string): string[] {
  return [...key.slice(1).matchAll(/\//g)].map(({ index }) => key.slice(0, index + 2));
}

/** Leave out the paths that others lie below. */
function withoutFolders(paths: ReadonlySet<string>): string[] {
  const folders = new Set([...paths].flatMap((path) => waysTo(path).slice(0, -1)));
  return [...paths].filter((path) => !folders.has(path));
}

/** Take every address of an article, list or page, with what a message calls its owner. */
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

/** `/old`, `/old/` and `/old/index.html` are one address; where disks ignore case, so is `/Old`. */
function addressKey(path: string): string {
  return `${path.replace(/\/index\.html$/i, '').replace(/\/+$/, '')}/`.toLowerCase();
}

function withoutBase(url: string, { base }: Urls): string {
  return decodeURIComponent(url.slice(base.length));
}
