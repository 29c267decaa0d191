import { isJoining } from '../../../src/core/half-spaces/joining.ts';
import { halfSpace } from '../../../src/core/text/persian.ts';

/** How well half-spaces were restored, in positions. */
export interface HalfSpaceScore {
  /** Half-spaces put where the edited text has them. */
  right: number;
  /** Half-spaces put elsewhere. */
  wrong: number;
  /** Half-spaces of the edited text that were lost and not restored. */
  missed: number;
}

/**
 * Compare a restored text with the edited one, position by position: between two Persian letters, and only where a
 * half-space (U+200C) can be seen, which is after a letter that joins. Half-spaces that the damaged text still has do not
 * count. Nothing is counted where a text has other letters than the edited one.
 */
export function scoreHalfSpaces(edited: string, damaged: string, restored: string): HalfSpaceScore {
  const [wanted, given, found] = [edited, damaged, restored].map(readPositions);
  const score = { right: 0, wrong: 0, missed: 0 };
  if (!wanted || !given || !found || wanted.letters !== given.letters || wanted.letters !== found.letters) return score;
  for (const position of found.places) {
    if (!given.places.has(position)) score[wanted.places.has(position) ? 'right' : 'wrong'] += 1;
  }
  for (const position of wanted.places) if (!found.places.has(position)) score.missed += 1;
  return score;
}

/** Add scores up. */
export function addScores(scores: readonly HalfSpaceScore[]): HalfSpaceScore {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of scores) {
    total.right += right;
    total.wrong += wrong;
    total.missed += missed;
  }
  return total;
}

/** The share of what was put that is right; 1 where nothing was put. */
export function precisionOf({ right, wrong }: HalfSpaceScore): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** The share of what was lost that is restored. */
export function recallOf({ right, missed }: HalfSpaceScore): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

interface Positions {
  /** All Persian letters in their order. */
  letters: string;
  /** Before which of them, counted from 0, a half-space can be seen. */
  places: ReadonlySet<number>;
}

function readPositions(text: string): Positions {
  const places = new Set<number>();
  let letters = '';
  for (const [, letter = '', between = ''] of text.matchAll(letterAndRest)) {
    letters += letter;
    if (between === halfSpace && isJoining(letter)) places.add(letters.length);
  }
  return { letters, places };
}

const letterAndRest = /([\u0620-\u064A\u066E-\u06D3])([^\u0620-\u064A\u066E-\u06D3]*)/g;
