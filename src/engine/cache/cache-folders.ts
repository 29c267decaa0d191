import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { readCacheJson, writeCacheJson } from './cache-file.ts';
import { lockName } from './build-lock.ts';
import { projectFolder } from '../base/options.ts';

const root = join(projectFolder, '.cache');

/** Where the caches lie. Each can be removed at any time: the next build makes it anew. */
export const cacheFolders = {
  /** What was read of the content of a folder. */
  content: (content: string): string => join(root, 'content', fingerprint(content)),
  /** What is known of the pictures that the content of a folder shows, and their variants. */
  pictures: (content: string): string => join(cacheFolders.content(content), 'pictures'),
  /** What is known of the site that was built of a content folder into another folder. */
  site: (content: string, out: string): string => join(root, 'sites', fingerprint(`${content}\n${out}`)),
  /** The pages as Astro bundled them. */
  pages: (key: string): string => join(root, 'pages', key),
  /** Code as Node compiled it; `scripts/compile-cache.js` names the same folder. */
  compiled: join(root, 'compiled'),
};

/** The file of a cache that says which content it belongs to. */
export const ownerName = 'owner.json';

/** The folders that a cache is of no use without. */
interface CacheOwner {
  content: string;
  /** The output folder, if it is the cache of a site. */
  out?: string;
}

/** Note what a cache belongs to. */
export function claimCache(folder: string, owner: CacheOwner): void {
  const path = join(folder, ownerName);
  if (!existsSync(path)) writeCacheJson(path, owner);
}

/** Remove the caches of folders that are no longer there, such as those of tests, unless a build holds their lock. */
export function removeOrphanedCaches(): void {
  for (const kind of ['content', 'sites']) {
    const folder = join(root, kind);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const cache = join(folder, name);
      const owner = readCacheJson<CacheOwner>(join(cache, ownerName));
      if (!owner || existsSync(join(cache, lockName))) continue;
      if (!existsSync(owner.content) || !existsSync(owner.out ?? owner.content))
        rmSync(cache, { recursive: true, force: true });
    }
  }
}
