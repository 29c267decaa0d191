import { isJoining } from '../../../src/core/half-spaces/joining.ts';
import { halfSpace } from '../../../src/core/text/persian.ts';

/** Accuracy of restored half-spaces, counted in positions. */
export interface HalfSpaceScore {
  /** Half-spaces inserted where the edited text has them. */
  right: number;
  /** Half-spaces inserted elsewhere. */
  wrong: number;
  /** Lost half-spaces of the edited text that were not restored. */
  missed: number;
}

/**
 * Compare a restored text with the edited one, position by position: between two Persian letters, and only where a
 * half-space (U+200C) is visible, which is after a joining letter. Half-spaces still present in the damaged text are
 * not counted. If the letters of the texts differ, nothing is counted.
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

/** Sum scores. */
export function addScores(scores: readonly HalfSpaceScore[]): HalfSpaceScore {
  const total = { right: 0, wrong: 0, missed: 0 };
  for (const { right, wrong, missed } of scores) {
    total.right += right;
    total.wrong += wrong;
    total.missed += missed;
  }
  return total;
}

/** Precision: the share of inserted half-spaces that are right; 1 if none was inserted. */
export function precisionOf({ right, wrong }: HalfSpaceScore): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Recall: the share of lost half-spaces that were restored; 1 if none was lost. */
export function recallOf({ right, missed }: HalfSpaceScore): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}

interface Positions {
  /** All Persian letters in order. */
  letters: string;
  /** Indices of the letters before which a half-space is visible. */
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
