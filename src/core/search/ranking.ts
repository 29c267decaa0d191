import { addAlternative, addForm, countOf, createMatch, type Match } from './matches.ts';
import { type Alternative, type Concept, parseQuery, widerAlternatives } from './query.ts';
import { rankArticles, type RankedArticles, rankingRules, type RankingRules, rarityOf } from './scores.ts';
import type { WordSource } from './store.ts';

/** The results of a query. */
export interface SearchAnswer extends RankedArticles {
  /** List the words of the query that an article lacks, as the reader wrote them. */
  lackedBy(article: number): string[];
  /** Words of the query that no article contains, as the reader wrote them. */
  unknown: string[];
  /** What to mark in texts, with its rarity: a stem, a form after «=», a beginning after «^», or two adjacent stems. */
  sought: ReadonlyMap<string, number>;
}

/** Below this number of articles with all words, a query is matched more widely. */
export const few = 10;
// Queries of at least this many words, stop words included, are long: they also find articles that lack some of them.
const longQuestion = 4;
const completionFactor = 0.6;

/**
 * Answer a query by BM25 over weighted fields: exact forms before others, newer articles first among equals. A long query
 * (three words or more) also finds articles that hold half of the total rarity of its known words, or, where none does,
 * those that hold most; all are in one order. If the articles with all words are few, words are matched more widely; then
 * articles with the rarer one of two words follow.
 *
 * @param isTyping Whether the last word may be incomplete.
 */
export async function answerQuestion(
  text: string,
  source: WordSource,
  isTyping = false,
  rules: RankingRules = rankingRules,
): Promise<SearchAnswer> {
  const { concepts, wordCount } = parseQuery(text);
  const sought = new Map<string, number>();
  const matches = concepts.map(() => createMatch(source.articles));
  const lackedBy = (article: number): string[] =>
    concepts.filter((_, index) => matches[index]!.weights[article] === 0).map((concept) => concept.text);
  const answer = (needed: number, isMixed: boolean): SearchAnswer => ({
    ...rankArticles(matches, source, needed, isMixed, rules),
    lackedBy,
    sought,
    unknown: concepts.filter((_, index) => countOf(matches[index]!) === 0).map((concept) => concept.text),
  });
  await matchConcepts(
    matches,
    concepts.map(({ alternatives }) => alternatives),
    source,
    sought,
  );
  const isOpen = isTyping && /[\p{L}\p{M}\p{N}]$/u.test(text);
  if (isOpen && matches.length > 0) await completeLast(concepts.at(-1)!, matches.at(-1)!, source, sought);
  const isLong = concepts.length > 2 || wordCount >= longQuestion;
  const isMixed = isLong && rules.isMixed;
  const first = answer(isMixed ? rules.neededShare : 1, isMixed);
  if (first.whole.length >= few || concepts.length === 0) return first;
  await matchConcepts(matches, concepts.map(widerAlternatives), source, sought);
  return answer(isLong ? rules.neededShare : rules.neededOfShort, isMixed);
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
