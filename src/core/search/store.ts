import type { SearchTerm } from '../words/terms.ts';
import type { CountedWords } from '../words/word-counts.ts';

/** The words of an index. Article numbers increase with time. */
export interface WordSource {
  /** Number of articles. */
  articles: number;
  averageLength: number;
  /** Number of words of an article. */
  lengthOf(article: number): number;
  /**
   * Find the words that any article contains, by stem. The forms of a stem that were not asked for may come as one
   * without a surface.
   */
  find(terms: readonly SearchTerm[]): Promise<ReadonlyMap<string, readonly FoundForm[]>>;
  /** Find the words that begin with a text: not necessarily all of them, if they are many. */
  complete(beginning: string): Promise<readonly FoundForm[]>;
}

/** One form of a word, or several, with the articles that contain it. */
export interface FoundForm {
  /** `undefined` for forms that were not asked for. */
  surface?: string | undefined;
  /** Numbers of articles, ascending. */
  articles: ArrayLike<number>;
  /** Weight of the word in each of them: twice its number of occurrences in a body. */
  weights: ArrayLike<number>;
}

/** An article's position in time, from which the path of its file follows. */
export interface SearchPlace {
  /** The Jalali day: 14040724. */
  day: number;
  /** Its position among the articles of that day, from 0. */
  place: number;
}

/** Numbers of an article's labels; those of tags ascending. */
export interface LabelNumbers {
  section: number;
  source: number;
  tags: readonly number[];
}

/** The data of an article that the search has without reading its text. */
export interface TableRow extends SearchPlace, LabelNumbers {
  /** Number of words. */
  length: number;
}

/** Names for filtering results. Articles refer to them by position in the lists of the whole index. */
export interface SearchLabels {
  /** Slug and name. Number 0 is no section, `['', '']`. */
  sections: readonly (readonly [slug: string, name: string])[];
  sources: readonly string[];
  tags: readonly string[];
}

/**
 * The searched texts of an article, or the words of a text where they are known, with the weight of a word in each: twice its count
 * in the body.
 */
export type SearchFields = readonly (readonly [text: string | CountedWords, weight: number])[];

/** Number of articles of a spelling. */
export type SpellingCount = readonly [spelling: string, articles: number];
