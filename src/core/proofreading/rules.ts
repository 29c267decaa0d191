import { findLetters, findNumbers } from './rules-letters.ts';
import { findLatinPunctuation, findPunctuationSpacing } from './rules-punctuation.ts';
import { findGuillemets, findStraightQuotes } from './rules-quotes.ts';
import { type Flaw, readProse } from './prose.ts';
import { findMissingHalfSpaces, findRepeatedWords, findTitleStop } from './rules-words.ts';
import type { HalfSpaceProposal } from '../half-spaces/finder.ts';
import type { OrthographyRule } from '../problems/orthography.ts';

/** The newsroom's settings of the rules. */
export interface OrthographyContext {
  /** Rules that are switched off. */
  off: readonly OrthographyRule[];
  /** Finds missing half-spaces; absent if they are not checked. */
  findHalfSpaces?: (text: string) => HalfSpaceProposal[];
}

/**
 * Find the orthographic flaws of a block of prose, sorted by position.
 *
 * @param text The block as one string, with U+FFFC for anything that is not prose.
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
