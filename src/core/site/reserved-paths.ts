import { podcastFile } from '../config/podcast.ts';
import type { SiteConfig } from '../config/site-config.ts';

/** List the paths of the feeds that only some sites have. */
export function optionalFeeds({ podcast, comments }: Pick<SiteConfig, 'podcast' | 'comments'>): string[] {
  return [...(podcast ? [`/${podcastFile}`] : []), ...(comments ? ['/feeds/comments.xml'] : [])];
}

/** Return whether the site itself uses a slug, so that no page of `content/pages` can have it. */
export function isReservedSlug(slug: string): boolean {
  return reservedSlugs.has(slug) || reservedFolders.includes(`/${slug}/`);
}

/** Slugs of the top-level pages that the site generates. */
export const reservedSlugs = new Set([
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
  'offline',
]);

/** Folders of the output without a page, so their paths are not page URLs either. */
export const reservedFolders = [
  '/_astro/',
  '/_pictures/',
  '/files/',
  '/fonts/',
  '/fragments/',
  '/icons/',
  '/images/',
  '/media/',
  '/old-addresses/',
  '/search/index/',
  '/share/',
  '/.well-known/',
];
/** Files that the site or its build writes to the root of the output. */
export const reservedFiles = [
  '/.changes.json',
  '/.shard.json',
  '/_headers',
  '/_redirects',
  '/404.html',
  '/rss.xml',
  '/feed.json',
  '/feed.css',
  '/feeds.opml',
  '/manifest.webmanifest',
  '/sitemap-index.xml',
  '/news-sitemap.xml',
  '/robots.txt',
  '/opensearch.xml',
  '/llms.txt',
  '/links.speculationrules',
  '/sw.js',
];
