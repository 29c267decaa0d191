import { weightBits, weightUnit } from './features.ts';
import { weightOf } from './inverted-index.ts';
import { refresh, type RelatedScores } from './scores.ts';

/** A list of related articles. */
export interface RelatedChoice {
  /** Ranks in chronological order of articles, best first. */
  ranks: readonly number[];
  /** Score of the last entry; 0 if the list was not filled by score alone. */
  floor: number;
}

/** Number of candidates examined per place in a list. */
const candidatesPerPlace = 4;
/** Squared distance up to which two articles are copies of one story: a cosine of 0.85. */
const copyDistance = (2 - 2 * 0.85) * weightUnit ** 2;

/**
 * Choose the best of the scored articles. Of several copies of one story only the best is chosen, and of copies of the
 * article itself only one, unless there is nothing else. Ties go to the newer article.
 */
export function chooseBest(
  scores: RelatedScores,
  all: readonly Uint32Array[],
  rank: number,
  count: number,
): RelatedChoice {
  const taken: number[] = [];
  const copies: number[] = [];
  let floor = 0;
  let ownCopies = 0;
  for (const { rank: other, score } of takeBest(scores, rank, count * candidatesPerPlace)) {
    if (taken.length === count) break;
    const isOwnCopy = areCopies(all[rank]!, all[other]!);
    if (isOwnCopy) ownCopies++;
    if (isOwnCopy ? ownCopies > 1 : taken.some((one) => areCopies(all[one]!, all[other]!))) copies.push(other);
    else {
      taken.push(other);
      floor = score;
    }
  }
  if (taken.length === count) return { ranks: taken, floor };
  return { ranks: [...taken, ...copies].slice(0, count), floor: 0 };
}

/** Return whether two articles report the same in nearly the same words, that is, whether their vectors are close. */
function areCopies(a: Uint32Array, b: Uint32Array): boolean {
  let [here, there, distance] = [0, 0, 0];
  while (distance <= copyDistance && (here < a.length || there < b.length)) {
    const left = here < a.length ? a[here]! >>> weightBits : Infinity;
    const right = there < b.length ? b[there]! >>> weightBits : Infinity;
    const weight = (left <= right ? weightOf(a[here++]!) : 0) - (right <= left ? weightOf(b[there++]!) : 0);
    distance += weight * weight;
  }
  return distance <= copyDistance;
}

interface Scored {
  rank: number;
  score: number;
}

function takeBest({ sums, ranks, epochs, touched }: RelatedScores, rank: number, count: number): Scored[] {
  const best: Scored[] = [];
  let worst = 0;
  for (let index = 0; index < touched; index++) {
    const other = ranks[index]!;
    // A score is never higher than its sum.
    if (sums[other]! < worst) continue;
    const score = refresh(sums[other]!, epochs, rank, other);
    let place = best.length;
    while (place > 0 && isBetter(score, other, best[place - 1]!)) place--;
    if (place === count) continue;
    best.splice(place, 0, { rank: other, score });
    if (best.length > count) best.pop();
    if (best.length === count) worst = best[count - 1]!.score;
  }
  return best;
}

function isBetter(score: number, rank: number, than: Scored): boolean {
  return score > than.score || (score === than.score && rank > than.rank);
}
