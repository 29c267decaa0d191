import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from '../src/build/bench-corpus.ts';
import { projectFolder, UsageError } from '../src/build/options.ts';
import { formatPhases, type PhaseFigures } from '../src/build/progress.ts';
import { runCommand } from './command.ts';

interface Figures {
  articles: number;
  pages: number;
  files: number;
  phases: PhaseFigures[];
}

await runCommand(
  {
    name: 'bench',
    usage: '[-- N … --json FILE]',
    summary:
      'Builds N generated articles (1000) and prints time, CPU and memory by phase. (سرعت ساختن سایت را می‌سنجد.)',
    flags: { json: 'a file for the figures' },
    takesWords: true,
  },
  async ({ flags, words }) => {
    const counts = words.length > 0 ? words.map(readCount) : [1000];
    const machine = {
      cpu: cpus()[0]?.model ?? '',
      cores: availableParallelism(),
      memory: totalmem(),
      node: process.version,
    };
    console.log(
      `${machine.cores} cores, ${(machine.memory / 2 ** 30).toFixed(0)} GB, Node ${machine.node}, ${machine.cpu}`,
    );
    const results: Figures[] = [];
    for (const count of counts) {
      const figures = await measure(count);
      results.push(figures);
      console.log(
        `\n${figures.articles} articles, ${figures.pages} pages, ${figures.files} files\n${formatPhases(figures.phases)}`,
      );
    }
    const json = JSON.stringify({ machine, results }, undefined, 2);
    if (flags['json']) await writeFile(flags['json'], `${json}\n`);
    else console.log(`\n${json}`);
  },
);

function readCount(word: string): number {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`Expected a number of articles, found «${word}».`);
  return count;
}

/** Build generated articles in a process of its own, so that no run feels the one before it. */
async function measure(count: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-bench-'));
  try {
    await writeCorpus(count, join(folder, 'content/articles'));
    const figures = join(folder, 'figures.json');
    const command = [
      'scripts/build.ts',
      '--content',
      join(folder, 'content'),
      '--out',
      join(folder, 'dist'),
      '--figures',
      figures,
    ];
    await run(command);
    return JSON.parse(await readFile(figures, 'utf8')) as Figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(command: string[]): Promise<void> {
  const child = spawn(process.execPath, command, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`The build ended with exit code ${code}.`);
}
