import type { Article } from '../article.ts';
import { countTables, groupNames, oldAddressesFolder, type QueryRedirect } from '../old-addresses.ts';
import type { Problem } from '../problems/problem.ts';
import type { RedirectLine } from '../front-matter/redirect-lines.ts';
import type { OldQueries, ReadPage, Redirect } from './site.ts';
import { compareTexts } from '../text/compare.ts';
import { encodePath, type Urls, withoutBase } from '../urls.ts';
import { addressKey, claimAddresses, type PagedAddress } from './claim-addresses.ts';

/** Everything that determines the redirects of a site. */
export interface RedirectInput {
  /**
   * Newest first, including unpublished ones, so that conflicts of their old addresses are reported now and not on
   * publication.
   */
  articles: readonly Article[];
  /** Pages of `content/pages`. */
  pages?: readonly Pick<ReadPage, 'slug' | 'file' | 'aliases'>[];
  /** The redirects of `redirects.txt`. */
  lines?: readonly RedirectLine[] | undefined;
  lists: readonly PagedAddress[];
  /** All other pages, including future ones. */
  others: readonly { url: string; file?: string }[];
  /** Paths of files published unchanged, starting with `/`. */
  publicFiles: readonly string[];
  /** Paths of the feeds that only some sites have, without the base. */
  feeds?: readonly string[];
  /** Terms, with the paths of their feeds. */
  terms?: readonly { feedUrl: string }[];
  /** Articles that are not published yet: redirects to them are left out. */
  waiting?: readonly { url: string }[];
  urls: Urls;
  /** Whether the old addresses of an article redirect already. */
  isPublished: (article: Article) => boolean;
}

/** The redirects of a site, and a problem for each old address that is already in use. */
export interface BuiltRedirects {
  redirects: readonly Redirect[];
  /** Redirects from old paths: see `Site.aliases`. */
  aliases: readonly Redirect[];
  /** Redirects from old addresses with a query; absent if there are none. */
  oldQueries?: OldQueries | undefined;
  problems: Problem[];
}

/**
 * Collect the redirects of the site: from old addresses, and from each list's next page number, so that numbered pages can
 * link to it before the page exists.
 */
export function buildRedirects(input: RedirectInput): BuiltRedirects {
  const { articles, lists, urls, lines = [] } = input;
  const moved = [
    ...lines.map(({ file, from, to }) => ({ file, aliases: [from], to: encodeTarget(to, urls), isShown: true })),
    ...articles.map((article) => ({
      file: article.file,
      aliases: article.aliases,
      to: urls.page('news', article.slug),
      isShown: input.isPublished(article),
    })),
    ...(input.pages ?? []).map(({ file, slug, aliases = [] }) => ({
      file,
      aliases,
      to: urls.page(slug),
      isShown: true,
    })),
  ].filter(({ aliases }) => aliases.length > 0);
  const upcoming: Redirect[] = lists
    .filter(({ pages }) => pages.length > 0)
    .map(({ url, pages }) => ({ from: withoutBase(`${url}page/${pages.length + 1}/`, urls), to: url }));
  if (moved.length === 0) return { redirects: upcoming, aliases: [], problems: [] };
  const { isFree, problems } = claimAddresses(moved, input);
  const shown = moved.filter(({ isShown }) => isShown);
  const free = shown.flatMap(({ aliases, to }) =>
    aliases
      .filter(isFree)
      .map(({ path, query }) => ({ from: path, query, to }))
      .toSorted((a, b) => compareTexts(a.from, b.from) || compareTexts(a.query ?? '', b.query ?? '')),
  );
  const targets = followTargets(free, lines, urls);
  problems.push(...targets.problems);
  const keyOfUrl = (url: string): string => addressKey(withoutBase(url, urls));
  const hidden = new Set(lines.length > 0 ? input.waiting?.map(({ url }) => keyOfUrl(url)) : []);
  const leading = free.flatMap(({ to, ...old }) => {
    const target = targets.find(to);
    const isShown = target !== undefined && (hidden.size === 0 || !hidden.has(keyOfUrl(target)));
    return isShown ? [{ ...old, to: target }] : [];
  });
  const feeds = new Set(
    lines.length > 0
      ? [
          ...['/rss.xml', ...(input.feeds ?? [])].map((path) => urls.base + path),
          ...(input.terms ?? []).map(({ feedUrl }) => feedUrl),
        ]
      : [],
  );
  const aliases = leading
    .filter(({ query }) => query === undefined)
    .map(({ from, to }): Redirect => ({ from, to, ...copyOf(from, to, feeds, urls) }));
  const queries = leading.flatMap(({ from, query, to }) => (query === undefined ? [] : [{ from, query, to }]));
  return { redirects: [...upcoming, ...aliases], aliases, oldQueries: describeQueries(queries, urls), problems };
}

/** Resolve targets that are old paths themselves. Circles are reported. */
function followTargets(
  redirects: readonly { from: string; query?: string | undefined; to: string }[],
  lines: readonly RedirectLine[],
  urls: Urls,
): { find: (to: string) => string | undefined; problems: Problem[] } {
  if (lines.length === 0) return { find: (to) => to, problems: [] };
  const next = new Map(
    redirects.filter(({ query }) => query === undefined).map(({ from, to }) => [addressKey(from), to] as const),
  );
  const find = (to: string): string | undefined => {
    const seen = new Set<string>();
    let end = to;
    for (;;) {
      const key = addressKey(withoutBase(end, urls));
      if (seen.has(key)) return undefined;
      const further = next.get(key);
      if (further === undefined) return end;
      seen.add(key);
      end = further;
    }
  };
  const problems = lines.flatMap(({ file, from, to, column }): Problem[] =>
    find(encodeTarget(to, urls)) === undefined
      ? [{ id: 'redirect-circle', file, line: from.line, column, values: { found: to } }]
      : [],
  );
  return { find, problems };
}

/** Percent-encode a path of the site, and add the base, and the final slash of a page. */
function encodeTarget(path: string, urls: Urls): string {
  return urls.base + encodePath(/\/$|\.\w+$/.test(path) ? path : `${path}/`);
}

/**
 * Describe the copy of a feed at its old path: feed readers follow HTTP redirects, but not those in pages. Where a host
 * serves the copy as HTML, most detect the type by content, as browsers do (WHATWG MIME Sniffing, section 7.3).
 */
function copyOf(from: string, to: string, feeds: ReadonlySet<string>, urls: Urls): Pick<Redirect, 'copy'> {
  if (!feeds.has(to) || /\.html?$/i.test(from)) return {};
  const name = from.replace(/^\/+|\/+$/g, '');
  const file = feedFile.test(name) ? name : `${name}/index.html`;
  return { copy: { of: withoutBase(to, urls).slice(1), file } };
}

const feedFile = /\.(?:xml|rss|rdf|atom)$/i;

/** Describe the old addresses with a query; `undefined` if there are none. */
function describeQueries(redirects: readonly QueryRedirect[], urls: Urls): OldQueries | undefined {
  if (redirects.length === 0) return undefined;
  const names = groupNames(redirects.map(({ query }) => query)).join(' ');
  const lookup = { folder: urls.file(oldAddressesFolder), tables: countTables(redirects.length), names };
  return { redirects, lookup, onFront: redirects.some(({ from }) => addressKey(from) === '/') };
}

/** Create the test of whether a path has old addresses with a query. */
export function queryPaths(redirects: readonly QueryRedirect[]): (path: string) => boolean {
  const paths = new Set(redirects.map(({ from }) => addressKey(from)));
  return (path) => paths.has(addressKey(path));
}
