import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../src/engine/base/errors.ts';
import { formatCases, measureSite, type SiteFigures } from './build/measure.ts';
import { runCommand } from '../command.ts';
import { formatPeers } from './peers/format-peers.ts';
import { measurePeers, type PeerFigures } from './peers/peers.ts';

await runCommand(
  {
    name: 'bench',
    usage: '[-- N … --json FILE --peers]',
    summary:
      'Builds N generated articles (1000), then again after each of a few edits, and prints time, CPU, memory and files. (سرعت ساختن سایت را می‌سنجد.)',
    flags: { json: 'write the figures to this file' },
    switches: { peers: 'build the same articles with Eleventy, Astro and Hugo too, and index them with Pagefind' },
    takesWords: true,
  },
  async ({ flags, switches, words }) => {
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
    const results: (SiteFigures & { peers: PeerFigures[] })[] = [];
    for (const count of counts) {
      let peers: PeerFigures[] = [];
      const figures = await measureSite(count, async (content) => {
        if (switches['peers']) peers = await measurePeers(join(content, 'articles'), join(content, '../peers'));
      });
      results.push({ ...figures, peers });
      console.log(
        `\n${figures.articles} articles, ${figures.pages} pages, ${figures.files} files\n${formatCases(figures.cases)}`,
      );
      if (peers.length > 0) console.log(`\n${formatPeers([ownFigures(figures), ...peers])}`);
    }
    const json = JSON.stringify({ machine, results }, undefined, 2);
    if (flags['json']) await writeFile(flags['json'], `${json}\n`);
    else console.log(`\n${json}`);
  },
);

/** Present our own first build like those of the peers. */
function ownFigures({ files, cases: [cold] }: SiteFigures): PeerFigures {
  return { ...cold!, name: 'Rooznegar', version: '', files, parts: [] };
}

function readCount(word: string): number {
  const count = Number(word);
  if (!Number.isInteger(count) || count < 1) throw new UsageError(`Expected a number of articles, found «${word}».`);
  return count;
}
