import type { Article } from './article.ts';
import type { Problem } from './problem.ts';
import type { NumberedList, Redirect } from './site.ts';
import type { Urls } from './urls.ts';

/** A list with numbered pages. */
type PagedAddress = Pick<NumberedList<unknown>, 'url' | 'pages'>;

/** Folders of the output that hold no page of their own, and so are no page's address. */
const reserved = [
  '/_astro/',
  '/_pictures/',
  '/files/',
  '/fonts/',
  '/fragments/',
  '/images/',
  '/media/',
  '/search/index/',
  '/share/',
  '/.well-known/',
];

/**
 * Collect the redirects of the site: from the old paths of articles, and from the number that a list's next full page
 * will have, so that numbered pages can link to it before it is there.
 *
 * @param articles Newest first.
 * @param others Everything else that has an address.
 * @param publicFiles Paths of files that are published as they are, from `/`.
 * @returns All redirects; of these, the ones from old paths, newest article first and then by path; and a problem for each
 *   old path that is taken.
 */
export function buildRedirects(
  articles: readonly Article[],
  lists: readonly PagedAddress[],
  others: readonly { url: string; file?: string }[],
  publicFiles: readonly string[],
  urls: Urls,
): { redirects: readonly Redirect[]; aliases: readonly Redirect[]; problems: Problem[] } {
  const ownPaths = new Set(publicFiles.map(addressKey));
  const files = new Set([...siteFiles.map(addressKey), ...withoutFolders(ownPaths)]);
  const renamed = articles.filter(({ aliases }) => aliases.length > 0);
  // Of a large site there are hundreds of thousands.
  const taken = renamed.length > 0 ? takenPaths(lists, others, urls) : new Map<string, string>();
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
      const other = taken.get(key) ?? fileOnTheWay(key, taken);
      if (isSiteAddress(key) || ownPaths.has(key) || waysTo(key).some((way) => files.has(way)))
        problems.push({ ...at, id: 'alias-reserved', values: { alias: path } });
      else if (other !== undefined) problems.push({ ...at, id: 'alias-collides', values: { alias: path, other } });
      else {
        taken.set(key, file);
        own.push({ from: path, to: urls.page('news', slug) });
      }
    }
  }
  const aliases = renamed.flatMap(({ file }) => moved.get(file)!.toSorted((a, b) => (a.from < b.from ? -1 : 1)));
  return { redirects: [...ahead, ...aliases], aliases, problems };
}

/** Slugs that no page of `content/pages` can have, because the site itself uses them. */
export function isReservedSlug(slug: string): boolean {
  return siteFolders.has(slug) || reserved.includes(`/${slug}/`);
}

const siteFolders = new Set([
  'news',
  'latest',
  'tags',
  'sections',
  'sources',
  'authors',
  'archive',
  'search',
  '404',
  'feeds',
  'corrections',
]);
const siteFiles = [
  '/.changes.json',
  '/.shard.json',
  '/_headers',
  '/_redirects',
  '/404.html',
  '/rss.xml',
  '/feed.json',
  '/feed.css',
  '/feeds.opml',
  '/sitemap-index.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/opensearch.xml',
  '/llms.txt',
];

/** `/old.html` and `/tags/x/rss.xml` are files, so that nothing can lie below them. */
function fileOnTheWay(key: string, taken: ReadonlyMap<string, string>): string | undefined {
  const feed = waysTo(key).find((way) => way.endsWith('/rss.xml/') && taken.has(way));
  if (feed !== undefined) return taken.get(feed);
  for (const [path, owner] of /\.html?\//i.test(key) ? taken : []) {
    if (/\.html?\/$/i.test(path) && (key.startsWith(path) || path.startsWith(key))) return owner;
  }
  return undefined;
}

function isSiteAddress(key: string): boolean {
  if (key === '/' || siteFolders.has(key.slice(1, -1)) || /^\/sitemap-\d+\.xml\//.test(key)) return true;
  return reserved.some((folder) => key.startsWith(folder));
}

/** The addresses that a browser comes through on its way: `/a/`, `/a/b/`, `/a/b/c/`. */
function waysTo(key: string): string[] {
  return [...key.slice(1).matchAll(/\//g)].map(({ index }) => key.slice(0, index + 2));
}

/** Leave out the paths that others lie below. */
function withoutFolders(paths: ReadonlySet<string>): string[] {
  const folders = new Set([...paths].flatMap((path) => waysTo(path).slice(0, -1)));
  return [...paths].filter((path) => !folders.has(path));
}

/** Every address of an article, list or page, with what a message calls its owner. */
function takenPaths(
  lists: readonly PagedAddress[],
  others: readonly { url: string; file?: string }[],
  urls: Urls,
): Map<string, string> {
  const taken = new Map<string, string>();
  for (const { url, pages } of lists) {
    const numbered = pages.map((_, index) => `${url}page/${index + 1}/`);
    for (const address of [url, ...numbered, `${url}page/${pages.length + 1}/`, `${url}rss.xml`]) {
      taken.set(addressKey(withoutBase(address, urls)), decodeURIComponent(url));
    }
  }
  for (const { url, file } of others) taken.set(addressKey(withoutBase(url, urls)), file ?? decodeURIComponent(url));
  return taken;
}

/** `/old`, `/old/` and `/old/index.html` are one address. */
function addressKey(path: string): string {
  return `${path.replace(/\/index\.html$/i, '').replace(/\/+$/, '')}/`;
}

function withoutBase(url: string, { base }: Urls): string {
  return decodeURIComponent(url.slice(base.length));
}
