import { countOf, type Match } from './matches.ts';

/** Articles that match a query. */
export interface RankedArticles {
  /** Best first. */
  articles: number[];
  /** Those that match all words, best first. Counts, and the order by date, refer to them. */
  whole: number[];
}

/** What can be tuned; `npm run bench:search` compares other values. */
export interface RankingRules {
  /** `k1` of BM25 (Robertson, Zaragoza 2009): how late repetitions of a word stop counting. */
  saturation: number;
  /** `b` of BM25: the penalty for long articles. */
  lengthLoss: number;
  /** Whether long queries get one list by score, or articles with all words come first. */
  isMixed: boolean;
  /** Share of the total rarity that an article must reach in spite of the words it lacks, to exclude chance hits. */
  neededShare: number;
  /** The same for short queries: of two words the rarer one, for 0.5. */
  neededOfShort: number;
}

/** The rules of the search page. */
export const rankingRules: RankingRules = {
  saturation: 2,
  lengthLoss: 0.5,
  isMixed: true,
  neededShare: 0.5,
  neededOfShort: 0.5,
};

/** The lengths of articles in words. */
interface Lengths {
  articles: number;
  averageLength: number;
  lengthOf(article: number): number;
}

/**
 * Rank the articles that match.
 *
 * @param needed The share of the total rarity of the known words that an article must reach; 1: all words.
 * @param isMixed Whether articles that lack a word may precede others, or only follow.
 */
export function rankArticles(
  matches: readonly Match[],
  source: Lengths,
  needed: number,
  isMixed: boolean,
  rules: RankingRules,
): RankedArticles {
  const known = matches.filter((match) => countOf(match) > 0);
  if (known.length === 0 || (known.length < matches.length && needed === 1)) return { articles: [], whole: [] };
  const rarities = known.map((match) => rarityOf(countOf(match), source.articles));
  const scores = new Float64Array(source.articles);
  const reached = new Float64Array(source.articles);
  const whole: number[] = [];
  for (let article = 0; article < source.articles; article++) {
    let words = 0;
    known.forEach(({ weights, factors }, index) => {
      if (weights[article] === 0) return;
      words++;
      reached[article]! += rarities[index]!;
      scores[article]! += rarities[index]! * factors[article]! * saturate(weights[article]!, source, article, rules);
    });
    if (words === matches.length) whole.push(article);
  }
  const partial = needed < 1 ? partialMatches(reached, needed * sumOf(rarities), new Set(whole)) : [];
  const best = sortByScore(whole, scores);
  if (isMixed) return { articles: sortByScore([...whole, ...partial], scores), whole: best };
  return { articles: [...best, ...sortByScore(partial, scores)], whole: best };
}

/** Return the articles that reach a rarity, or as much of it as any; those with all words are excluded. */
function partialMatches(reached: Float64Array, rarity: number, whole: ReadonlySet<number>): number[] {
  const enough = Math.min(
    rarity,
    reached.reduce((most, each) => Math.max(most, each), 0),
  );
  return [...reached.keys()].filter((article) => reached[article]! >= enough && !whole.has(article));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function saturate(weight: number, source: Lengths, article: number, { saturation, lengthLoss }: RankingRules): number {
  const norm = 1 - lengthLoss + (lengthLoss * source.lengthOf(article)) / (source.averageLength || 1);
  return (weight * (saturation + 1)) / (weight + saturation * norm);
}

// Scores that differ by less than this share of the best are equal: the newer article comes first.
const scoreStep = 0.01;

function sortByScore(articles: readonly number[], scores: Float64Array): number[] {
  const best = articles.reduce((highest, article) => Math.max(highest, scores[article]!), 0);
  const step = (article: number): number => Math.round(scores[article]! / (best * scoreStep));
  return articles.toSorted((a, b) => step(b) - step(a) || b - a);
}

/** Rarity of a word that `count` of `total` articles contain: the idf of BM25. */
export function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}
