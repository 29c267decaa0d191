import { describeArticle, namesOf, searchFields } from '../../core/search/article.ts';
import { type SearchManifest, searchPaths, searchVersion } from '../../core/search/sharded/files.ts';
import { createNumberer, type LabelNumberer } from '../../core/search/sharded/labels.ts';
import { numberDay, type SearchPeriod, splitPeriods } from '../../core/search/sharded/periods.ts';
import { describeRows } from '../../core/search/sharded/table.ts';
import { writeSpellings } from '../../core/search/spellings.ts';
import { writeTable } from '../../core/search/sharded/table.ts';
import { indexPeriod } from '../../core/search/sharded/index-period.ts';
import type { Site, SiteArticle } from '../../core/site/site.ts';
import { digestOf } from '../cache/digest.ts';
import { type ChunkReader, createChunkReader, type PeriodFacts, retainPeriods, type SearchMemory } from './memory.ts';
import { packedOutput, sealedOutput, type SearchOutput } from './output.ts';
import { type DatedArticles, updatePeriods } from './update-periods.ts';

type Report = (done: number, total: number) => void;

/**
 * List the files of a site's search index. Results of earlier builds are reused: no text is read if the site has not
 * changed. The files are the same whatever is cached.
 *
 * @param memory Must return what was saved until the last file has been read.
 * @param onProgress Receives the number of indexed articles.
 */
export async function searchOutputs(
  site: Pick<Site, 'articles'>,
  memory: SearchMemory,
  onProgress: Report = () => {},
): Promise<SearchOutput[]> {
  const articles = site.articles.toReversed();
  const dated = { articles, keys: articles.map(searchKey) };
  const periods = splitPeriods(articles.map(({ date }) => numberDay(date.jalali)));
  const facts = await updatePeriods(periods, dated, memory, onProgress);
  retainPeriods(
    memory,
    periods.map(({ name }) => name),
  );
  const [numberer, readChunk] = [
    createNumberer(),
    createChunkReader(memory, (name) => indexAgain(name, periods, articles)),
  ];
  const indexed = periods.map((period, index) => indexFiles(period, facts[index]!, dated, numberer, readChunk));
  const common = commonOutputs(
    indexed.map(({ marks }) => marks),
    facts,
  );
  return [...indexed.flatMap(({ outputs }) => outputs), ...common];
}

/** Index a period again whose words the cache has lost. */
function indexAgain(name: string, periods: readonly SearchPeriod[], articles: readonly SiteArticle[]): Uint8Array[] {
  const { start, end, isNewest } = periods.find((period) => period.name === name)!;
  return indexPeriod(articles.slice(start, end).map(searchFields), isNewest).chunks.map(({ bytes }) => bytes);
}

interface PeriodOutputs {
  marks: PeriodMarks;
  outputs: readonly SearchOutput[];
}

type PeriodMarks = SearchManifest['periods'][number];

/** List the files of a period. Periods come oldest first. */
function indexFiles(
  { name, start, end }: SearchPeriod,
  facts: PeriodFacts,
  dated: DatedArticles,
  numberer: LabelNumberer,
  readChunk: ChunkReader,
): PeriodOutputs {
  const articles = dated.articles.slice(start, end);
  const { starts, lengths } = facts;
  const labels = numberer.add(articles);
  const rows = describeRows(articles, lengths, numberer);
  const table = writeTable({ starts, labels, rows });
  const words = markOf(JSON.stringify([starts, articles.map(({ url }) => url)]));
  const marks = { name, table: markOf(table), words };
  const paths = rows.map(({ day, place }) => searchPaths.article(day, place));
  return {
    marks,
    outputs: [
      sealedOutput(searchPaths.table(name), marks.table, () => table),
      ...chunkOutputs(marks, facts, readChunk),
      ...articleOutputs(paths, start, dated),
    ],
  };
}

function chunkOutputs({ name, words }: PeriodMarks, facts: PeriodFacts, readChunk: ChunkReader): SearchOutput[] {
  return facts.digests.map((digest, number) =>
    sealedOutput(searchPaths.chunk(name, number), words, () => readChunk(name, facts, number), `${words}-${digest}`),
  );
}

function articleOutputs(paths: readonly string[], start: number, { articles, keys }: DatedArticles): SearchOutput[] {
  return paths.map((path, number) => {
    const article = articles[start + number]!;
    const bytes = (): Buffer => Buffer.from(JSON.stringify(describeArticle(article)));
    return packedOutput(path, keys[start + number]!, bytes);
  });
}

/** List the files of the whole index. */
function commonOutputs(periods: readonly PeriodMarks[], facts: readonly PeriodFacts[]): SearchOutput[] {
  const lists = facts.map(({ spellings }) => spellings);
  const spellings = markOf(lists.map(digestOf).join());
  const manifest: SearchManifest = { version: searchVersion, spellings, periods };
  const text = JSON.stringify(manifest);
  return [
    sealedOutput(searchPaths.spellings, spellings, () => Buffer.from(writeSpellings(lists))),
    { path: searchPaths.manifest, key: digestOf(text), read: () => Buffer.from(text) },
  ];
}

/** Mark of a file: short, since it need only differ from those of the same file in other builds. */
function markOf(data: string | Uint8Array): string {
  return digestOf(data).slice(0, 8);
}

/** Fingerprint of everything the search uses and shows of an article. */
function searchKey(article: SiteArticle): string {
  return digestOf(`${article.contentKey}\0${article.date.iso}\0${namesOf(article)}`);
}
