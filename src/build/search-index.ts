import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { describeArticle } from '../core/search-article.ts';
import { type SearchManifest, sealFile, searchPaths, searchVersion } from '../core/search-files.ts';
import { indexPeriod } from '../core/search-index.ts';
import { listLabels } from '../core/search-labels.ts';
import { splitPeriods } from '../core/search-periods.ts';
import { type Spelling, writeSpellings } from '../core/search-spellings.ts';
import type { SearchPlace } from '../core/search-table.ts';
import type { Site, SiteArticle } from '../core/site.ts';

const compress = promisify(gzip);
/** Files on their way to and from the threads that compress. */
const batchSize = 64;

/** Write the search index of a site's articles into `<folder>/search/index`. */
export async function writeSearchIndex(
  site: Site,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const write = createFileWriter(join(folder, 'search/index'));
  const articles = site.articles.toReversed();
  const { labels, numbersOf } = listLabels(articles);
  const periods: SearchManifest['periods'][number][] = [];
  const spellings: (readonly Spelling[])[] = [];
  let done = 0;
  for (const { name, articles: those } of splitPeriods(articles)) {
    const { words, table, places, chunks, spellings: found } = indexPeriod(those, numbersOf);
    const mark = markOf(table, ...chunks.map(({ bytes }) => bytes));
    await write([
      { path: searchPaths.table(name), bytes: sealFile(mark, table) },
      ...chunks.map(({ bytes }, index) => ({ path: searchPaths.chunk(name, index), bytes: sealFile(mark, bytes) })),
    ]);
    for (let start = 0; start < those.length; start += batchSize) {
      await write(
        those.slice(start, start + batchSize).map((article, index) => articleFile(article, places[start + index]!)),
      );
      onProgress((done += Math.min(batchSize, those.length - start)), articles.length);
    }
    periods.push({ name, mark, articles: those.length, words, firsts: chunks.map(({ first }) => first) });
    spellings.push(found);
  }
  const texts = [JSON.stringify(labels), writeSpellings(spellings)].map((text) => Buffer.from(text));
  const mark = markOf(...texts);
  await write(
    [searchPaths.labels, searchPaths.spellings].map((path, index) => ({ path, bytes: sealFile(mark, texts[index]!) })),
  );
  const manifest: SearchManifest = { version: searchVersion, mark, periods };
  await writeFile(join(folder, 'search/index', searchPaths.manifest), JSON.stringify(manifest));
}

interface IndexFile {
  path: string;
  bytes: Uint8Array;
}

function articleFile(article: SiteArticle, { day, place }: SearchPlace): IndexFile {
  return { path: searchPaths.article(day, place), bytes: Buffer.from(JSON.stringify(describeArticle(article))) };
}

function createFileWriter(root: string): (files: readonly IndexFile[]) => Promise<void> {
  const made = new Map<string, Promise<unknown>>();
  const write = async ({ path, bytes }: IndexFile): Promise<void> => {
    const file = join(root, path);
    const folder = dirname(file);
    if (!made.has(folder)) made.set(folder, mkdir(folder, { recursive: true }));
    await made.get(folder);
    await writeFile(file, await compress(bytes, { level: 9 }));
  };
  return async (files) => {
    for (let start = 0; start < files.length; start += batchSize) {
      await Promise.all(files.slice(start, start + batchSize).map(write));
    }
  };
}

function markOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 8);
}
