import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { UsageError } from '../src/build/options.ts';
import { formatCases, measureSite, type SiteFigures } from './build-bench/measure.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'bench',
    usage: '[-- N … --json FILE]',
    summary:
      'Builds N generated articles (1000), then again after each of a few changes, and prints time, CPU, memory and files. (سرعت ساختن سایت را می‌سنجد.)',
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
    const results: SiteFigures[] = [];
    for (const count of counts) {
      const figures = await measureSite(count);
      results.push(figures);
      console.log(
        `\n${figures.articles} articles, ${figures.pages} pages, ${figures.files} files\n${formatCases(figures.cases)}`,
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
