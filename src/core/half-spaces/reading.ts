import type { Lexicon, Word } from './lexicon.ts';

/** A possible reading of a word that has lost its half-spaces. */
export interface Reading extends Word {
  /** The higher, the less likely; 0 for a word of the lexicon. */
  cost: number;
  /** The noun of a plural such as «حرف‌های». */
  pluralOf?: string | undefined;
  /** The word before an enclitic, as in «حرفه‌ای». */
  encliticOf?: string | undefined;
}

/** Lists the readings of a word written without half-spaces, most likely first. */
export type Speller = (letters: string) => readonly Reading[];

/** Produces one kind of reading. */
export type ReadingSource = (letters: string, lexicon: Lexicon, read: Speller) => Reading[];

/** Create a reading that is neither noun nor adjective. */
export function plainReading(text: string, cost: number): Reading {
  return { text, isNoun: false, isAdjective: false, cost };
}
