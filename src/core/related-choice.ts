import { weightBits } from './related-features.ts';
import { refresh, type RelatedScores } from './related-scores.ts';

/** A list of related articles. */
export interface RelatedChoice {
  /** Ranks in order of time, best first. */
  ranks: readonly number[];
  /** The score of the last; zero where the list was not filled by better and worse alone. */
  floor: number;
}

/** How many of the best are looked at for each place of a list. */
const lookAt = 4;
/** Two articles are copies of one story from this cosine on. */
const copyCosine = 0.75;
const weightMask = (1 << weightBits) - 1;

/**
 * Choose the best of the scored articles. Of several copies of one story only the best is taken, and of copies of the
 * article itself, only one, unless there is nothing else. Of equal scores, the newer is better.
 */
export function chooseBest(
  scores: RelatedScores,
  all: readonly Uint32Array[],
  rank: number,
  count: number,
): RelatedChoice {
  const best = takeBest(scores, rank, count * lookAt);
  const taken: number[] = [];
  const copies: number[] = [];
  let floor = 0;
  let hasOwnCopy = false;
  for (const { rank: other, score } of best) {
    if (taken.length === count) break;
    const isOwnCopy = areCopies(all[rank]!, all[other]!);
    const isCopy = isOwnCopy ? hasOwnCopy : taken.some((one) => areCopies(all[one]!, all[other]!));
    hasOwnCopy ||= isOwnCopy;
    if (isCopy) copies.push(other);
    else {
      taken.push(other);
      floor = score;
    }
  }
  if (taken.length === count) return { ranks: taken, floor };
  return { ranks: [...taken, ...copies].slice(0, count), floor: 0 };
}

/** Whether two articles tell one story in nearly the same words. */
export function areCopies(a: Uint32Array, b: Uint32Array): boolean {
  const product = multiply(a, b);
  return product * product >= copyCosine * copyCosine * multiply(a, a) * multiply(b, b);
}

function multiply(a: Uint32Array, b: Uint32Array): number {
  let product = 0;
  for (let here = 0, there = 0; here < a.length && there < b.length;) {
    const [left, right] = [a[here]! >>> weightBits, b[there]! >>> weightBits];
    if (left === right) product += (a[here]! & weightMask) * (b[there]! & weightMask);
    if (left <= right) here++;
    if (right <= left) there++;
  }
  return product;
}

interface Scored {
  rank: number;
  score: number;
}

function takeBest(scores: RelatedScores, rank: number, count: number): Scored[] {
  const { sums, ranks, epochs, touched } = scores;
  const best: Scored[] = [];
  for (let index = 0; index < touched; index++) {
    const other = ranks[index]!;
    const worst = best.length < count ? undefined : best.at(-1)!;
    // A sum is never less than the score that comes of it.
    if (worst && sums[other]! < worst.score) continue;
    const score = refresh(sums[other]!, epochs, rank, other);
    if (worst && !isBetter(score, other, worst)) continue;
    let place = best.length;
    while (place > 0 && isBetter(score, other, best[place - 1]!)) place--;
    best.splice(place, 0, { rank: other, score });
    if (best.length > count) best.pop();
  }
  return best;
}

function isBetter(score: number, rank: number, than: Scored): boolean {
  return score > than.score || (score === than.score && rank > than.rank);
}
