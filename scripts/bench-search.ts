import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from '../src/build/bench-corpus.ts';
import { projectFolder, UsageError } from '../src/build/options.ts';
import type { PhaseFigures } from '../src/build/progress.ts';
import { serveFolder } from '../tests/support/serve.ts';
import { runCommand } from './command.ts';
import { openPagefind, openSearchPage, startBrowser } from './search-bench/browser.ts';
import { judge, type Judgements, type Quality, writeArticles } from './search-bench/quality.ts';
import { headlineQuestions, measureCost, recallOfFrequentStems, sizeOf } from './search-bench/scale.ts';

const defaultCount = 10_000;
const questionCount = 40;
const frequentStems = 20;

await runCommand(
  {
    name: 'bench:search',
    usage: '[-- FILE … --articles N]',
    summary: `Measures the search in Chromium beside Pagefind. (جست‌وجو را کنار Pagefind می‌سنجد.)

Each FILE is JSON: {"pages": [{"url", "title", "body"}], "queries": [{"q", "type", "relevant": [url, …]}]}; \`relevant\` may
also be {url: grade}. Without a FILE it measures ../shared/data/search-eval.json where that is there, and
tests/fixtures/search-queries.json elsewhere; then bytes, times and sizes at N generated articles (${defaultCount}; 0: not).`,
    flags: { articles: 'how many generated articles' },
    takesWords: true,
  },
  async ({ flags, words }) => {
    const count = Number(flags['articles'] ?? (words.length > 0 ? 0 : defaultCount));
    if (!Number.isInteger(count) || count < 0) throw new UsageError('--articles: expected a whole number.');
    for (const file of words.length > 0 ? words : [defaultFile()]) await measureQuality(file);
    if (count > 0) await measureScale(count);
  },
);

function defaultFile(): string {
  const shared = join(projectFolder, '../shared/data/search-eval.json');
  return existsSync(shared) ? shared : join(projectFolder, 'tests/fixtures/search-queries.json');
}

async function measureQuality(file: string): Promise<void> {
  if (!existsSync(file)) throw new UsageError(`${file}: there is no such file.`);
  const judgements = JSON.parse(await readFile(file, 'utf8')) as Judgements;
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

async function measureScale(count: number): Promise<void> {
  await withFolder(async (folder) => {
    await writeCorpus(count, join(folder, 'content/articles'));
    const site = await buildBoth(folder);
    const server = await serveFolder(site.folder);
    const browser = await startBrowser();
    try {
      const questions = await headlineQuestions(site.folder, questionCount);
      const ours = await measureCost(browser, (each) => openSearchPage(each, server), questions);
      const stock = await measureCost(browser, (each) => openPagefind(each, server), questions);
      const sizes = [await sizeOf(join(site.folder, 'search/index')), await sizeOf(join(site.folder, 'pagefind'))];
      const rows: [string, ...string[]][] = [
        ['first question, KB', kilobytes(ours.firstBytes), kilobytes(stock.firstBytes)],
        ['later ones, median, KB', kilobytes(ours.laterBytes), kilobytes(stock.laterBytes)],
        ['later ones, median, ms', ours.coldTime.toFixed(0), stock.coldTime.toFixed(0)],
        ['asked again, median, ms', ours.warmTime.toFixed(0), stock.warmTime.toFixed(0)],
        ['size of the index, MB', ...sizes.map(({ bytes }) => (bytes / 1e6).toFixed(1))],
        ['files of the index', ...sizes.map(({ files }) => String(files))],
        ['time to index, s', site.ours.toFixed(1), site.stock.toFixed(1)],
      ];
      console.log(`\n${count} articles`.padEnd(28) + 'rooznegar'.padStart(12) + 'pagefind'.padStart(12));
      for (const [name, ...values] of rows)
        console.log(name.padEnd(27) + values.map((value) => value.padStart(12)).join(''));
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

/** Build a site and index the same pages with Pagefind's own command. Times are seconds of indexing. */
async function buildBoth(folder: string): Promise<{ folder: string; ours: number; stock: number }> {
  const [out, figures] = [join(folder, 'dist'), join(folder, 'figures.json')];
  await run(['scripts/build.ts', '--content', join(folder, 'content'), '--out', out, '--figures', figures]);
  const { phases } = JSON.parse(await readFile(figures, 'utf8')) as { phases: PhaseFigures[] };
  const start = performance.now();
  await run([
    'node_modules/pagefind/lib/runner/bin.cjs',
    '--site',
    out,
    '--glob',
    'news/**/index.html',
    '--root-selector',
    'main',
  ]);
  return {
    folder: out,
    ours: phases.find(({ name }) => name === 'search')!.wall,
    stock: (performance.now() - start) / 1000,
  };
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
