import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../core/hash.ts';
import { readCacheJson, writeCacheJson } from './cache-file.ts';
import { projectFolder } from './options.ts';

const root = join(projectFolder, '.cache');

/** Where the caches lie. Each can be removed at any time: the next build makes it anew. */
export const cacheFolders = {
  /** What was read of the content of a folder. */
  content: (content: string): string => join(root, 'content', fingerprint(content)),
  /** What is known of the site that was built of a content folder into another folder. */
  site: (content: string, out: string): string => join(root, 'sites', fingerprint(`${content}\n${out}`)),
  /** The pages as Astro bundled them. */
  pages: (key: string): string => join(root, 'pages', key),
};

/** The file of a cache that says which content it belongs to. */
export const ownerName = 'owner.json';

/** Note which content a cache belongs to. */
export function claimCache(folder: string, content: string): void {
  const path = join(folder, ownerName);
  if (!existsSync(path)) writeCacheJson(path, { content });
}

/** Remove the caches of content that is no longer there, such as that of tests. */
export function removeOrphanedCaches(): void {
  for (const kind of ['content', 'sites']) {
    const folder = join(root, kind);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const owner = readCacheJson<{ content: string }>(join(folder, name, ownerName));
      if (owner && !existsSync(owner.content)) rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}
