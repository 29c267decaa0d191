import { describeArticle, namesOf, searchFields } from '../../core/search/article.ts';
import { searchedText } from '../../core/search/searched-text.ts';
import { type SearchManifest, searchFolder, searchPaths, searchVersion } from '../../core/search/tables/files.ts';
import { createNumberer, type LabelNumberer } from '../../core/search/tables/labels.ts';
import { numberDay, type SearchPeriod, splitPeriods } from '../../core/search/sharded/periods.ts';
import { describeRows } from '../../core/search/tables/table.ts';
import type { TableRow } from '../../core/search/store.ts';
import { writeSpellings } from '../../core/search/spellings.ts';
import { writeTable } from '../../core/search/tables/table.ts';
import { indexPeriod } from '../../core/search/sharded/index-period.ts';
import { createUrls } from '../../core/urls.ts';
import { searchEngineOf } from '../../core/config/search-engine.ts';
import type { Site, SiteArticle } from '../../core/site/site.ts';
import { digestOf } from '../cache/digest.ts';
import { type ChunkReader, createChunkReader, type PeriodFacts, retainPeriods, type SearchMemory } from './memory.ts';
import { type IndexedPeriod, pagefindOutputs } from './pagefind-outputs.ts';
import { packedOutput, sealedOutput, type SearchOutput } from './output.ts';
import { type DatedArticles, updatePeriods } from './update-periods.ts';

/** What is indexed of a site. */
type IndexedSite = Pick<Site, 'articles' | 'config'>;

/**
 * List the files of a site's search index. Results of earlier builds are reused: no text is read if the site has not
 * changed. The files do not depend on the cache.
 *
 * @param memory Must keep its entries until the last file has been read.
 */
export async function searchOutputs(
  { articles: newestFirst, config }: IndexedSite,
  memory: SearchMemory,
): Promise<SearchOutput[]> {
  const articles = newestFirst.toReversed();
  const engine = searchEngineOf(config, articles.length);
  const dated = { articles, keys: articles.map(searchKey) };
  const periods = splitPeriods(articles.map(({ date }) => numberDay(date.jalali)));
  const facts = await updatePeriods(periods, dated, memory);
  retainPeriods(
    memory,
    periods.map(({ name }) => name),
    engine,
  );
  const [numberer, readChunk] = [
    createNumberer(),
    createChunkReader(memory, (name) => indexAgain(name, periods, articles)),
  ];
  const indexed = periods.map((period, index) => describePeriod(period, facts[index]!, dated, numberer, readChunk));
  const { outputs, marks } =
    engine === 'pagefind' ? await pagefindOutputs(indexed, createUrls(config.url).base, memory) : chunkOutputs(indexed);
  const tables = indexed.map(({ name, table }, index) => ({ name, table: markOf(table), words: marks[index]! }));
  return [...indexed.flatMap((period) => periodOutputs(period, dated)), ...outputs, ...commonOutputs(tables, facts)];
}

/** Index a period again whose words the cache has lost. */
function indexAgain(name: string, periods: readonly SearchPeriod[], articles: readonly SiteArticle[]): Uint8Array[] {
  const { start, end, isNewest } = periods.find((period) => period.name === name)!;
  return indexPeriod(articles.slice(start, end).map(searchFields), isNewest).chunks.map(({ bytes }) => bytes);
}

/** A period with its data for both forms of the index. */
interface DescribedPeriod extends IndexedPeriod {
  /** Position of its first article among all. */
  start: number;
  rows: readonly TableRow[];
  table: Uint8Array;
}

/** Describe a period. Periods come oldest first. */
function describePeriod(
  { name, start, end }: SearchPeriod,
  facts: PeriodFacts,
  dated: DatedArticles,
  numberer: LabelNumberer,
  readChunk: ChunkReader,
): DescribedPeriod {
  const articles = dated.articles.slice(start, end);
  const labels = numberer.add(articles);
  const rows = describeRows(articles, facts.lengths, numberer);
  const table = writeTable({ starts: facts.starts, labels, rows });
  const readChunks = (): Uint8Array[] => facts.digests.map((_, number) => readChunk(name, facts, number));
  return { name, start, articles, rows, facts, table, readChunks };
}

/** List the files of a period that every form of the index has. */
function periodOutputs(
  { name, start, rows, table }: DescribedPeriod,
  { articles, keys }: DatedArticles,
): SearchOutput[] {
  return [
    sealedOutput(searchPaths.table(name), markOf(table), () => table),
    ...rows.map(({ day, place }, index) => {
      const number = start + index;
      const bytes = (): Buffer => Buffer.from(JSON.stringify(describeArticle(articles[number]!)));
      return packedOutput(searchPaths.article(day, place), keys[number]!, bytes);
    }),
  ];
}

/** List the files of the words of the sharded index, and a mark of each period's. */
function chunkOutputs(periods: readonly IndexedPeriod[]): { outputs: SearchOutput[]; marks: string[] } {
  const marks = periods.map(({ facts, articles }) =>
    markOf(JSON.stringify([facts.starts, articles.map(({ url }) => url)])),
  );
  const outputs = periods.flatMap(({ name, facts, readChunks }, index) =>
    facts.digests.map((digest, number) => {
      const mark = marks[index]!;
      return sealedOutput(searchPaths.chunk(name, number), mark, () => readChunks()[number]!, `${mark}-${digest}`);
    }),
  );
  return { outputs, marks };
}

/** List the files of the whole index. */
function commonOutputs(periods: SearchManifest['periods'], facts: readonly PeriodFacts[]): SearchOutput[] {
  const lists = facts.map(({ spellings }) => spellings);
  const spellings = markOf(lists.map(digestOf).join());
  const manifest: SearchManifest = { version: searchVersion, spellings, periods };
  const text = JSON.stringify(manifest);
  return [
    sealedOutput(searchPaths.spellings, spellings, () => Buffer.from(writeSpellings(lists))),
    { path: `${searchFolder}/${searchPaths.manifest}`, key: digestOf(text), read: () => Buffer.from(text) },
  ];
}

/** Version of a file: short, since it need only differ from other builds' versions of the same file. */
function markOf(data: string | Uint8Array): string {
  return digestOf(data).slice(0, 8);
}

/** Fingerprint of everything the search uses and shows of an article. */
function searchKey(article: SiteArticle): string {
  const { title, kicker, lead, isLive, contentKey } = article;
  // The newest entries are in its file, but not in the index.
  const own = isLive ? JSON.stringify([title, kicker, lead, searchedText(article)]) : contentKey;
  return digestOf(`${own}\0${article.date.iso}\0${namesOf(article)}\0${JSON.stringify(article.image)}`);
}
