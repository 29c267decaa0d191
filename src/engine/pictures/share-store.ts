import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from '../cache/cache-file.ts';

/** Pictures that were drawn, by the keys that stand for all that they were drawn of. Damaged ones are not there. */
export interface ShareStore {
  load(key: string): Uint8Array | undefined;
  save(key: string, bytes: Uint8Array): void;
  /** Forget all pictures but those of these keys. */
  retain(keys: readonly string[]): void;
}

/** Open the store of share pictures below the cache of a site. */
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
