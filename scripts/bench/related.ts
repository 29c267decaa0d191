import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/engine/base/options.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { findRelated } from '../../src/core/related/find-related.ts';
import { scanRelated } from '../../tests/support/scan-related.ts';
import { runCommand } from '../command.ts';
import { generateNews, makeBenchItem, readNews } from './related/news.ts';
import { agreement, judgeByTags, listByBm25, listByTags, listNewest, type Lists } from './related/quality.ts';
import { measureScale } from './related/scale.ts';

const defaultCounts = '1000,10000,100000';
const generatedCount = 3000;
const listLength = 5;
const monthTime = 30 * 86_400_000;
const lateCount = 200;

await runCommand(
  {
    name: 'bench:related',
    usage: '[-- FILE --articles N,N,…]',
    summary: `Measures the related articles. (خبرهای مرتبط را می‌سنجد.)

FILE has scraped articles as gzipped JSON Lines. Tags are hidden from the method; then the related articles, five each,
that share a tag are counted. Without a FILE it uses ../shared/data/news-fa.jsonl.gz if that exists, or else generated
articles. CPU is measured with N generated articles each (${defaultCounts}; 0: none).`,
    flags: { articles: 'numbers of generated articles, separated by commas' },
    takesWords: true,
  },
  async ({ flags, words }) => {
    const counts = (flags['articles'] ?? defaultCounts).split(',').map(Number);
    if (!counts.every((count) => Number.isInteger(count) && count >= 0)) {
      throw new UsageError('--articles: expected whole numbers, separated by commas.');
    }
    await measureQuality(words[0]);
    printScale(counts.filter((count) => count > 0));
  },
);

async function measureQuality(given: string | undefined): Promise<void> {
  const file = given ?? join(projectFolder, '../shared/data/news-fa.jsonl.gz');
  if (given !== undefined && !existsSync(file)) throw new UsageError(`${file}: no such file.`);
  const read = existsSync(file) ? await readNews(file) : await generateNews(generatedCount);
  const articles = read.filter(({ hidden }) => hidden.size > 0);
  const items = articles.map(makeBenchItem);
  const ours = findRelated(items, listLength).lists;
  const scan = scanRelated(items, listLength);
  // All methods have the same candidates as findRelated: older articles, and a few later ones.
  const first = (position: number): number => {
    let other = position;
    while (other > 0 && items[other - 1]!.epoch - items[position]!.epoch <= monthTime) other--;
    return Math.max(0, Math.min(other, position - lateCount));
  };
  const rankings: [string, Lists][] = [
    ['findRelated', ours],
    ['the same, all pairs', scan],
    ['BM25, all pairs', listByBm25(articles, first)],
    ['same section, newest', listNewest(articles)],
    ['most tags (not hidden)', listByTags(articles, first)],
  ];
  console.log(`${articles.length} articles; of five related ones, how many share a hidden tag`);
  console.log(''.padEnd(26) + ['all', 'even', 'odd'].map((name) => name.padStart(8)).join(''));
  for (const [name, lists] of rankings) {
    const cells = [undefined, 0, 1].map((half) => judgeByTags(articles, lists, half).sharing.toFixed(3).padStart(8));
    console.log(name.padEnd(26) + cells.join(''));
  }
  console.log(`places as by comparing all pairs: ${(100 * agreement(ours, scan)).toFixed(1)} %`);
}

function printScale(counts: readonly number[]): void {
  if (counts.length === 0) return;
  console.log('\narticles   CPU, s   one more   one edited   lists changed   remembered, MB');
  for (const { articles, full, added, edited, changed, memory } of counts.map(measureScale)) {
    console.log(
      String(articles).padStart(8) +
        full.toFixed(2).padStart(9) +
        added.toFixed(2).padStart(11) +
        edited.toFixed(2).padStart(13) +
        String(changed).padStart(16) +
        memory.toFixed(1).padStart(17),
    );
  }
}
