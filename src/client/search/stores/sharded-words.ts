import { searchPaths } from '../../../core/search/tables/files.ts';
import { createWordSource } from '../../../core/search/sharded/word-source.ts';
import type { OpenWords } from '../index.ts';

/** Open the words of a sharded index. */
export const openShardedWords: OpenWords = async ({ manifest: { periods }, tables, read }) =>
  createWordSource(tables, (period, chunk) =>
    read(searchPaths.chunk(periods[period]!.name, chunk), periods[period]!.words),
  );
