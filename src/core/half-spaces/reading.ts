import type { Lexicon, Word } from './lexicon.ts';

/** One way to read a word whose half-spaces are lost. */
export interface Reading extends Word {
  /** How unlikely it is; 0 is a word of the lexicon. */
  cost: number;
  /** The noun of a plural such as «حرف‌های». */
  pluralOf?: string | undefined;
  /** The word before an enclitic, as in «حرفه‌ای». */
  encliticOf?: string | undefined;
}

/** Lists the ways to read a word that is written without half-spaces, the likeliest first. */
export type Speller = (letters: string) => readonly Reading[];

/** One kind of reading. */
export type ReadingSource = (letters: string, lexicon: Lexicon, read: Speller) => Reading[];

/** Make a reading that is no noun and no adjective. */
export function plainReading(text: string, cost: number): Reading {
  return { text, isNoun: false, isAdjective: false, cost };
}
