import type { FoundForm, WordSource } from './store.ts';
import { type Alternative, type Concept, parseQuery, widerAlternatives } from './query.ts';

/** The results of a query. */
export interface SearchAnswer {
  /** Best first: those that match all words, then those that match most of them. */
  articles: number[];
  /** Number of articles that match all words. */
  complete: number;
  /** Words of the query that no article contains, as the reader wrote them. */
  unknown: string[];
  /** What to mark in texts, with its rarity: a stem, a form after «=», a beginning after «^», or two adjacent stems. */
  sought: ReadonlyMap<string, number>;
}

// Below this number of full matches, partial matches are appended.
const few = 10;
// Queries of at least this many words, stop words included, also find articles that lack some of them.
const longQuestion = 4;
// BM25 (Robertson, Zaragoza 2009): k1, how soon repetitions of a word stop counting, and b, the penalty for long
// articles.
const [saturation, lengthLoss] = [1.2, 0.5];
// Another form of a word counts less than the one in the query.
const otherForm = 0.75;
const completionFactor = 0.6;
// Weights in the index are twice the count of a word in a body.
const weightUnit = 2;

/**
 * Answer a query: the articles that match all its words, by BM25 over weighted fields, exact forms before others, and
 * newer articles first among equals. If they are few, the words are matched more widely; for three words or more,
 * articles that match most of them, weighted by rarity, follow.
 *
 * @param isTyping Whether the last word may be incomplete.
 */
export async function answerQuestion(text: string, source: WordSource, isTyping = false): Promise<SearchAnswer> {
  const { concepts, wordCount } = parseQuery(text);
  const sought = new Map<string, number>();
  const matches = concepts.map(() => createMatch(source.articles));
  await matchConcepts(
    matches,
    concepts.map(({ alternatives }) => alternatives),
    source,
    sought,
  );
  const isOpen = isTyping && /[\p{L}\p{M}\p{N}]$/u.test(text);
  if (isOpen && matches.length > 0) await completeLast(concepts.at(-1)!, matches.at(-1)!, source, sought);
  const first = rank(matches, source);
  if (first.complete >= few || concepts.length === 0)
    return { ...first, sought, unknown: unknownWords(concepts, matches) };
  await matchConcepts(matches, concepts.map(widerAlternatives), source, sought);
  const needed = concepts.length > 2 || wordCount >= longQuestion ? neededShare : 1;
  return { ...rank(matches, source, needed), sought, unknown: unknownWords(concepts, matches) };
}

// Partial matches must reach this share of the total rarity, to exclude chance hits.
const neededShare = 0.5;

/** For each article, the weight of a word of the query and the factor of its best alternative; 0 if absent. */
interface Match {
  weights: Float32Array;
  factors: Float32Array;
}

function createMatch(articles: number): Match {
  return { weights: new Float32Array(articles), factors: new Float32Array(articles) };
}

/** Add the matches of alternatives to the match of each word. */
async function matchConcepts(
  matches: readonly Match[],
  chosen: readonly (readonly Alternative[])[],
  source: WordSource,
  sought: Map<string, number>,
): Promise<void> {
  const all = chosen.flat().map(({ terms }) => terms);
  // The second part of a compound is looked up only if the first is known.
  const heads = await source.find(all.flatMap((terms) => terms.slice(0, 1)));
  const rests = await source.find(all.flatMap((terms) => (heads.has(terms[0]!.stem) ? terms.slice(1) : [])));
  const groups = new Map([...heads, ...rests]);
  chosen.forEach((alternatives, index) => {
    const known = alternatives.filter(({ terms }) => terms.every(({ stem }) => groups.has(stem)));
    for (const alternative of known) addAlternative(matches[index]!, alternative, groups);
    const rarity = rarityOf(countOf(matches[index]!), source.articles);
    for (const { terms, isExact, isGuess } of known) {
      const keys = terms.map(({ stem, surface }) => (isExact ? `=${surface}` : stem));
      for (const key of isGuess ? [keys.join(' ')] : keys) sought.set(key, rarity);
    }
  });
}

function addAlternative(
  match: Match,
  { terms, isExact, factor }: Alternative,
  groups: ReadonlyMap<string, readonly FoundForm[]>,
): void {
  const found = terms.map(({ surface, stem }) => {
    const one = terms.length === 1 ? match : createMatch(match.weights.length);
    for (const form of groups.get(stem)!) {
      const isSame = form.surface === surface;
      if (isSame || isExact !== true) addForm(one, form, factor * (isSame ? 1 : otherForm));
    }
    return one;
  });
  if (found.length === 1) return;
  for (let article = 0; article < match.weights.length; article++) {
    const weight = Math.min(...found.map(({ weights }) => weights[article]!));
    if (weight > 0) addWeight(match, article, weight, found[0]!.factors[article]!);
  }
}

function addForm(match: Match, { articles, weights }: FoundForm, factor: number): void {
  for (let index = 0; index < articles.length; index++) {
    addWeight(match, articles[index]!, (factor * weights[index]!) / weightUnit, factor);
  }
}

function addWeight({ weights, factors }: Match, article: number, weight: number, factor: number): void {
  weights[article]! += weight;
  if (factor > factors[article]!) factors[article] = factor;
}

function countOf({ weights }: Match): number {
  let count = 0;
  for (const weight of weights) if (weight > 0) count++;
  return count;
}

async function completeLast(
  { alternatives }: Concept,
  match: Match,
  source: WordSource,
  sought: Map<string, number>,
): Promise<void> {
  const beginning = alternatives[0]!.terms[0]!.surface;
  if (beginning.length < 2 || countOf(match) >= few) return;
  for (const form of await source.complete(beginning)) addForm(match, form, completionFactor);
  if (countOf(match) > 0) sought.set(`^${beginning}`, rarityOf(countOf(match), source.articles));
}

function rank(matches: readonly Match[], source: WordSource, needed = 1): Pick<SearchAnswer, 'articles' | 'complete'> {
  const known = matches.filter((match) => countOf(match) > 0);
  if (known.length === 0 || (known.length < matches.length && needed === 1)) return { articles: [], complete: 0 };
  const rarities = known.map((match) => rarityOf(countOf(match), source.articles));
  const enough = needed * rarities.reduce((sum, rarity) => sum + rarity, 0);
  const scores = new Float64Array(source.articles);
  const [complete, partial]: [number[], number[]] = [[], []];
  for (let article = 0; article < source.articles; article++) {
    let [words, rarity] = [0, 0];
    known.forEach(({ weights, factors }, index) => {
      if (weights[article] === 0) return;
      words++;
      rarity += rarities[index]!;
      scores[article]! += rarities[index]! * factors[article]! * saturate(weights[article]!, source, article);
    });
    if (words === matches.length) complete.push(article);
    else if (needed < 1 && words > 0 && rarity >= enough) partial.push(article);
  }
  return { articles: [...sortByScore(complete, scores), ...sortByScore(partial, scores)], complete: complete.length };
}

function saturate(weight: number, source: WordSource, article: number): number {
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
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

function unknownWords(concepts: readonly Concept[], matches: readonly Match[]): string[] {
  return concepts.filter((_, index) => countOf(matches[index]!) === 0).map(({ text }) => text);
}
