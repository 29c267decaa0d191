import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from '../cache/cache-file.ts';

/** Cache of share pictures, by fingerprints of everything that they show. Damaged ones count as missing. */
export interface ShareStore {
  load(key: string): Uint8Array | undefined;
  save(key: string, bytes: Uint8Array): void;
  /** Remove all pictures except those with these keys. */
  retain(keys: readonly string[]): void;
}

/** Open the store of share pictures in the cache of a site. */
export function openShareStore(cache: string): ShareStore {
  const folder = join(cache, 'share');
  const pathOf = (key: string): string => join(folder, key);
  return {
    load: (key) => readCacheFile(pathOf(key)),
    save: (key, bytes) => writeCacheFile(pathOf(key), bytes),
    retain: (keys) => {
      const kept = new Set(keys);
      for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        if (!kept.has(name)) rmSync(pathOf(name), { force: true });
      }
    },
  };
}
