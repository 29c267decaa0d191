import type { WordSource } from '../../src/core/search/store.ts';
import type { Article } from '../../src/core/article.ts';
import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { searchFields } from '../../src/core/search/article.ts';
import { createNumberer } from '../../src/core/search/tables/labels.ts';
import { indexPeriod } from '../../src/core/search/sharded/index-period.ts';
import { numberDay, splitPeriods } from '../../src/core/search/sharded/periods.ts';
import { answerQuestion, type SearchAnswer } from '../../src/core/search/ranking.ts';
import { createWordSource } from '../../src/core/search/sharded/word-source.ts';
import { allReaders } from '../../src/core/search/on-demand/units.ts';
import { describeRows } from '../../src/core/search/tables/table.ts';
import { readTable, writeTable } from '../../src/core/search/tables/table.ts';
import { makeSite } from './make-site.ts';

/** An index in memory. */
export interface MemoryIndex {
  words: WordSource;
  /** Answer a query with the slugs of articles. */
  ask(question: string, isTyping?: boolean): Promise<SearchAnswer & { slugs: string[] }>;
}

/** Index articles as a build does, but in memory. */
export function indexInMemory(articles: readonly Article[], settings: Partial<SiteConfig> = {}): MemoryIndex {
  const site = makeSite(articles, settings);
  const oldestFirst = site.articles.toReversed();
  const numberer = createNumberer();
  const periods = splitPeriods(oldestFirst.map(({ date }) => numberDay(date.jalali))).map(
    ({ start, end, isNewest }) => {
      const those = oldestFirst.slice(start, end);
      const { lengths, chunks } = indexPeriod(
        those.map((article) => searchFields(article)),
        isNewest,
      );
      const labels = numberer.add(those);
      const rows = describeRows(those, lengths, numberer);
      const starts = chunks.map((chunk) => chunk.start);
      return { chunks, table: readTable(writeTable({ starts, labels, rows })) };
    },
  );
  const words = createWordSource(
    periods.map(({ table }) => table),
    async (period, chunk) => periods[period]!.chunks[chunk]!.bytes,
  );
  return {
    words,
    ask: async (question, isTyping) => {
      const answer = await answerQuestion(question, words, isTyping, undefined, allReaders);
      return { ...answer, slugs: answer.articles.map((article) => oldestFirst[article]!.slug) };
    },
  };
}
