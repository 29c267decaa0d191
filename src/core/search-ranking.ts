import type { WordForm } from './search-chunks.ts';
import { type Alternative, type Concept, parseQuery, widerAlternatives } from './search-query.ts';
import type { SearchTerm } from './search-words.ts';

/** Where words are looked up: the index, as far as it is loaded. Numbers of articles grow with time. */
export interface WordSource {
  /** How many articles there are. */
  articles: number;
  averageLength: number;
  /** How many words an article has. */
  lengthOf(article: number): number;
  /** Find the forms of each of these stems that is known. */
  find(stems: readonly string[]): Promise<ReadonlyMap<string, readonly WordForm[]>>;
  /** Find the forms of stems that begin with a text. */
  complete(beginning: string): Promise<ReadonlyMap<string, readonly WordForm[]>>;
}

/** What a question finds. */
export interface SearchAnswer {
  /** Best first: those that hold all words, then those that hold most of them. */
  articles: number[];
  /** How many of them hold all words. */
  complete: number;
  /** Words of the question that no article holds, as the reader wrote them. */
  unknown: string[];
  /** The stems and forms that were looked for, each with the rarity of its word, to mark them in texts. */
  sought: Map<string, number>;
}

/** Fewer complete answers than this are followed by weaker ones. */
const few = 10;
/** Questions of so many words, common ones included, find articles that lack some of them. */
const longQuestion = 4;
/** BM25 (Robertson, Zaragoza 2009): how soon more of a word stops counting, and how much long articles lose. */
const [saturation, lengthLoss] = [1.2, 0.5];
/** Another form of a word counts less than the one that was asked for. */
const otherForm = 0.75;
const completionFactor = 0.6;
/** Weights of the index are twice the count of a word in a body. */
const weightUnit = 2;

/**
 * Answer a question: articles that hold all its words, by BM25 over weighted fields, exact forms before others and newer
 * articles first among equals. Where they are few, words are looked for more widely, and for three words or more articles
 * follow that hold most of them, weighted by rarity.
 *
 * @param isTyping The last word may be the beginning of one.
 */
export async function answerQuestion(text: string, source: WordSource, isTyping = false): Promise<SearchAnswer> {
  const { concepts, wordCount } = parseQuery(text);
  const sought = new Map<string, number>();
  const matches = await matchConcepts(concepts, source, sought, ({ alternatives }) => alternatives);
  const isOpen = isTyping && /[\p{L}\p{M}\p{N}]$/u.test(text);
  if (isOpen && matches.length > 0) await completeLast(concepts.at(-1)!, matches.at(-1)!, source, sought);
  const first = rank(matches, source);
  if (first.complete >= few || concepts.length === 0)
    return { ...first, sought, unknown: unknownWords(concepts, matches) };
  const wider = await matchConcepts(concepts, source, sought, widerAlternatives);
  matches.forEach((match, index) => addMatches(match, wider[index]!));
  const needed = concepts.length > 2 || wordCount >= longQuestion ? neededShare : 1;
  return { ...rank(matches, source, needed), sought, unknown: unknownWords(concepts, matches) };
}

/** Articles with part of the words must hold this share of their rarity, to be no chance hits. */
const neededShare = 0.5;

/** What is known of one word of the question: how much each article has of it, and the best way in which it does. */
interface Match {
  weights: Map<number, number>;
  factors: Map<number, number>;
}

async function matchConcepts(
  concepts: readonly Concept[],
  source: WordSource,
  sought: Map<string, number>,
  choose: (concept: Concept) => readonly Alternative[],
): Promise<Match[]> {
  const chosen = concepts.map(choose);
  const stems = (place: (terms: readonly SearchTerm[]) => readonly SearchTerm[]): string[] => [
    ...new Set(chosen.flat().flatMap(({ terms }) => place(terms).map(({ stem }) => stem))),
  ];
  // The second part of a compound is looked up only where the first is known.
  const heads = await source.find(stems((terms) => terms.slice(0, 1)));
  const rests = await source.find(stems((terms) => (heads.has(terms[0]!.stem) ? terms.slice(1) : [])));
  const groups = new Map([...heads, ...rests]);
  return chosen.map((alternatives) => {
    const match: Match = { weights: new Map(), factors: new Map() };
    for (const alternative of alternatives) addAlternative(match, alternative, groups);
    const rarity = rarityOf(match.weights.size, source.articles);
    for (const { terms, isExact } of alternatives) {
      if (!terms.every(({ stem }) => groups.has(stem))) continue;
      for (const { stem, surface } of terms) sought.set(isExact ? `=${surface}` : stem, rarity);
    }
    return match;
  });
}

