import type { HostingConfig } from '../config/hosting.ts';
import { picturesFolder } from '../pictures/variants.ts';
import { searchFolder } from '../search/sharded/files.ts';
import { shareFolder } from '../pictures/share-card.ts';

/** For how long the files at some paths may be kept. No path is matched by two rules. */
export interface CacheRule {
  /** A path from the site's base, in which `:name` stands for one segment, and `*` at the end for all that follows. */
  path: string;
  /** The value of `Cache-Control` (RFC 9111, section 5.2.2). */
  value: string;
}

/** Say for how long the files at each path may be kept. */
export function cacheRules(hosting: HostingConfig): CacheRule[] {
  const values = cacheValues(hosting);
  const rulesOf = (paths: readonly string[], value: string): CacheRule[] => paths.map((path) => ({ path, value }));
  return [
    ...rulesOf(hashed, values.hashed),
    ...rulesOf(marked, values.marked),
    ...rulesOf(lasting, values.files),
    ...rulesOf(pages, values.pages),
  ];
}

/** Say how long all else may be kept: pages of `content/pages`, redirects. */
export function defaultCache(hosting: HostingConfig): string {
  return cacheValues(hosting).pages;
}

/** Say how long the page for missing addresses may be kept at one of these, which may be published in the next minute. */
export const missingCache = 'public, max-age=10';

/** Write the regular expression of the paths of a rule, without a base. @example pathPattern('/a/:b') // '/a/[^/]+$' */
export function pathPattern(path: string): string {
  const pattern = path.replace(/[.+]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return pattern.endsWith('*') ? pattern.slice(0, -1) : `${pattern}$`;
}

/** Another content has another address. */
const hashed = ['/_astro/*', `/${picturesFolder}/*`];

/** The search asks for these with the mark of what it expects, and again, past all caches, when it finds another. */
const marked = [`/${searchFolder}/spellings.bin`, `/${searchFolder}/:period/:file`];

const lasting = ['/files/*', '/fonts/*', '/images/*', '/media/*', '/favicon.svg', `/${shareFolder}/*`];

const pages = [
  '/',
  '/archive/*',
  '/authors/*',
  '/corrections/*',
  '/feeds/',
  '/fragments/*',
  '/latest/*',
  '/news/*',
  '/search/',
  `/${searchFolder}/manifest.json`,
  `/${searchFolder}/articles/*`,
  '/sections/*',
  '/sources/*',
  '/tags/*',
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
