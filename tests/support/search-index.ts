import type { SearchLabels, TableRow, WordSource } from '../../src/core/search/store.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SearchArticle } from '../../src/core/search/article.ts';
import { searchFolder, type SearchManifest, searchPaths, unsealFile } from '../../src/core/search/tables/files.ts';
import { joinLabels } from '../../src/core/search/tables/labels.ts';
import { createWordSource } from '../../src/core/search/sharded/word-source.ts';
import { readTable, type SearchTable } from '../../src/core/search/tables/table.ts';

/** The search index of a built site, read without a browser. */
export interface BuiltIndex {
  manifest: SearchManifest;
  /** Of each period, oldest first. */
  tables: readonly SearchTable[];
  words: WordSource;
  rows: readonly TableRow[];
  labels: SearchLabels;
  spellings: string;
  article(number: number): Promise<SearchArticle>;
}

/** Open the index of the site in a folder. */
export async function openBuiltIndex(site: string): Promise<BuiltIndex> {
  return openIndexFiles((path) => readFile(join(site, searchFolder, path)));
}

/** Open an index with a function that reads its files by path. */
export async function openIndexFiles(readIndexFile: (path: string) => Promise<Uint8Array>): Promise<BuiltIndex> {
  const read = async (path: string, mark?: string): Promise<Uint8Array> => {
    const bytes = gunzipSync(await readIndexFile(path));
    const content = mark === undefined ? bytes : unsealFile(mark, bytes);
    if (!content) throw new Error(`${path} belongs to another index.`);
    return content;
  };
  const text = async (path: string, mark?: string): Promise<string> => Buffer.from(await read(path, mark)).toString();
  const manifest = JSON.parse(Buffer.from(await readIndexFile(searchPaths.manifest)).toString()) as SearchManifest;
  const { periods, spellings } = manifest;
  const tables = await Promise.all(
    periods.map(async ({ name, table }) => readTable(await read(searchPaths.table(name), table))),
  );
  const rows = tables.flatMap((table) => table.rows);
  return {
    manifest,
    tables,
    words: createWordSource(tables, (period, chunk) =>
      read(searchPaths.chunk(periods[period]!.name, chunk), periods[period]!.words),
    ),
    rows,
    labels: joinLabels(tables.map(({ labels }) => labels)),
    spellings: await text(searchPaths.spellings, spellings),
    article: async (number) => {
      const { day, place } = rows[number]!;
      return JSON.parse(await text(searchPaths.article(day, place))) as SearchArticle;
    },
  };
}
