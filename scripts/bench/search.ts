import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeCorpus } from './build/corpus.ts';
import { projectFolder } from '../../src/engine/base/options.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { serveFolder } from '../../tests/support/serve.ts';
import { runCommand } from '../command.ts';
import { compareRules, formatAblation } from './search/ablation.ts';
import { listConflations } from './search/conflations.ts';
import { openPagefind, openSearchPage, startBrowser } from './search/browser.ts';
import { judge, type Judgements, type Quality, writeArticles } from './search/quality.ts';
import { buildOurs, type IndexedSite, indexWithStock } from './search/index-site.ts';
import { type Cost, headlineQuestions, measureCost, recallOfFrequentStems, sizeOf } from './search/scale.ts';
import { judgedSet, scrapedSets } from './search/topics.ts';

const defaultCount = 10_000;
const questionCount = 40;
const frequentStems = 20;
// Beyond, the Pagefind form takes longer than anybody would wait.
const mostArticles = 20_000;
const news = join(projectFolder, '../shared/data/news-fa.jsonl.gz');

await runCommand(
  {
    name: 'bench:search',
    usage: '[-- FILE … --articles N --alone --rules --stems N]',
    summary: `Compares the search in Chromium with Pagefind. (جست‌وجو را کنار Pagefind می‌سنجد.)

Each FILE is JSON: {"pages": [{"url", "title", "body"}], "queries": [{"q", "type", "relevant": [url, …]}]}; \`relevant\` may
also be {url: grade}. Without a FILE it uses ../shared/data/search-eval.json if that exists, or else
tests/fixtures/search-queries.json; then it measures bytes, times and sizes at N generated articles (${defaultCount}; 0: none).
With --rules it compares the rules of the ranking instead, in this process: each FILE, and if they exist the scraped
articles of ../shared/data/news-fa.jsonl.gz with questions of their tags and headlines.
With --stems it lists what the stemmer equates among the N most frequent forms of these articles.`,
    flags: { articles: 'the number of generated articles', stems: 'the number of forms' },
    switches: {
      alone: 'skip Pagefind for generated articles: at 100,000 it takes more memory than most machines have',
      rules: 'answer the questions with other rules of the ranking, without a browser',
    },
    takesWords: true,
  },
  async ({ flags, switches, words }) => {
    const count = Number(flags['articles'] ?? (words.length > 0 ? 0 : defaultCount));
    if (!Number.isInteger(count) || count < 0) throw new UsageError('--articles: expected a whole number.');
    if (flags['stems'] !== undefined) return printStems(Number(flags['stems']));
    const files = words.length > 0 ? words : [defaultFile()];
    if (switches['rules'] === true) return measureRules(files);
    for (const file of files) await measureQuality(file);
    if (count > 0) await measureScale(count, switches['alone'] === true);
  },
);

function defaultFile(): string {
  const shared = join(projectFolder, '../shared/data/search-eval.json');
  return existsSync(shared) ? shared : join(projectFolder, 'tests/fixtures/search-queries.json');
}

