import { weightBits } from './features.ts';

/** All features of all articles, grouped by feature, each group in chronological order. */
export interface RelatedIndex {
  /** Number of articles. */
  articles: number;
  features: Uint32Array;
  /** Article and weight of each feature; read with {@link ownerOf}, {@link weightOf} and {@link isFirst}. */
  postings: Uint32Array;
  /** For each value of a hash's leading bits, the index of the first feature that has them. */
  starts: Uint32Array;
}

interface Pairs {
  features: Uint32Array;
  owners: Uint32Array;
}

const digitBits = 9;
const startBits = 18;
const weightMask = (1 << weightBits) - 1;
const firstBit = 0x80000000;
const ownerMask = (firstBit >>> weightBits) - 1;

/**
 * Invert the features of articles, oldest article first, by a radix sort (Knuth, TAOCP 3, 5.2.5). The sort is stable,
 * so each group stays in chronological order.
 */
export function indexFeatures(all: readonly Uint32Array[]): RelatedIndex {
  let [from, to] = [gatherFeatures(all), makePairs(all.reduce((sum, { length }) => sum + length, 0))];
  for (let shift = weightBits; shift < 32; shift += digitBits) {
    distribute(from, to, shift);
    [from, to] = [to, from];
  }
  const { features, owners } = from;
  return { articles: all.length, features, postings: packPostings(features, owners), starts: findStarts(features) };
}

/** Rank of the article in chronological order; the oldest is 0. */
export function ownerOf(posting: number): number {
  return (posting >>> weightBits) & ownerMask;
}

/** Weight of the feature in the article. */
export function weightOf(posting: number): number {
  return posting & weightMask;
}

/** Return whether a posting is the first of its feature. */
export function isFirst(posting: number): boolean {
  return posting >= firstBit;
}

/** Find the index of an article's feature, which must be present. */
export function findPlace({ features, postings, starts }: RelatedIndex, feature: number, rank: number): number {
  const bucket = feature >>> (32 - startBits);
  const hash = feature >>> weightBits;
  let low = starts[bucket]!;
  let high = starts[bucket + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = features[middle]! >>> weightBits;
    if (found < hash || (found === hash && ownerOf(postings[middle]!) < rank)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Positions of all articles' features in the index, article by article. */
export interface RelatedPlaces {
  places: Uint32Array;
  /** Where each article begins in `places`. */
  offsets: Uint32Array;
}

/** Find the positions of all articles at once; a single lookup takes several scattered reads. */
export function findAllPlaces({ postings }: RelatedIndex, all: readonly Uint32Array[]): RelatedPlaces {
  const offsets = new Uint32Array(all.length);
  for (let rank = 1; rank < all.length; rank++) offsets[rank] = offsets[rank - 1]! + all[rank - 1]!.length;
  const places = new Uint32Array(postings.length);
  const next = offsets.slice();
  // The features of an article are sorted, as are those of the index.
  for (let place = 0; place < postings.length; place++) places[next[ownerOf(postings[place]!)]!++] = place;
  return { places, offsets };
}

function makePairs(length: number): Pairs {
  return { features: new Uint32Array(length), owners: new Uint32Array(length) };
}

function gatherFeatures(all: readonly Uint32Array[]): Pairs {
  const pairs = makePairs(all.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  all.forEach((own, rank) => {
    pairs.features.set(own, filled);
    pairs.owners.fill(rank, filled, (filled += own.length));
  });
  return pairs;
}

/** One pass of the sort, over the digit that starts at bit `shift`. */
function distribute(from: Pairs, to: Pairs, shift: number): void {
  const mask = (1 << digitBits) - 1;
  const next = new Uint32Array(mask + 2);
  for (const feature of from.features) next[((feature >>> shift) & mask) + 1]!++;
  for (let digit = 1; digit <= mask; digit++) next[digit]! += next[digit - 1]!;
  const { features, owners } = to;
  for (let index = 0; index < features.length; index++) {
    const feature = from.features[index]!;
    const place = next[(feature >>> shift) & mask]!++;
    features[place] = feature;
    owners[place] = from.owners[index]!;
  }
}

function packPostings(features: Uint32Array, owners: Uint32Array): Uint32Array {
  const postings = owners;
  let last = -1;
  for (let place = 0; place < features.length; place++) {
    const feature = features[place]!;
    const hash = feature >>> weightBits;
    postings[place] = (hash === last ? 0 : firstBit) | (owners[place]! << weightBits) | (feature & weightMask);
    last = hash;
  }
  return postings;
}

function findStarts(features: Uint32Array): Uint32Array {
  const starts = new Uint32Array((1 << startBits) + 1);
  for (const feature of features) starts[(feature >>> (32 - startBits)) + 1]!++;
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket]! += starts[bucket - 1]!;
  return starts;
}
