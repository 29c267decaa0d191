import { stemOf, stopWords } from '../words/stems.ts';
import { type SearchTerm, termOf } from '../words/terms.ts';
import { findWords, type SearchWord } from '../words/words.ts';
import type { JalaliDay } from './days.ts';
import { findAskingWords } from './question-words.ts';
import { variantsOf } from './variants.ts';

/** One way in which an article can match a word of the query. */
export interface Alternative {
  /** All must occur: one word, or the parts of a compound. */
  terms: readonly SearchTerm[];
  /** Match only this form of the word: other forms with the stem are different words. */
  isExact?: boolean;
  /** The parts are a guess: they count only where they are adjacent. */
  isGuess?: boolean;
  /** Weight, up to 1. */
  factor: number;
}

/** A word of the query with all the ways to match it. */
export interface Concept {
  /** As the reader wrote it. */
  text: string;
  alternatives: readonly Alternative[];
  /** Articles of this day or month match as well. */
  date?: JalaliDay | undefined;
  /** Whether articles without it are no answer: it is quoted. */
  isRequired?: boolean;
}

/** A parsed query. */
export interface SearchQuery {
  concepts: readonly Concept[];
  /** Words that articles must not contain. */
  excluded: readonly Concept[];
  /** Quotations, which are searched for in the texts. */
  phrases: readonly SoughtPhrase[];
  /** Number of words that the reader wrote, stop words included. */
  wordCount: number;
  /** The query without its signs and what it excludes; positions are those of the query. */
  words: string;
}

// A query is no essay: the text and words beyond these limits are ignored.
const longestText = 1000;
const mostWords = 16;

/**
 * Parse a query with its signs (see `readOperators`). Adjacent words are also looked up as one («خشک سالی» finds
 * «خشکسالی», «حمل و نقل» finds «حمل‌ونقل»), and a compound with half-spaces also as its parts; dates and long numbers in
 * their various forms. Stop words, and words that only ask, are dropped unless there are no other words.
 *
 * @param readers Without them, signs are punctuation, and dates and long numbers words like others.
 */
export function parseQuery(text: string, { readOperators, readUnits }: QueryReaders = {}): SearchQuery {
  const question = text.slice(0, longestText);
  const {
    words: plain,
    excluded,
    phrases,
  } = readOperators?.(question) ?? { words: question, excluded: [], phrases: [] };
  const words = findWords(plain).slice(0, mostWords);
  const joins = joinNeighbours(words, plain);
  const asks = findAskingWords(words);
  const isIdle = words.map(({ surface }, index) => stopWords.has(surface) || asks[index]!);
  const hasContent = isIdle.includes(false);
  const units = readUnits?.(words, plain) ?? [];
  const seen = new Set<string>();
  const concepts: Concept[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const unit = units.find(({ first }) => first === index);
    const end = (unit ? words[unit.last]! : word).end;
    const isRequired = phrases.some((phrase) => !phrase.isExcluded && phrase.start <= word.start && end <= phrase.end);
    const shared = { text: plain.slice(word.start, end), ...(isRequired && { isRequired }) };
    if (unit) {
      concepts.push({ ...shared, alternatives: unit.alternatives, date: unit.date });
      index = unit.last;
    } else if (!(hasContent && isIdle[index]) && !seen.has(word.stem)) {
      seen.add(word.stem);
      concepts.push({ ...shared, alternatives: [...alternativesOf(word), ...joins[index]!] });
    }
  }
  return { concepts, excluded: readExcluded(excluded), phrases, wordCount: words.length, words: plain };
}

/** Several words of the query that are one concept: a date or a long number. */
export interface Unit extends Pick<Concept, 'alternatives' | 'date'> {
  /** Positions of its first and last word. */
  first: number;
  last: number;
}

/** Quoted words of a query. */
export interface SoughtPhrase {
  /** As the reader wrote them, without the quotation marks. */
  text: string;
  /** Whether articles with them are excluded. */
  isExcluded: boolean;
}

/** A question after its signs have been parsed. */
export interface Operators {
  /** The question with spaces in place of its signs and of what it excludes, so positions stay. */
  words: string;
  /** Words that hits must not contain. */
  excluded: readonly string[];
  /** Words that hits must contain in this order, without gaps. */
  phrases: readonly Phrase[];
}

