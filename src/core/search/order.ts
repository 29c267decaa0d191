import { few } from './ranking.ts';
import type { RankedArticles } from './scores.ts';

/**
 * Order the articles of an answer by date, newest first. Those that lack a word would come first by chance: they follow
 * where the others are few, and are dropped where there are enough.
 */
export function orderByDate({ articles, whole }: RankedArticles): number[] {
  const first = new Set(whole);
  const others = whole.length < few ? articles.filter((article) => !first.has(article)) : [];
  return [whole, others].flatMap((those) => those.toSorted((a, b) => b - a));
}

/** Return the articles of an answer that numbers beside filters count: those with all words, unless they are few. */
export function countedArticles({ articles, whole }: RankedArticles): readonly number[] {
  return whole.length < few ? articles : whole;
}
