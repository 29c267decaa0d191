import { findLetters, findNumbers } from './orthography-letters.ts';
import { findLatinPunctuation, findPunctuationSpacing } from './orthography-punctuation.ts';
import { findGuillemets, findStraightQuotes } from './orthography-quotes.ts';
import { type Flaw, readProse } from './orthography-text.ts';
import { findMissingHalfSpaces, findRepeatedWords, findTitleStop } from './orthography-words.ts';
import type { HalfSpaceProposal } from './persian-half-spaces.ts';
import type { OrthographyRule } from './problem-wording-orthography.ts';

/** What rules are told of the newsroom. */
export interface OrthographyContext {
  /** Rules that are switched off. */
  off: readonly OrthographyRule[];
  /** Finds where half-spaces are missing; without it, nobody looks for them. */
  findHalfSpaces?: (text: string) => HalfSpaceProposal[];
}

/**
 * Find what is wrong with the orthography of a block of prose, sorted by place.
 *
 * @param text The block as one string, with U+FFFC for what is no prose.
 * @param isTitle Whether it is a headline, which ends without a full stop.
 */
export function findFlaws(text: string, { off, findHalfSpaces }: OrthographyContext, isTitle = false): Flaw[] {
  const prose = readProse(text);
  return [
    ...findLetters(prose),
    ...findNumbers(prose),
    ...(findHalfSpaces ? findMissingHalfSpaces(prose, findHalfSpaces) : []),
    ...findLatinPunctuation(prose),
    ...findPunctuationSpacing(prose),
    ...findStraightQuotes(prose),
    ...findGuillemets(prose),
    ...findRepeatedWords(prose),
    ...(isTitle ? findTitleStop(prose) : []),
  ]
    .filter(({ rule }) => !off.includes(rule))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}
