import type { Lexicon } from './persian-lexicon.ts';

/** A place in a text where a half-space (U+200C) is missing, or a space stands for it. */
export interface HalfSpaceProposal {
  /** Offsets of the words concerned, in UTF-16 units. */
  start: number;
  end: number;
  /** The words as they should be written. */
  proposed: string;
  /** `missing`: nothing stands where the half-space belongs; `space`: a space does. */
  kind: 'missing' | 'space';
  /** Whether the words can be nothing else, so that they may be changed without asking. */
  isCertain: boolean;
}

/** Find where half-spaces are missing in a text. What can be read in two ways is left alone. */
export function findHalfSpaces(text: string, lexicon: Lexicon): HalfSpaceProposal[] {
  return [...text.matchAll(/[\u0621-\u064A\u066E-\u06D3]+/g)].flatMap(({ 0: word, index }) => {
    const [proposed, ...others] = lexicon.spellings(word);
    if (proposed === undefined || others.length > 0 || proposed === word) return [];
    return [{ start: index, end: index + word.length, proposed, kind: 'missing' as const, isCertain: false }];
  });
}

/** Write a text with all the half-spaces that {@link findHalfSpaces} proposes. */
export function restoreHalfSpaces(text: string, lexicon: Lexicon): string {
  let written = '';
  let end = 0;
  for (const proposal of findHalfSpaces(text, lexicon)) {
    written += text.slice(end, proposal.start) + proposal.proposed;
    end = proposal.end;
  }
  return written + text.slice(end);
}
