import type { SearchLabels, TableRow, WordSource } from '../../core/search/store.ts';
import type { SearchArticle } from '../../core/search/article.ts';
import { type SearchManifest, searchPaths, searchVersion, unsealFile } from '../../core/search/tables/files.ts';
import { joinLabels } from '../../core/search/tables/labels.ts';
import { readTable, type SearchTable } from '../../core/search/tables/table.ts';

/** The index as used by the page. Files are read on demand, and once. */
export interface SearchIndex {
  /** Its words, with the program that finds them. Loaded once, on first use. */
  words(): Promise<WordSource>;
  rows: readonly TableRow[];
  labels: SearchLabels;
  /** Known spellings, for queries with unknown words. */
  spellings(): Promise<string>;
  article(number: number): Promise<SearchArticle>;
}

/** The part of an index that is read first. */
export interface IndexTables {
  manifest: SearchManifest;
  /** Of each period, oldest first. */
  tables: readonly SearchTable[];
  /** Read a file below the index's folder, given its mark. */
  read(path: string, mark: string): Promise<Uint8Array>;
}

/** Opens the words of an index, in the form that the site has. */
export type OpenWords = (tables: IndexTables) => Promise<WordSource>;

/**
 * Open the index below a folder.
 *
 * @throws Error if a file can't be fetched, or belongs to another index because the site has been published again.
 */
export async function openIndex(folder: string, openWords: OpenWords): Promise<SearchIndex> {
  const response = await fetch(folder + searchPaths.manifest, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const manifest = (await response.json()) as SearchManifest;
  if (manifest.version !== searchVersion) throw new Error('Another version of the index');
  const read = createReader(folder);
  const { periods, spellings } = manifest;
  const tables = await Promise.all(
    periods.map(async ({ name, table }) => readTable(await read(searchPaths.table(name), table))),
  );
  const rows = tables.flatMap((table) => table.rows);
  const articles = new Map<number, SearchArticle>();
  let words: Promise<WordSource> | undefined;
  return {
    words: () => (words ??= openWords({ manifest, tables, read })),
    rows,
    labels: joinLabels(tables.map(({ labels }) => labels)),
    spellings: async () => decode(await read(searchPaths.spellings, spellings)),
    article: async (number) => {
      const { day, place } = rows[number]!;
      let article = articles.get(number);
      if (!article) {
        article = JSON.parse(decode(await read(searchPaths.article(day, place)))) as SearchArticle;
        articles.set(number, article);
      }
      return article;
    },
  };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Create the function that reads files, each once unless reading fails. */
function createReader(folder: string): (path: string, mark?: string) => Promise<Uint8Array> {
  const files = new Map<string, Promise<Uint8Array>>();
  return (path, mark) => {
    let file = files.get(path);
    if (!file) {
      files.set(path, (file = readFile(folder + path, mark)));
      file.catch(() => files.delete(path));
    }
    return file;
  };
}

/** Read a file. If a cache returns another version, as may happen while a site is being published, bypass the cache. */
async function readFile(address: string, mark?: string, cache: RequestCache = 'default'): Promise<Uint8Array> {
  const response = await fetch(mark === undefined ? address : `${address}?v=${mark}`, { cache });
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const bytes = await inflate(new Uint8Array(await response.arrayBuffer()));
  const content = mark === undefined ? bytes : unsealFile(mark, bytes);
  if (content) return content;
  if (cache === 'reload') throw new Error(`Another index: ${address}`);
  return readFile(address, mark, 'reload');
}

/** Decompress a file, unless the server declared its compression and the browser has already decompressed it. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
