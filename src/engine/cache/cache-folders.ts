import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../core/text/hash.ts';
import { readCacheJson, writeCacheJson } from './cache-file.ts';
import { lockName } from './build-lock.ts';
import { projectFolder } from '../base/options.ts';

const root = join(projectFolder, '.cache');

/** Paths of the caches. Each can be removed at any time: the next build recreates it. */
export const cacheFolders = {
  /** Parsed files of a content folder. */
  content: (content: string): string => join(root, 'content', fingerprint(content)),
  /** Facts about the pictures of a content folder, and their variants. */
  pictures: (content: string): string => join(cacheFolders.content(content), 'pictures'),
  /** What is cached of the site built from a content folder into an output folder. */
  site: (content: string, out: string): string => join(root, 'sites', fingerprint(`${content}\n${out}`)),
  /** What was announced of a site. No cache: without it, the articles of the last days count as announced. */
  announced: (content: string, out: string): string => join(root, 'announced', fingerprint(`${content}\n${out}`)),
  /** Pages as bundled by Astro. */
  pages: (key: string): string => join(root, 'pages', key),
  /** The editor of /admin/, bundled. */
  admin: (key: string): string => join(root, 'admin', key),
  /** Code compiled by Node; `scripts/compile-cache.js` uses the same folder. */
  compiled: join(root, 'compiled'),
};

/** Name of the file that identifies a cache's owner. */
export const ownerName = 'owner.json';

/** The folders without which a cache is useless. */
interface CacheOwner {
  content: string;
  /** The output folder, for the cache of a site. */
  out?: string;
}

/** Record the owner of a cache. */
export function claimCache(folder: string, owner: CacheOwner): void {
  const path = join(folder, ownerName);
  if (!existsSync(path)) writeCacheJson(path, owner);
}

/** Remove the caches, but not the record of what was announced, of folders that no longer exist, such as those of tests, unless a build holds their lock. */
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
