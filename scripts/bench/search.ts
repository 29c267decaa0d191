import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeCorpus } from './build/corpus.ts';
import { projectFolder } from '../../src/engine/base/options.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import type { PhaseFigures } from '../../src/engine/base/progress.ts';
import { serveFolder } from '../../tests/support/serve.ts';
import { runCommand } from '../command.ts';
import { installTool } from '../tools/install.js';
import { compareRules, formatAblation } from './search/ablation.ts';
import { openPagefind, openSearchPage, startBrowser } from './search/browser.ts';
import { judge, type Judgements, type Quality, writeArticles } from './search/quality.ts';
import { type Cost, headlineQuestions, measureCost, recallOfFrequentStems, sizeOf } from './search/scale.ts';
import { judgedSet, scrapedSets } from './search/topics.ts';

const defaultCount = 10_000;
const questionCount = 40;
const frequentStems = 20;

await runCommand(
  {
    name: 'bench:search',
    usage: '[-- FILE … --articles N --alone --rules]',
    summary: `Compares the search in Chromium with Pagefind. (جست‌وجو را کنار Pagefind می‌سنجد.)

Each FILE is JSON: {"pages": [{"url", "title", "body"}], "queries": [{"q", "type", "relevant": [url, …]}]}; \`relevant\` may
also be {url: grade}. Without a FILE it uses ../shared/data/search-eval.json if that exists, or else
tests/fixtures/search-queries.json; then it measures bytes, times and sizes at N generated articles (${defaultCount}; 0: none).
With --rules it compares the rules of the ranking instead, in this process: each FILE, and if they exist the scraped
articles of ../shared/data/news-fa.jsonl.gz with questions of their tags and headlines.`,
    flags: { articles: 'the number of generated articles' },
    switches: {
      alone: 'skip Pagefind for generated articles: at 100,000 it takes more memory than most machines have',
      rules: 'answer the questions with other rules of the ranking, without a browser',
    },
    takesWords: true,
  },
  async ({ flags, switches, words }) => {
    const count = Number(flags['articles'] ?? (words.length > 0 ? 0 : defaultCount));
    if (!Number.isInteger(count) || count < 0) throw new UsageError('--articles: expected a whole number.');
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

async function measureRules(files: readonly string[]): Promise<void> {
  const judged = await Promise.all(files.map(async (file) => judgedSet(basename(file), await readJudgements(file))));
  const news = join(projectFolder, '../shared/data/news-fa.jsonl.gz');
  const sets = [...judged, ...(existsSync(news) ? await scrapedSets(news) : [])];
  console.log(formatAblation(sets, await compareRules(sets)));
}

async function measureQuality(file: string): Promise<void> {
  const judgements = await readJudgements(file);
  console.log(`\n${file}: ${judgements.pages.length} pages, ${judgements.queries.length} questions`);
  await withFolder(async (folder) => {
    await writeArticles(judgements, join(folder, 'content/articles'));
    const site = await buildBoth(folder);
    const server = await serveFolder(site.folder);
    const browser = await startBrowser();
    try {
      const ours = await judge(judgements, await openSearchPage(browser, server));
      const stock = await judge(judgements, await openPagefind(browser, server));
      console.log(formatQuality(ours, stock));
    } finally {
      await browser.close();
      await server.close();
    }
  });
}

async function measureScale(count: number, isAlone: boolean): Promise<void> {
  await withFolder(async (folder) => {
    await writeCorpus(count, join(folder, 'content/articles'));
    const site = await (isAlone ? buildOurs(folder) : buildBoth(folder));
    const server = await serveFolder(site.folder);
    const browser = await startBrowser();
    try {
      const questions = await headlineQuestions(site.folder, questionCount);
      const ours = await measureCost(browser, (each) => openSearchPage(each, server), questions);
      const columns: ScaleColumn[] = [
        { name: 'rooznegar', ...ours, ...(await sizeOf(join(site.folder, 'search/index'))), time: site.ours },
      ];
      if (site.stock !== undefined) {
        const stock = await measureCost(browser, (each) => openPagefind(each, server), questions);
        const size = await sizeOf(join(site.folder, 'pagefind'));
        columns.push({ name: 'pagefind', ...stock, ...size, time: site.stock });
      }
      console.log(`\n${formatScale(count, columns)}`);
      const recalls = await recallOfFrequentStems(site.folder, frequentStems);
      const mean = recalls.reduce((sum, { recall }) => sum + recall, 0) / recalls.length;
      console.log(`recall of the ${recalls.length} most frequent short stems against a scan: ${mean.toFixed(3)}`);
      console.log(recalls.map(({ stem, scanned, recall }) => `${stem} ${scanned}: ${recall.toFixed(3)}`).join(', '));
    } finally {
      await browser.close();
      await server.close();
    }
  });
}

/** Cost of one search implementation at scale, and the size of its index. */
interface ScaleColumn extends Cost {
  name: string;
  files: number;
  bytes: number;
  /** Seconds of indexing. */
  time: number;
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
    ['time to index, s', ({ time }) => time.toFixed(1)],
  ];
  return rows
    .map(([name, cell]) => name.padEnd(27) + columns.map((column) => cell(column).padStart(12)).join(''))
    .join('\n');
}

/** A site whose pages are indexed. Times are seconds of indexing. */
interface IndexedSite {
  folder: string;
  ours: number;
  stock?: number;
}

/** Build a site, and index the same pages with Pagefind's command. */
async function buildBoth(folder: string): Promise<IndexedSite> {
  const site = await buildOurs(folder);
  const start = performance.now();
  await run([
    join(installTool('pagefind'), 'pagefind/lib/runner/bin.cjs'),
    '--site',
    site.folder,
    '--glob',
    'news/**/index.html',
    '--root-selector',
    'main',
  ]);
  return { ...site, stock: (performance.now() - start) / 1000 };
}

async function buildOurs(folder: string): Promise<IndexedSite> {
  const [out, figures] = [join(folder, 'dist'), join(folder, 'figures.json')];
  await run(['scripts/build.ts', '--content', join(folder, 'content'), '--out', out, '--figures', figures]);
  const { phases } = JSON.parse(await readFile(figures, 'utf8')) as { phases: PhaseFigures[] };
  return { folder: out, ours: phases.find(({ name }) => name === 'search')!.wall };
}

async function run(command: string[]): Promise<void> {
  const child = spawn(process.execPath, command, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with exit code ${code}.`);
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-search-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function formatQuality(ours: readonly Quality[], stock: readonly Quality[]): string {
  const head = 'type'.padEnd(16) + 'n'.padStart(5) + '   recall@10      MRR  nDCG@10  empty'.repeat(2);
  const cells = ({ recall, mrr, ndcg, empty }: Quality): string =>
    recall.toFixed(3).padStart(12) +
    mrr.toFixed(3).padStart(9) +
    ndcg.toFixed(3).padStart(9) +
    String(empty).padStart(7);
  const rows = ours.map(
    (mine, index) => mine.type.padEnd(16) + String(mine.queries).padStart(5) + cells(mine) + cells(stock[index]!),
  );
  return ['rooznegar'.padStart(46) + 'pagefind'.padStart(37), head, ...rows].join('\n');
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}
