import type { HostingConfig } from '../config/hosting.ts';
import { oldAddressesFolder } from '../old-addresses.ts';
import { picturesFolder } from '../pictures/variants.ts';
import { podcastFile } from '../config/podcast.ts';
import { pagefindFolder } from '../search/pagefind/files.ts';
import { searchFolder } from '../search/tables/files.ts';
import { workerFile } from './offline.ts';
import { speculationFile } from './speculation.ts';
import { shareFolder } from '../pictures/share-card.ts';

/** How long the files at some paths may be cached. No path matches two rules. */
export interface CacheRule {
  /** A path from the site's base: `:name` matches one segment, and `*` at the end matches the rest. */
  path: string;
  /** The value of `Cache-Control` (RFC 9111, section 5.2.2). */
  value: string;
}

/** What some rules depend on. */
export interface CachedParts {
  /** Whether the site has the editor at /admin/. */
  hasAdmin?: boolean;
  /** Whether live coverage goes on. Servers of one's own are set up for it in any case. */
  hasLive?: boolean;
  /** Whether the newspaper has a podcast. */
  hasPodcast?: boolean;
}

/** List the cache rules of all paths. */
export function cacheRules(
  hosting: HostingConfig,
  { hasAdmin = false, hasLive = false, hasPodcast = false }: CachedParts = {},
): CacheRule[] {
  const values = cacheValues(hosting);
  const rulesOf = (paths: readonly string[], value: string): CacheRule[] => paths.map((path) => ({ path, value }));
  return [
    ...rulesOf(hashed, values.hashed),
    ...rulesOf([...marked, ...pagefindFiles], values.marked),
    ...rulesOf(lasting, values.files),
    ...rulesOf(hasLive ? pages.flatMap((path) => (path === allFragments ? fragments : [path])) : pages, values.pages),
    ...(hasLive ? [{ path: `${liveFragments}*`, value: liveCache }] : []),
    ...(hasPodcast ? rulesOf([`/${podcastFile}`], values.pages) : []),
    // A fix or the removal of the worker must not be delayed by a cache.
    ...rulesOf([`/${workerFile}`], 'no-cache'),
    ...(hasAdmin
      ? [...rulesOf(['/admin/assets/*'], values.hashed), ...rulesOf(['/admin/', '/admin/index.html'], 'no-cache')]
      : []),
  ];
}

/** `Cache-Control` for everything else: pages of `content/pages`, redirects. */
export function defaultCache(hosting: HostingConfig): string {
  return cacheValues(hosting).pages;
}

/** Folder of the fragments with the entries of live coverage. */
export const liveFragments = '/fragments/live/';

// Readers ask every half minute: a cache before the server may answer for ten seconds, and once more while it asks itself.
const liveCache = 'public, max-age=10, stale-while-revalidate=30';

/** `Cache-Control` of the 404 page: the address may be published in the next minute. */
export const missingCache = 'public, max-age=10';

/** Write the regular expression for a rule's path, without the base. @example pathPattern('/a/:b') // '/a/[^/]+$' */
export function pathPattern(path: string): string {
  const pattern = path.replace(/[.+]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return pattern.endsWith('*') ? pattern.slice(0, -1) : `${pattern}$`;
}

// The URL contains a content hash.
const hashed = ['/_astro/*', `/${picturesFolder}/*`];

// The search requests these with the fingerprint that it expects, and again, bypassing all caches, if it finds another.
const marked = [`/${searchFolder}/spellings.bin`, `/${searchFolder}/:period/:file`];

// Their names are short hashes of their contents: enough for a week.
const pagefindFiles = ['index', 'fragment', 'filter'].flatMap((kind) => [
  `/${pagefindFolder}/${kind}/*`,
  `/${pagefindFolder}/:period/${kind}/*`,
]);

const lasting = [
  '/files/*',
  '/fonts/*',
  '/icons/*',
  '/images/*',
  '/media/*',
  '/apple-touch-icon.png',
  '/favicon.ico',
  '/favicon.svg',
  `/${shareFolder}/*`,
];

const allFragments = '/fragments/*';
/** The other fragments, where those of coverage have a rule of their own. */
const fragments = ['/fragments/latest/*', '/fragments/popular/*'];

const pages = [
  '/',
  '/archive/*',
  '/authors/*',
  '/corrections/*',
  '/editions/*',
  '/feeds/',
  allFragments,
  '/latest/*',
  '/news/*',
  `/${oldAddressesFolder}/*`,
  '/search/',
  `/${searchFolder}/manifest.json`,
  `/${searchFolder}/articles/*`,
  '/sections/*',
  '/sources/*',
  '/tags/*',
  `/${speculationFile}`,
  '/rss.xml',
  '/feed.json',
  '/sitemap-index.xml',
  '/news-sitemap.xml',
];

function cacheValues({ cache }: HostingConfig): Record<'hashed' | 'marked' | 'files' | 'pages', string> {
  const week = 604_800;
  return {
    hashed: 'public, max-age=31536000, immutable',
    marked: `public, max-age=${week}`,
    files: `public, max-age=${cache.files}, stale-while-revalidate=${week}`,
    pages: `public, max-age=${cache.pages}, stale-while-revalidate=${cache.stale}`,
  };
}
