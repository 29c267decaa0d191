import { stemOf, stopWords } from '../words/stems.ts';
import type { SearchTerm } from '../words/terms.ts';
import { findWords, type SearchWord } from '../words/words.ts';

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
}

/** A parsed query. */
export interface SearchQuery {
  concepts: readonly Concept[];
  /** Number of words that the reader wrote, stop words included. */
  wordCount: number;
}

// A query is no essay: the text and words beyond these limits are ignored.
const longestText = 1000;
const mostWords = 16;

/**
 * Parse a query. Adjacent words are also looked up as one («خشک سالی» finds «خشکسالی», «حمل و نقل» finds «حمل‌ونقل»),
 * and a compound with half-spaces also as its parts. Stop words are dropped unless there are no other words.
 */
export function parseQuery(text: string): SearchQuery {
  const question = text.slice(0, longestText);
  const words = findWords(question).slice(0, mostWords);
  const joins = words.map(() => [] as Alternative[]);
  for (const [first, last] of neighbours(words, question)) {
    const joined = words.slice(first, last + 1).map(({ surface }) => surface);
    const alternative = { terms: [termOf(joined.join(''))], factor: 1 };
    joins[first]!.push(alternative);
    joins[last]!.push(alternative);
  }
  const hasContent = words.some(({ surface }) => !stopWords.has(surface));
  const seen = new Set<string>();
  const concepts = words.flatMap((word, index): Concept[] => {
    if ((hasContent && stopWords.has(word.surface)) || seen.has(word.stem)) return [];
    seen.add(word.stem);
    return [{ text: question.slice(word.start, word.end), alternatives: [...alternativesOf(word), ...joins[index]!] }];
  });
  return { concepts, wordCount: words.length };
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

/** Build the term of a word without visible parts. */
export function termOf(surface: string): SearchTerm {
  return { surface, stem: stemOf(surface) };
}

function alternativesOf({ surface, stem, parts }: SearchWord): Alternative[] {
  const plain = stemOf(surface);
  return [
    { terms: [{ surface, stem }], factor: 1 },
    // Where its parts were not visible, the same word may be indexed under another stem.
    ...(plain === stem ? [] : [{ terms: [{ surface, stem: plain }], isExact: true, factor: 1 }]),
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
