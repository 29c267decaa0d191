import { memoize } from '../text/memoize.ts';
import type { Route } from './route.ts';
import type { SiteRoutes } from './routes.ts';

/** A page or file rendered by Astro. */
export interface PlannedPage {
  /** Path of its component below `src/pages`. */
  component: string;
  /** Its path on the site, unencoded and without the base: `/news/x/`. */
  path: string;
  /** Its file below the output folder: `news/x/index.html`. */
  file: string;
  /** Fingerprint of what it shows; see {@link Route}. */
  key?: string | undefined;
}

/** The component below `src/pages` for each kind of page. */
export const pageComponents: Readonly<Record<keyof SiteRoutes, string>> = {
  article: 'news/[slug].astro',
  comments: 'news/[slug]/comments/[n].astro',
  commentFrame: 'comments/[frame].astro',
  commentFeed: 'feeds/[feed].xml.ts',
  latest: 'latest/[...page].astro',
  kind: '[kind]/index.astro',
  term: '[kind]/[slug]/[...page].astro',
  feed: '[kind]/[slug]/rss.xml.ts',
  feeds: 'feeds/index.astro',
  opml: 'feeds.opml.ts',
  year: 'archive/[year]/index.astro',
  month: 'archive/[year]/[month]/[...page].astro',
  corrections: 'corrections/[...page].astro',
  edition: 'editions/[year]/[month]/[day].astro',
  editions: 'editions/[...page].astro',
  offline: 'offline.astro',
  popular: 'fragments/popular.astro',
  podcast: 'podcast.xml.ts',
  live: 'fragments/live/[slug].astro',
  staticPage: '[page].astro',
  redirect: '[...redirect].astro',
  sitemap: 'sitemap-[n].xml.ts',
};

/** The files below `src/pages` that make one page or file each, besides those of a newsroom. */
export const fixedComponents: readonly string[] = [
  '404.astro',
  'archive/index.astro',
  'feed.css.ts',
  'feed.json.ts',
  'fragments/latest.astro',
  'index.astro',
  'manifest.webmanifest.ts',
  'news-sitemap.xml.ts',
  'opensearch.xml.ts',
  'robots.txt.ts',
  'rss.xml.ts',
  'search.astro',
  'sitemap-index.xml.ts',
];

/** Plan the pages whose addresses come from the content. */
export function planRoutes(routes: SiteRoutes): PlannedPage[] {
  return kindsOf(routes).flatMap((kind) =>
    routes[kind].map(({ params, key }) => planPage(pageComponents[kind], params, key?.())),
  );
}

/**
 * Plan the page that a component below `src/pages` renders for some params.
 *
 * @example planPage('news/[slug].astro', { slug: 'x' }) // { path: '/news/x/', file: 'news/x/index.html', … }
 */
export function planPage(
  component: string,
  params: Route<string, unknown>['params'] = {},
  key?: string | undefined,
): PlannedPage {
  const name = piecesOf(component)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const value = params[piece.param];
      return value === undefined ? '' : piece.before + value;
    })
    .join('');
  if (!component.endsWith('.astro')) return { component, path: `/${name}`, file: name, key };
  const path = name === '' ? '/' : `/${name}/`;
  return { component, path, file: fileOf(name), key };
}

type Piece = string | { before: string; param: string };

/** All pages of a site come from a few dozen components. */
const cachedComponents = 1000;

/** Split the path of a component into literal text, and params with the slash before them. */
const piecesOf = memoize(cachedComponents, (component: string): readonly Piece[] => {
  const parts = component.replace(/(?:(?:^|\/)index)?\.(?:astro|ts)$/, '').split(/(\/?)\[(?:\.\.\.)?(\w+)\]/);
  return parts.flatMap((part, index): Piece[] =>
    index % 3 === 0 ? [part] : index % 3 === 1 ? [{ before: part, param: parts[index + 1]! }] : [],
  );
});

/** Keep the routes of wanted pages, and those that other pages depend on: routes without a key, and all sitemaps. */
export function keepRoutes(routes: SiteRoutes, isWanted: (page: PlannedPage) => boolean): SiteRoutes {
  const kept = kindsOf(routes).map((kind) => [
    kind,
    (routes[kind] as readonly Route<string, unknown>[]).filter(
      ({ params, key }) => key === undefined || kind === 'sitemap' || isWanted(planPage(pageComponents[kind], params)),
    ),
  ]);
  return Object.fromEntries(kept) as SiteRoutes;
}

function kindsOf(routes: SiteRoutes): (keyof SiteRoutes)[] {
  return Object.keys(routes) as (keyof SiteRoutes)[];
}

/**
 * Path of a page's file. A redirect from an address such as `/old/metro.html` is that very file: hosts would first
 * redirect to a folder of this name, and object storage would not find it at all.
 */
function fileOf(name: string): string {
  if (name === '404') return '404.html';
  if (/\.html?$/i.test(name)) return name;
  return name === '' ? 'index.html' : `${name}/index.html`;
}
