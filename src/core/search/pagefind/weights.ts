/** Weights in the order of their frequency in 3,900 real articles: one, two and four words of a body, two in a tag … */
const common = [2, 4, 8, 6, 10, 20, 12, 1, 14, 22, 30, 16, 28, 32, 18, 24, 34, 3, 36, 40, 26, 38];
const highestWeight = 255;
const byFrequency = [
  ...common,
  ...Array.from({ length: highestWeight }, (_, index) => index + 1).filter((weight) => !common.includes(weight)),
];

/** A digit of the code in which weights are written. */
export type Sign = number;

/** Number of different signs. */
export const signCount = 3;
/** The sign at each position of a record, repeating. Signs are as frequent here as in the weights of articles. */
const signs: readonly Sign[] = [0, 1, 0, 0, 2, 0, 0, 1, 0];

/** Return the sign at a position of a record. */
export function signAt(position: number): Sign {
  return signs[position % signs.length]!;
}

/**
 * Encode a weight: one sign for the three most frequent weights, two for the next nine, and so on. A token is placed at
 * positions with these signs.
 *
 * @param weight 1–255.
 */
export function signsOf(weight: number): Sign[] {
  let [rank, length] = [byFrequency.indexOf(weight), 1];
  for (; rank >= signCount ** length; length++) rank -= signCount ** length;
  return Array.from({ length }, (_, place) => Math.floor(rank / signCount ** (length - 1 - place)) % signCount);
}

/** Decode the weight of a token from its positions, which ascend. */
export function weightAt(positions: readonly number[]): number {
  const rank = positions.reduce((value, position) => value * signCount + signAt(position), 0);
  const shorter = (signCount ** positions.length - signCount) / (signCount - 1);
  return byFrequency[shorter + rank]!;
}
