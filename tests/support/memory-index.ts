import type { Article } from '../../src/core/article.ts';
import type { SiteConfig } from '../../src/core/config.ts';
import { indexPeriod } from '../../src/core/search-index.ts';
import { listLabels } from '../../src/core/search-labels.ts';
import { splitPeriods } from '../../src/core/search-periods.ts';
import { answerQuestion, type SearchAnswer, type WordSource } from '../../src/core/search-ranking.ts';
import { createWordSource } from '../../src/core/search-source.ts';
import { readTable } from '../../src/core/search-table.ts';
import { makeSite } from '../core/make-site.ts';

/** An index that is nowhere but in memory. */
export interface MemoryIndex {
  words: WordSource;
  /** Answer a question with the slugs of articles. */
  ask(question: string, isTyping?: boolean): Promise<SearchAnswer & { slugs: string[] }>;
}

/** Index articles as a build does, without files. */
export function indexInMemory(articles: readonly Article[], settings: Partial<SiteConfig> = {}): MemoryIndex {
  const site = makeSite(articles, settings);
  const oldestFirst = site.articles.toReversed();
  const { numbersOf } = listLabels(oldestFirst);
  const periods = splitPeriods(oldestFirst).map(({ name, articles: those }) => ({
    name,
    count: those.length,
    ...indexPeriod(those, numbersOf),
  }));
  const words = createWordSource(
    {
      version: 1,
      mark: '',
      periods: periods.map(({ name, count, words: total, chunks }) => ({
        name,
        mark: '',
        articles: count,
        words: total,
        firsts: chunks.map(({ first }) => first),
      })),
    },
    periods.flatMap(({ table }) => readTable(table)),
    async (period, chunk) => periods[period]!.chunks[chunk]!.bytes,
  );
  return {
    words,
    ask: async (question, isTyping) => {
      const answer = await answerQuestion(question, words, isTyping);
      return { ...answer, slugs: answer.articles.map((article) => oldestFirst[article]!.slug) };
    },
  };
}
