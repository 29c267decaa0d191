import { isOnDate, type JalaliDay } from './days.ts';
import { addAlternative, addForm, countOf, createMatch, type Match } from './matches.ts';
import {
  type Alternative,
  type Concept,
  parseQuery,
  type QueryReaders,
  type SoughtPhrase,
  widerAlternatives,
} from './query.ts';
import { rankArticles, type RankedArticles, rankingRules, type RankingRules, rarityOf } from './scores.ts';
import type { WordSource } from './store.ts';

/** The results of a query. */
export interface SearchAnswer extends RankedArticles {
  /** List the words of the query that an article lacks, as the reader wrote them. */
  lackedBy(article: number): string[];
  /** Words of the query that no article contains, as the reader wrote them. */
  unknown: string[];
  /** Words of the query that were excluded, as the reader wrote them. */
  excluded: string[];
  /** Quotations of the query. The articles contain their words, but in which order only their texts show. */
  phrases: readonly SoughtPhrase[];
  /** The date in the query. */
  date?: JalaliDay | undefined;
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
 * articles with the rarer one of two words follow. A query that only excludes words finds all other articles.
 *
 * @param source If it has days, articles of a day in the query match it.
 * @param isTyping Whether the last word may be incomplete.
 * @param readers Those that the query needs; see `parseQuery`.
 */
export async function answerQuestion(
  text: string,
  source: WordSource & Partial<DatedArticles>,
  isTyping = false,
  rules: RankingRules = rankingRules,
  readers?: QueryReaders,
): Promise<SearchAnswer> {
  const { concepts, excluded, phrases, wordCount, words } = parseQuery(text, readers);
  const sought = new Map<string, number>();
  const matches = concepts.map(() => createMatch(source.articles));
  const unwanted = excluded.map(() => createMatch(source.articles));
  const isAllowed = (article: number): boolean =>
    unwanted.every(({ weights }) => weights[article] === 0) &&
    concepts.every(({ isRequired }, index) => isRequired !== true || matches[index]!.weights[article]! > 0);
  const lackedBy = (article: number): string[] =>
    concepts.filter((_, index) => matches[index]!.weights[article] === 0).map((concept) => concept.text);
  const rank = (needed: number, isMixed: boolean): RankedArticles => {
    if (concepts.length > 0) return rankArticles(matches, source, needed, isMixed, rules);
    const all =
      excluded.length > 0 ? Array.from({ length: source.articles }, (_, index) => source.articles - 1 - index) : [];
    return { articles: all, whole: all };
  };
  const answer = (needed: number, isMixed: boolean): SearchAnswer => {
    const { articles, whole } = rank(needed, isMixed);
    return {
      articles: articles.filter(isAllowed),
      whole: whole.filter(isAllowed),
      lackedBy,
      sought,
      unknown: concepts.filter((_, index) => countOf(matches[index]!) === 0).map((concept) => concept.text),
      excluded: excluded.map((concept) => concept.text),
      phrases,
      date: concepts.find(({ date }) => date)?.date,
    };
  };
  const match = (
    those: readonly Match[],
    chosen: readonly (readonly Alternative[])[],
    marked = sought,
  ): Promise<void> => matchConcepts(those, chosen, source, marked);
  await match(matches, concepts.map(alternativesOf));
  if (excluded.length > 0) await match(unwanted, excluded.map(alternativesOf), new Map());
  concepts.forEach(({ date }, index) => date && addDay(matches[index]!, date, source));
  const last = concepts.at(-1);
  const isOpen = isTyping && last && !last.date && words.endsWith(last.text) && /[\p{L}\p{M}\p{N}]$/u.test(words);
  if (isOpen) await completeLast(last, matches.at(-1)!, source, sought);
  const isLong = concepts.length > 2 || wordCount >= longQuestion;
  const isMixed = isLong && rules.isMixed;
  const first = answer(isMixed ? rules.neededShare : 1, isMixed);
  if (first.whole.length >= few || concepts.length === 0) return first;
  await match(matches, concepts.map(widerAlternatives));
  return answer(isLong ? rules.neededShare : rules.neededOfShort, isMixed);
}

/** Optional data of a word source about articles: the Jalali day, 14040724. */
export interface DatedArticles {
  dayOf(article: number): number;
}

const alternativesOf = (concept: Concept): readonly Alternative[] => concept.alternatives;

/** Add the articles of a day or a month, as if each contained it once. */
function addDay(match: Match, date: JalaliDay, { articles, dayOf }: WordSource & Partial<DatedArticles>): void {
  if (!dayOf) return;
  const those = Array.from({ length: articles }, (_, article) => article).filter((each) => isOnDate(dayOf(each), date));
  addForm(match, { articles: those, weights: those.map(() => 2) }, 1);
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
