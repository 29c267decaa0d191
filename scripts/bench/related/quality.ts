import { findWords } from '../../../src/core/words/words.ts';
import type { BenchArticle } from './news.ts';

/** For each article, the positions of others, best first. */
export type Lists = readonly (readonly number[])[];

/** How many related articles share a tag with theirs. */
export interface TagFigures {
  /** Mean number of articles of a list that share a tag. */
  sharing: number;
  /** Number of articles with a tag that another article has too. */
  judged: number;
}

const listLength = 5;
const saturation = 1.2;
const lengthShare = 0.75;

/**
 * Count the listed articles that share a tag with theirs, over all articles with a tag that is not unique.
 *
 * @param half Evaluate only the articles at even (0) or odd (1) positions.
 */
export function judgeByTags(articles: readonly BenchArticle[], lists: Lists, half?: number): TagFigures {
  const counts = new Map<string, number>();
  for (const { hidden } of articles) for (const tag of hidden) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const figures = { sharing: 0, judged: 0 };
  articles.forEach(({ hidden }, position) => {
    if (half !== undefined && position % 2 !== half) return;
    if (![...hidden].some((tag) => counts.get(tag)! > 1)) return;
    figures.judged++;
    figures.sharing += lists[position]!.filter((other) => !hidden.isDisjointFrom(articles[other]!.hidden)).length;
  });
  return { ...figures, sharing: figures.sharing / figures.judged };
}

/** Share of list positions at which two rankings agree. */
export function agreement(lists: Lists, others: Lists): number {
  const places = lists.flatMap((list, position) => list.map((other, place) => others[position]![place] === other));
  return places.filter(Boolean).length / places.length;
}

/** Baseline: the newest older articles of the same section. */
export function listNewest(articles: readonly BenchArticle[]): Lists {
  return articles.map(({ section }, position) => {
    const list: number[] = [];
    for (let other = position + 1; other < articles.length && list.length < listLength; other++) {
      if (articles[other]!.section === section) list.push(other);
    }
    return list;
  });
}

/** Upper bound: articles that share the most tags, which other methods do not see; newer first. */
export function listByTags(articles: readonly BenchArticle[], first: (position: number) => number): Lists {
  return rank(articles, first, ({ hidden }) => {
    return (other) => [...hidden].filter((tag) => other.hidden.has(tag)).length;
  });
}

/**
 * Baseline: a scan of all articles with BM25 (Robertson and Walker 1994), with all words of an article as the query.
 */
export function listByBm25(articles: readonly BenchArticle[], first: (position: number) => number): Lists {
  const words = new Map(
    articles.map((article) => [article, countWords([article.title, article.lead, article.text].join('\n'))]),
  );
  const known = new Map<string, number>();
  const lengths = new Map(
    articles.map((article) => [article, [...words.get(article)!.values()].reduce((a, b) => a + b, 0)]),
  );
  const average = [...lengths.values()].reduce((a, b) => a + b, 0) / articles.length;
  for (const own of words.values()) for (const word of own.keys()) known.set(word, (known.get(word) ?? 0) + 1);
  return rank(articles, first, (article) => {
    const own = [...words.get(article)!.keys()].map((word): [string, number] => {
      const count = known.get(word)!;
      return [word, Math.log(1 + (articles.length - count + 0.5) / (count + 0.5))];
    });
    return (other) => {
      const theirs = words.get(other)!;
      const damping = saturation * (1 - lengthShare + (lengthShare * lengths.get(other)!) / average);
      return own.reduce((sum, [word, rarity]) => {
        const count = theirs.get(word);
        return count === undefined ? sum : sum + (rarity * count * (saturation + 1)) / (count + damping);
      }, 0);
    };
  });
}

function rank(
  articles: readonly BenchArticle[],
  first: (position: number) => number,
  scorer: (article: BenchArticle) => (other: BenchArticle) => number,
): Lists {
  return articles.map((article, position) => {
    const score = scorer(article);
    const scored: [number, number][] = [];
    for (let other = first(position); other < articles.length; other++) {
      const value = other === position ? 0 : score(articles[other]!);
      if (value > 0) scored.push([other, value]);
    }
    return scored
      .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, listLength)
      .map(([other]) => other);
  });
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stem } of findWords(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