async function readJudgements(file: string): Promise<Judgements> {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file.`);
  return JSON.parse(await readFile(file, 'utf8')) as Judgements;
}

async function printStems(count: number): Promise<void> {
  if (!Number.isInteger(count) || count < 1) throw new UsageError('--stems: expected a whole number.');
  if (!existsSync(news)) throw new UsageError(`${news}: no such file.`);
  console.log((await listConflations(news, count)).join('\n'));
}

async function measureRules(files: readonly string[]): Promise<void> {
  const judged = await Promise.all(files.map(async (file) => judgedSet(basename(file), await readJudgements(file))));
  const sets = [...judged, ...(existsSync(news) ? await scrapedSets(news) : [])];
  console.log(formatAblation(sets, await compareRules(sets)));
}

async function measureQuality(file: string): Promise<void> {
  const judgements = await readJudgements(file);
  console.log(`\n${file}: ${judgements.pages.length} pages, ${judgements.queries.length} questions`);
  await withFolder(async (folder) => {
    await writeArticles(judgements, join(folder, 'content/articles'));
    const sharded = await buildOurs(folder, 'sharded');
    await indexWithStock(sharded.folder);
    const pagefind = await buildOurs(folder, 'pagefind');
    const servers = await Promise.all([serveFolder(sharded.folder), serveFolder(pagefind.folder)]);
    const browser = await startBrowser();
    try {
      for (const [index, name] of ['sharded', 'pagefind'].entries()) {
        const ours = await judge(judgements, await openSearchPage(browser, servers[index]!));
        const stock = await judge(judgements, await openPagefind(browser, servers[0]!));
        console.log(formatQuality(name, ours, stock));
      }
    } finally {
      await browser.close();
      await Promise.all(servers.map((server) => server.close()));
    }
  });
}

async function measureScale(count: number, isAlone: boolean): Promise<void> {
  await withFolder(async (folder) => {
    await writeCorpus(count, join(folder, 'content/articles'));
    const browser = await startBrowser();
    const columns: ScaleColumn[] = [];
    const measure = async (name: string, { folder: site, ...costs }: IndexedSite, index: readonly string[]) => {
      const server = await serveFolder(site);
      const open = name === 'stock' ? openPagefind : openSearchPage;
      const asked = await measureCost(browser, (each) => open(each, server), questions);
      await server.close();
      const sizes = await Promise.all(index.map((path) => sizeOf(join(site, path))));
      const [files, bytes] = [sizes.map((size) => size.files), sizes.map((size) => size.bytes)].map(sum);
      columns.push({ name, ...asked, ...costs, files: files!, bytes: bytes! });
    };
    const sharded = await buildOurs(folder, 'sharded');
    const questions = await headlineQuestions(sharded.folder, questionCount);
    try {
      await measure('sharded', sharded, ['search/index']);
      if (count <= mostArticles) {
        const site = await buildOurs(folder, 'pagefind');
        await measure('pagefind', site, ['search/index', 'pagefind']);
      }
      if (!isAlone) await measure('stock', await indexWithStock(sharded.folder), ['pagefind']);
      console.log(`\n${formatScale(count, columns)}`);
      const recalls = await recallOfFrequentStems(sharded.folder, frequentStems);
      const mean = sum(recalls.map(({ recall }) => recall)) / recalls.length;
      console.log(`recall of the ${recalls.length} most frequent short stems against a scan: ${mean.toFixed(3)}`);
      console.log(recalls.map(({ stem, scanned, recall }) => `${stem} ${scanned}: ${recall.toFixed(3)}`).join(', '));
    } finally {
      await browser.close();
    }
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Cost of one search implementation at scale, and the size of its index. */
interface ScaleColumn extends Cost, Omit<IndexedSite, 'folder'> {
  name: string;
  files: number;
  bytes: number;
}

function formatScale(count: number, columns: readonly ScaleColumn[]): string {
  const rows: [string, (column: ScaleColumn) => string][] = [
    [`${count} articles`, ({ name }) => name],
    ['first question, KB', ({ firstBytes }) => kilobytes(firstBytes)],
    ['later ones, median, KB', ({ laterBytes }) => kilobytes(laterBytes)],
    ['later ones, median, ms', ({ coldTime }) => coldTime.toFixed(0)],
    ['asked again, median, ms', ({ warmTime }) => warmTime.toFixed(0)],
    ['size of the index, MB', ({ bytes }) => (bytes / 1e6).toFixed(1)],
    ['files of the index', ({ files }) => String(files)],
    ['time to index, s', ({ wall }) => wall.toFixed(1)],
    ['CPU to index, s', ({ cpu }) => cpu.toFixed(1)],
    ['after a new article, s', ({ again }) => again?.toFixed(1) ?? ''],
  ];
  return rows
    .map(([name, cell]) => name.padEnd(27) + columns.map((column) => cell(column).padStart(12)).join(''))
    .join('\n');
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-search-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function formatQuality(name: string, ours: readonly Quality[], stock: readonly Quality[]): string {
  const head = 'type'.padEnd(16) + 'n'.padStart(5) + '   recall@10      MRR  nDCG@10  empty'.repeat(2);
  const cells = ({ recall, mrr, ndcg, empty }: Quality): string =>
    recall.toFixed(3).padStart(12) +
    mrr.toFixed(3).padStart(9) +
    ndcg.toFixed(3).padStart(9) +
    String(empty).padStart(7);
  const rows = ours.map(
    (mine, index) => mine.type.padEnd(16) + String(mine.queries).padStart(5) + cells(mine) + cells(stock[index]!),
  );
  return [name.padStart(46) + 'stock Pagefind'.padStart(37), head, ...rows].join('\n');
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
