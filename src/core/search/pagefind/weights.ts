/** Weights in the order of their frequency in 3,900 real articles: one, two and four words of a body, two in a tag … */
const common = [2, 4, 8, 6, 10, 20, 12, 1, 14, 22, 30, 16, 28, 32, 18, 24, 34, 3, 36, 40, 26, 38];
const highestWeight = 255;
const byRepeats = [
  ...common,
  ...Array.from({ length: highestWeight }, (_, index) => index + 1).filter((weight) => !common.includes(weight)),
];

/**
 * Number of times to repeat a token in a record, so that Pagefind returns its weight. Frequent weights take few
 * repetitions: 2.8 on average, where repeating a token by its weight would take 5.1.
 *
 * @param weight 1–255.
 */
export function repeatsOf(weight: number): number {
  return byRepeats.indexOf(weight) + 1;
}

/** Weight of a token that Pagefind has found so many times. */
export function weightOf(repeats: number): number {
  return byRepeats[repeats - 1]!;
}
