import type { Urls } from '../urls.ts';

/**
 * Find the feeds among the files of a site, and give their absolute addresses, as the feeds themselves do.
 *
 * @param files Their paths below the output folder, unencoded.
 * @example feedsAmong(['index.html', 'tags/ری/rss.xml'], urls) // ['https://example.org/tags/%D8%B1%DB%8C/rss.xml']
 */
export function feedsAmong(files: readonly string[], urls: Urls): string[] {
  return files.filter((file) => isFeed.test(file)).map((file) => urls.absolute(urls.file(...file.split('/'))));
}

/** Files beside articles may have any name. */
const isFeed = /^(?:feed\.json|rss\.xml|(?:tags|sections|sources|authors)\/[^/]+\/rss\.xml)$/;
