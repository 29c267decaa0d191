import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RelatedMemory } from '../../core/related/memory.ts';
import { readCacheFile, writeCacheFile } from '../cache/cache-file.ts';
import { codeKey, parsingCode } from '../cache/code-key.ts';

/** Cache of related articles between runs. */
export interface RelatedStore {
  /** Whether the cache is empty: then finding related articles takes ten times as long. */
  readonly isEmpty: boolean;
  load(): RelatedMemory | undefined;
  /** Save what the next run needs, unless it equals the result of {@link load}. */
  save(memory: RelatedMemory): void;
}

/** Open the store in a cache. Entries of other code are ignored. */
export function openRelatedStore(cache: string): RelatedStore {
  const path = join(cache, 'related.json');
  const code = codeKey(parsingCode);
  let before: string | undefined;
  return {
    isEmpty: !existsSync(path),
    load: () => {
      before = readCacheFile(path)?.toString('utf8');
      return before?.startsWith(code) ? (JSON.parse(before.slice(code.length)) as RelatedMemory) : undefined;
    },
    save: (memory) => {
      const after = code + JSON.stringify(memory);
      if (after !== before) writeCacheFile(path, Buffer.from(after));
      before = after;
    },
  };
}
