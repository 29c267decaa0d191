import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeArticle } from '../core/search-article.ts';
import { searchFolder, type SearchManifest, searchPaths, searchVersion } from '../core/search-files.ts';
import { createNumberer } from '../core/search-labels.ts';
import { numberDay, splitPeriods } from '../core/search-periods.ts';
import { describeRows } from '../core/search-rows.ts';
import { writeSpellings } from '../core/search-spellings.ts';
import { writeTable } from '../core/search-table.ts';
import type { Site } from '../core/site.ts';
import { digestOf, markOf } from './search-digest.ts';
import { createMemory, loadChunks, type PeriodFacts, retainPeriods, type SearchMemory } from './search-memory.ts';
import { packedOutput, sealedOutput, type SearchOutput } from './search-output.ts';
import { type ArticleTexts, keyOf, textsInMemory } from './search-texts.ts';
import { type DatedArticles, updatePeriods } from './search-update.ts';

type Report = (done: number, total: number) => void;

/** Files on their way to and from the threads that compress. */
const batchSize = 64;

/**
 * List the files of a site's search index. What is remembered of earlier builds is not done again: of a site that did not
 * change no text is read. The files are the same whatever is remembered.
 *
 * @param memory Must give back what was saved until the last file is read.
 * @param onProgress Is told how many articles are indexed.
 */
export async function searchOutputs(
  site: Site,
  memory: SearchMemory,
  texts: ArticleTexts = textsInMemory,
  onProgress: Report = () => {},
): Promise<SearchOutput[]> {
  const articles = site.articles.toReversed();
  const dated = { articles, keys: articles.map((article) => keyOf(article, texts)), texts };
  const periods = splitPeriods(articles.map(({ date }) => numberDay(date.jalali)));
  const facts = await updatePeriods(periods, dated, memory, onProgress);
  const names = periods.map(({ name }) => name);
  retainPeriods(memory, names);
  const numberer = createNumberer();
  const outputs: SearchOutput[] = [];
  const marked: SearchManifest['periods'][number][] = [];
  for (const [index, { name, start, end }] of periods.entries()) {
    const { starts, lengths } = facts[index]!;
    const those = articles.slice(start, end);
    const rows = describeRows(those, lengths, numberer);
    const table = writeTable({ starts, labels: numberer.listNew(), rows });
    const period = { name, table: markOf(table), words: markOf(JSON.stringify([starts, those.map(({ url }) => url)])) };
    outputs.push(sealedOutput(searchPaths.table(name), period.table, () => table));
    outputs.push(...chunkOutputs(period, facts[index]!, memory));
    const paths = rows.map(({ day, place }) => searchPaths.article(day, place));
    outputs.push(...articleOutputs(paths, start, dated));
    marked.push(period);
  }
  return [...outputs, ...commonOutputs(marked, facts)];
}

/** Write the search index of a site below a folder. */
export async function writeSearchIndex(site: Site, folder: string, onProgress: Report): Promise<void> {
  const root = join(folder, searchFolder);
  const made = new Map<string, Promise<unknown>>();
  const write = async ({ path, read }: SearchOutput): Promise<void> => {
    const file = join(root, path);
    const parent = dirname(file);
    if (!made.has(parent)) made.set(parent, mkdir(parent, { recursive: true }));
    await made.get(parent);
    await writeFile(file, await read());
  };
  const outputs = await searchOutputs(site, createMemory(), textsInMemory, onProgress);
  for (let start = 0; start < outputs.length; start += batchSize)
    await Promise.all(outputs.slice(start, start + batchSize).map(write));
}

function chunkOutputs(
  { name, words }: SearchManifest['periods'][number],
  facts: PeriodFacts,
  memory: SearchMemory,
): SearchOutput[] {
  return facts.digests.map((digest, number) =>
    sealedOutput(
      searchPaths.chunk(name, number),
      words,
      () => loadChunks(memory, name, facts)![number]!,
      `${words}-${digest}`,
    ),
  );
}

function articleOutputs(
  paths: readonly string[],
  start: number,
  { articles, keys, texts }: DatedArticles,
): SearchOutput[] {
  return paths.map((path, number) => {
    const article = articles[start + number]!;
    const bytes = (): Buffer => Buffer.from(JSON.stringify(describeArticle(article, texts.textOf(article))));
    return packedOutput(path, keys[start + number]!, bytes);
  });
}

/** The files of the whole index. */
function commonOutputs(periods: SearchManifest['periods'], facts: readonly PeriodFacts[]): SearchOutput[] {
  const lists = facts.map(({ spellings }) => spellings);
  const spellings = markOf(lists.map(digestOf).join());
  const manifest: SearchManifest = { version: searchVersion, spellings, periods };
  const text = JSON.stringify(manifest);
  return [
    sealedOutput(searchPaths.spellings, spellings, () => Buffer.from(writeSpellings(lists))),
    { path: searchPaths.manifest, key: digestOf(text), read: async () => Buffer.from(text) },
  ];
}
