import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { describeArticle } from '../core/search-article.ts';
import { sealFile, searchFolder, type SearchManifest, searchPaths, searchVersion } from '../core/search-files.ts';
import { indexPeriod } from '../core/search-index.ts';
import { listLabels } from '../core/search-labels.ts';
import { splitPeriods } from '../core/search-periods.ts';
import { type Spelling, writeSpellings } from '../core/search-spellings.ts';
import { fingerprint } from '../core/hash.ts';
import { articleKey } from '../core/page-keys.ts';
import type { Site } from '../core/site.ts';
import { codeKey, parsingCode } from './code-key.ts';
import type { OtherFile } from './site-files.ts';

/** A file of the search index. */
export interface IndexFile {
  /** From the folder of the index. */
  path: string;
  /** As the browser gets it. */
  read(): Promise<Uint8Array>;
}

const compress = promisify(gzip);
/** Files on their way to and from the threads that compress. */
const batchSize = 64;

/** Make the files of a site's search index, one after the other. */
export function* searchFiles(site: Site): Generator<IndexFile> {
  const articles = site.articles.toReversed();
  const { labels, numbersOf } = listLabels(articles);
  const periods: SearchManifest['periods'][number][] = [];
  const spellings: (readonly Spelling[])[] = [];
  for (const { name, articles: those } of splitPeriods(articles)) {
    const { words, table, places, chunks, spellings: found } = indexPeriod(those, numbersOf);
    const mark = markOf(table, ...chunks.map(({ bytes }) => bytes));
    yield packed(searchPaths.table(name), sealFile(mark, table));
    for (const [number, { bytes }] of chunks.entries())
      yield packed(searchPaths.chunk(name, number), sealFile(mark, bytes));
    for (const [number, article] of those.entries()) {
      const { day, place } = places[number]!;
      yield packed(searchPaths.article(day, place), Buffer.from(JSON.stringify(describeArticle(article))));
    }
    periods.push({ name, mark, articles: those.length, words, firsts: chunks.map(({ first }) => first) });
    spellings.push(found);
  }
  const texts = [JSON.stringify(labels), writeSpellings(spellings)].map((text) => Buffer.from(text));
  const mark = markOf(...texts);
  yield packed(searchPaths.labels, sealFile(mark, texts[0]!));
  yield packed(searchPaths.spellings, sealFile(mark, texts[1]!));
  const manifest: SearchManifest = { version: searchVersion, mark, periods };
  yield { path: searchPaths.manifest, read: async () => Buffer.from(JSON.stringify(manifest)) };
}

/** List the files of a site's search index; those that are published of the same site are not made again. */
export function searchIndexFiles(site: Site, known: ReadonlyMap<string, { key: string }>): OtherFile[] {
  const key = fingerprint([codeKey(parsingCode), ...site.articles.map(articleKey)].join());
  const own = [...known].filter(([file, before]) => file.startsWith(`${searchFolder}/`) && before.key === key);
  if (own.length > 0) return own.map(([file]) => ({ file, key, read: () => Buffer.from('') }));
  return [...searchFiles(site)].map(({ path, read }) => ({ file: `${searchFolder}/${path}`, key, read }));
}

/** Write the search index of a site below a folder. */
export async function writeSearchIndex(
  site: Site,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const root = join(folder, searchFolder);
  const made = new Map<string, Promise<unknown>>();
  const write = async ({ path, read }: IndexFile): Promise<void> => {
    const file = join(root, path);
    const parent = dirname(file);
    if (!made.has(parent)) made.set(parent, mkdir(parent, { recursive: true }));
    await made.get(parent);
    await writeFile(file, await read());
  };
  let batch: IndexFile[] = [];
  let done = 0;
  for (const file of searchFiles(site)) {
    batch.push(file);
    if (file.path.startsWith('articles/')) done++;
    if (batch.length < batchSize) continue;
    await Promise.all(batch.map(write));
    batch = [];
    onProgress(done, site.articles.length);
  }
  await Promise.all(batch.map(write));
}

function packed(path: string, bytes: Uint8Array): IndexFile {
  return { path, read: () => compress(bytes, { level: 9 }) };
}

function markOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 8);
}