/** A quoted part of a question, with its position inside the quotes. */
export interface Phrase extends SoughtPhrase {
  start: number;
  end: number;
}

/** Parts of the analysis that few queries need, and that the browser loads for those alone. */
export interface QueryReaders {
  /** Reads quotation marks and minuses. */
  readOperators?: (text: string) => Operators;
  /** Finds dates and long numbers among the words of a query with digits. */
  readUnits?: (words: readonly SearchWord[], text: string) => readonly Unit[];
}

function readExcluded(texts: readonly string[]): Concept[] {
  return texts.flatMap((text) =>
    findWords(text).map((word) => ({
      text,
      alternatives: alternativesOf(word).filter(({ factor }) => factor === 1),
    })),
  );
}

function joinNeighbours(words: readonly SearchWord[], text: string): Alternative[][] {
  const joins = words.map(() => [] as Alternative[]);
  for (const [first, last] of neighbours(words, text)) {
    const joined = words
      .slice(first, last + 1)
      .map(({ surface }) => surface)
      .join('');
    const alternatives = [joined, ...variantsOf(joined)].map((surface) => ({ terms: [termOf(surface)], factor: 1 }));
    joins[first]!.push(...alternatives);
    joins[last]!.push(...alternatives);
  }
  return joins;
}

/**
 * List further, weaker ways to match a word, for queries with few results: the word with or without a final ی
 * («کتابخوان», «کتابخوانی»), and the two words that it may be a compound of («خشک سالی»).
 */
export function widerAlternatives({ alternatives }: Concept): Alternative[] {
  return alternatives.flatMap(({ terms, factor }) => {
    const [term] = terms;
    if (terms.length > 1 || factor < 1 || !term) return [];
    return [...relatives(term), ...splits(term.surface)];
  });
}

function alternativesOf({ surface, stem, parts }: SearchWord): Alternative[] {
  const plain = stemOf(surface);
  return [
    { terms: [{ surface, stem }], factor: 1 },
    // Where its parts were not visible, the same word may be indexed under another stem.
    ...(plain === stem ? [] : [{ terms: [{ surface, stem: plain }], isExact: true, factor: 1 }]),
    ...variantsOf(surface).map((variant) => ({ terms: [termOf(variant)], factor: 1 })),
    ...(parts.length > 1 ? [{ terms: parts, factor: 0.8 }] : []),
  ];
}

/** Pairs of words with only a space, or و, between them. */
function neighbours(words: readonly SearchWord[], text: string): [number, number][] {
  return words.flatMap(({ end }, index): [number, number][] => {
    const isNear = (from: number, next: SearchWord | undefined): boolean =>
      next !== undefined &&
      /^[\s\u200C-]+$/.test(text.slice(from, next.start)) &&
      /^[\u0620-\u06FF]+$/.test(next.surface);
    const [next, second] = [words[index + 1], words[index + 2]];
    if (!isNear(end, next)) return [];
    if (next!.surface === 'و') return isNear(next!.end, second) ? [[index, index + 2]] : [];
    return [[index, index + 1]];
  });
}

const relatedFactor = 0.4;
const splitFactor = 0.6;
const shortestStem = 4;
const shortestPart = 3;

function relatives({ surface, stem }: SearchTerm): Alternative[] {
  return [...new Set([surface, stem])].flatMap((word) => {
    const related = word.endsWith('ی') ? word.slice(0, -1) : `${word}ی`;
    if (Math.min(word.length, related.length) < shortestStem || !/^[\u0620-\u06FF]+$/.test(word)) return [];
    return [{ terms: [termOf(related)], factor: relatedFactor }];
  });
}

function splits(surface: string): Alternative[] {
  if (!/^[\u0620-\u06FF]+$/.test(surface)) return [];
  const alternatives: Alternative[] = [];
  for (let at = shortestPart; at <= surface.length - shortestPart; at++) {
    const [left, right] = [surface.slice(0, at), surface.slice(at)];
    alternatives.push({ terms: [termOf(left), termOf(right)], isGuess: true, factor: splitFactor });
    if (right.startsWith('و') && right.length > shortestPart)
      alternatives.push({ terms: [termOf(left), termOf(right.slice(1))], isGuess: true, factor: splitFactor });
  }
  return alternatives;
}
