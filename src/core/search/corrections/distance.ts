const likenesses: readonly (readonly [cost: number, letters: string])[] = [
  // Of one sound.
  ...['سصث', 'زذضظ', 'تط', 'هح', 'قغ', 'اع', 'یع'].map((letters): [number, string] => [0.5, letters]),
  // Letters of one shape, except for dots and strokes.
  ...['گک', 'پب', 'چج', 'ژز'].map((letters): [number, string] => [0.6, letters]),
];
const exchanges = new Map(
  likenesses.flatMap(([cost, letters]) => [...letters].flatMap((a) => [...letters].map((b) => [a + b, cost] as const))),
);
/** A letter that is written twice, or once instead. */
const doubling = 0.5;

/**
 * Distance of two folded words: the number of letters inserted, deleted, substituted or transposed (Damerau 1964);
 * letters with the same sound or shape, and doubled ones, count about half.
 *
 * @param limit The result is above it if the distance is; then the exact number is not computed.
 * @example distanceOf('طهران', 'تهران', 2) // 0.5
 */
export function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const [mine, other] = [a[row - 1]!, b[column - 1]!];
      const exchange = mine === other ? 0 : (exchanges.get(mine + other) ?? 1);
      let cost = Math.min(
        last[column]! + (mine === a[row - 2] ? doubling : 1),
        next[column - 1]! + (other === b[column - 2] ? doubling : 1),
        last[column - 1]! + exchange,
      );
      if (mine === b[column - 2] && other === a[row - 2]) cost = Math.min(cost, before[column - 2]! + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return last[b.length]!;
}

/**
 * Key of a folded word's sound: words with the same key are pronounced alike, judging by their letters.
 *
 * @example soundOf('طهران') === soundOf('تهران') // true
 */
export function soundOf(letters: string): string {
  return letters
    .replace(/(?<=[اوی])[عا]ی/g, 'یی')
    .replace(/[صثذضظطحغع]/g, (letter) => plainSounds[letter]!)
    .replace(/(.)\1/g, '$1');
}

const plainSounds: Readonly<Record<string, string>> = {
  ص: 'س',
  ث: 'س',
  ذ: 'ز',
  ض: 'ز',
  ظ: 'ز',
  ط: 'ت',
  ح: 'ه',
  غ: 'ق',
  ع: 'ا',
};
