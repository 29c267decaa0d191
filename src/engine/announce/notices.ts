import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedsAmong } from '../../core/feeds/feed-list.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { createUrls, ownAddress, withoutBase } from '../../core/urls.ts';

/** What a hub was told of: feeds, and the fingerprint of what they held; empty if a notice is owed. */
export type ToldFeeds = Record<string, string>;

/**
 * List the feeds that a WebSub hub has not been told of as they are now, with the fingerprints of what they hold.
 *
 * @param files Files of the site that may be feeds. Feeds that a notice is owed of are looked at too.
 */
export function findNotices(
  { out, url }: { out: string; url: string },
  files: readonly string[],
  told: ToldFeeds,
): Map<string, string> {
  const urls = createUrls(url);
  const owed = Object.keys(told).filter((feed) => told[feed] === '');
  const feeds = new Set([...owed, ...feedsAmong(files, urls)]);
  const notices = new Map<string, string>();
  for (const feed of feeds) {
    // Absent for a feed of another address that the newspaper had.
    const address = ownAddress(feed, urls);
    const path = address && join(out, withoutBase(urls.base + address, urls));
    if (!path || !existsSync(path)) continue;
    const print = fingerprint(readFileSync(path, 'utf8'));
    if (print !== told[feed]) notices.set(feed, print);
  }
  return notices;
}
