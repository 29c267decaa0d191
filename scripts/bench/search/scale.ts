import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { stopWords } from '../../../src/core/words/stems.ts';
import { answerQuestion } from '../../../src/core/search/ranking.ts';
import { findWords } from '../../../src/core/words/words.ts';
import { type BuiltIndex, openBuiltIndex } from '../../../tests/support/search-index.ts';
import type { AskingPage } from './browser.ts';

/** Cost of queries at scale. Times in milliseconds, sizes in bytes. */
export interface Cost {
  firstBytes: number;
  /** Median of later queries. */
  laterBytes: number;
  coldTime: number;
  /** Median when a query is repeated. */
  warmTime: number;
}

/** Measure queries of two words each: the first time, and repeated. */
export async function measureCost(
  browser: Browser,
  open: (browser: Browser) => Promise<AskingPage>,
  questions: readonly string[],
): Promise<Cost> {
  const page = await open(browser);
  const cold = [];
  for (const question of questions) cold.push(await page.ask(question));
  const warm = [];
  for (const question of questions) warm.push(await page.ask(question));
  await page.close();
  return {
    firstBytes: cold[0]!.bytes,
    laterBytes: median(cold.slice(1).map(({ bytes }) => bytes)),
    coldTime: median(cold.slice(1).map(({ milliseconds }) => milliseconds)),
    warmTime: median(warm.map(({ milliseconds }) => milliseconds)),
  };
}

/** Make queries of two words from the same headline, spread over a site. */
export async function headlineQuestions(site: string, count: number): Promise<string[]> {
  const index = await openBuiltIndex(site);
  const questions: string[] = [];
  for (let number = 0; number < count; number++) {
    const { title } = await index.article(Math.floor(((number + 0.5) * index.rows.length) / count));
    const words = title.split(' ').filter((word) => word.length > 2);
    questions.push(words.slice(0, 2).join(' '));
  }
  return questions;
}

/** Recall of the most frequent short stems, compared with a plain scan of all texts. */
export async function recallOfFrequentStems(
  site: string,
  stems: number,
): Promise<{ stem: string; scanned: number; recall: number }[]> {
  const index = await openBuiltIndex(site);
  const holders = await scan(index);
  const frequent = [...holders]
    .filter(([stem]) => stem.length <= 4 && stem.length > 1 && !stopWords.has(stem) && /^[\u0620-\u06FF]+$/.test(stem))
    .toSorted((a, b) => b[1].size - a[1].size)
    .slice(0, stems);
  return Promise.all(
    frequent.map(async ([stem, articles]) => {
      const { articles: found } = await answerQuestion(stem, index.words);
      const hits = found.filter((article) => articles.has(article)).length;
      return { stem, scanned: articles.size, recall: hits / articles.size };
    }),
  );
}

async function scan(index: BuiltIndex): Promise<Map<string, Set<number>>> {
  const holders = new Map<string, Set<number>>();
  for (const number of index.rows.keys()) {
    const { title, text } = await index.article(number);
    for (const { stem } of findWords(`${title}\n${text}`)) {
      let articles = holders.get(stem);
      if (!articles) holders.set(stem, (articles = new Set()));
      articles.add(number);
    }
  }
  return holders;
}

/** Sum the sizes of the files below a folder. */
export async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
