import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from '../cache/cache-file.ts';
import { codeKey, parsingCode } from '../cache/code-key.ts';
import type { SearchMemory } from './memory.ts';

const extension = '.bin';

/** Open the search cache of a site. Entries of other code are removed. */
export function openSearchStore(cache: string): SearchMemory {
  const root = join(cache, 'search');
  const folder = join(root, codeKey(parsingCode));
  const pathOf = (name: string): string => join(folder, name + extension);
  const forget = (parent: string, isKept: (name: string) => boolean): void => {
    for (const name of existsSync(parent) ? readdirSync(parent) : []) {
      if (!isKept(name)) rmSync(join(parent, name), { recursive: true, force: true });
    }
  };
  forget(root, (name) => join(root, name) === folder);
  return {
    load: (name) => readCacheFile(pathOf(name)),
    save: (name, bytes) => writeCacheFile(pathOf(name), bytes),
    retain: (names) => {
      const kept = new Set(names.map((name) => name + extension));
      forget(folder, (name) => kept.has(name));
    },
  };
}
