import { weightBits } from './related-features.ts';

/** All features of all articles: those of one kind in a row, in order of time. */
export interface RelatedIndex {
  /** The number of articles. */
  articles: number;
  features: Uint32Array;
  /** Whose feature each is: the rank of an article in order of time, the oldest is 0. */
  owners: Uint32Array;
  /** Where the features begin whose hash begins with the bits of this place. */
  starts: Uint32Array;
}

const hashBits = 32 - weightBits;
const digitBits = hashBits / 2;
const startBits = 18;

/**
 * Invert the features of articles, the oldest first, by a radix sort with two digits (Knuth, TAOCP 3, 5.2.5): it is
 * stable, so that within each kind the order of time stays.
 */
export function indexFeatures(all: readonly Uint32Array[]): RelatedIndex {
  const total = all.reduce((sum, { length }) => sum + length, 0);
  const features = new Uint32Array(total);
  const owners = new Uint32Array(total);
  let filled = 0;
  all.forEach((own, rank) => {
    features.set(own, filled);
    owners.fill(rank, filled, (filled += own.length));
  });
  const sorted = sortByDigit(sortByDigit({ features, owners }, weightBits), weightBits + digitBits);
  return { articles: all.length, ...sorted, starts: findStarts(sorted.features) };
}

/** Find where an article's feature stands in the index. It must be there. */
export function findPlace({ features, owners, starts }: RelatedIndex, feature: number, rank: number): number {
  const bucket = feature >>> (32 - startBits);
  const hash = feature >>> weightBits;
  let [low, high] = [starts[bucket]!, starts[bucket + 1]! - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = features[middle]! >>> weightBits;
    if (found < hash || (found === hash && owners[middle]! < rank)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sortByDigit({ features, owners }: Pick<RelatedIndex, 'features' | 'owners'>, shift: number) {
  const mask = (1 << digitBits) - 1;
  const next = new Uint32Array(mask + 2);
  for (const feature of features) next[((feature >>> shift) & mask) + 1]!++;
  for (let digit = 1; digit <= mask; digit++) next[digit]! += next[digit - 1]!;
  const sorted = { features: new Uint32Array(features.length), owners: new Uint32Array(features.length) };
  for (let index = 0; index < features.length; index++) {
    const feature = features[index]!;
    const place = next[(feature >>> shift) & mask]!++;
    sorted.features[place] = feature;
    sorted.owners[place] = owners[index]!;
  }
  return sorted;
}

function findStarts(features: Uint32Array): Uint32Array {
  const starts = new Uint32Array((1 << startBits) + 1);
  for (const feature of features) starts[(feature >>> (32 - startBits)) + 1]!++;
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  return starts;
}