function addAlternative(
  match: Match,
  { terms, isExact, factor }: Alternative,
  groups: ReadonlyMap<string, readonly WordForm[]>,
): void {
  const found = terms.map(({ surface, stem }) => {
    const one: Match = { weights: new Map(), factors: new Map() };
    for (const form of groups.get(stem) ?? []) {
      const isSame = form.surface === surface;
      if (isSame || isExact !== true) addForm(one, form, factor * (isSame ? 1 : otherForm));
    }
    return one;
  });
  const [head, ...rest] = found;
  if (!head) return;
  for (const [article, weight] of head.weights) {
    const others = rest.map(({ weights }) => weights.get(article));
    if (others.includes(undefined)) continue;
    addMatch(match, article, Math.min(weight, ...others.map((other) => other!)), head.factors.get(article)!);
  }
}

function addForm(match: Match, { articles, weights }: WordForm, factor: number): void {
  articles.forEach((article, index) => addMatch(match, article, (factor * weights[index]!) / weightUnit, factor));
}

function addMatches(match: Match, { weights, factors }: Match): void {
  for (const [article, weight] of weights) addMatch(match, article, weight, factors.get(article)!);
}

function addMatch({ weights, factors }: Match, article: number, weight: number, factor: number): void {
  weights.set(article, (weights.get(article) ?? 0) + weight);
  factors.set(article, Math.max(factors.get(article) ?? 0, factor));
}

async function completeLast(
  { alternatives }: Concept,
  match: Match,
  source: WordSource,
  sought: Map<string, number>,
): Promise<void> {
  const beginning = alternatives[0]!.terms[0]!.surface;
  if (beginning.length < 2 || match.weights.size >= few) return;
  const groups = await source.complete(beginning);
  for (const forms of groups.values()) for (const form of forms) addForm(match, form, completionFactor);
  for (const stem of groups.keys()) sought.set(stem, rarityOf(match.weights.size, source.articles));
}

function rank(
  matches: readonly Match[],
  source: WordSource,
  neededRarity = 1,
): Pick<SearchAnswer, 'articles' | 'complete'> {
  const known = matches.filter(({ weights }) => weights.size > 0);
  const isMissing = known.length < matches.length;
  if (known.length === 0 || (isMissing && neededRarity === 1)) return { articles: [], complete: 0 };
  const rarities = known.map(({ weights }) => rarityOf(weights.size, source.articles));
  const all = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const scores = new Map<number, { score: number; rarity: number; words: number }>();
  known.forEach(({ weights, factors }, index) => {
    for (const [article, weight] of weights) {
      const before = scores.get(article) ?? { score: 0, rarity: 0, words: 0 };
      scores.set(article, {
        score:
          before.score + rarities[index]! * factors.get(article)! * saturate(weight, source.lengthOf(article), source),
        rarity: before.rarity + rarities[index]!,
        words: before.words + 1,
      });
    }
  });
  const ranked = [...scores].filter(
    ([, { rarity, words }]) => words === known.length || (neededRarity < 1 && rarity >= neededRarity * all),
  );
  const isComplete = ([, { words }]: (typeof ranked)[number]): boolean => words === matches.length;
  const complete = ranked.filter(isComplete);
  const partial = neededRarity < 1 ? ranked.filter((each) => !isComplete(each)) : [];
  return { articles: [...sortByScore(complete), ...sortByScore(partial)], complete: complete.length };
}

function saturate(weight: number, length: number, { averageLength }: WordSource): number {
  const norm = 1 - lengthLoss + (lengthLoss * length) / (averageLength || 1);
  return (weight * (saturation + 1)) / (weight + saturation * norm);
}

/** Scores that differ by less than this share of the best are equal, and the newer article comes first. */
const scoreStep = 0.01;

function sortByScore(ranked: readonly [number, { score: number }][]): number[] {
  const best = ranked.reduce((highest, [, { score }]) => Math.max(highest, score), 0);
  const step = (score: number): number => Math.round(score / (best * scoreStep));
  return ranked.toSorted((a, b) => step(b[1].score) - step(a[1].score) || b[0] - a[0]).map(([article]) => article);
}

/** How rare a word is among `total` articles that `count` of hold it: the idf of BM25. */
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

function unknownWords(concepts: readonly Concept[], matches: readonly Match[]): string[] {
  return concepts.filter((_, index) => matches[index]!.weights.size === 0).map(({ text }) => text);
}
