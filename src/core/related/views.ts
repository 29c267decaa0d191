import { featureLimit, weightBits } from './features.ts';
import { isFirst, ownerOf, type RelatedIndex } from './inverted-index.ts';

/** Each article's view of the others: how rare its features are, and how far it looks for each of them. */
export interface RelatedViews {
  /** For each position of the index, a packed value read by {@link gainOf}, {@link backOf} and {@link aheadOf}. */
  seen: Uint32Array;
  /** For each article, the last one in chronological order that may enter its list. */
  last: Uint32Array;
  /** For each article, a hash of all that its view consists of. */
  marks: Uint32Array;
}

/** Approximate number of index positions read per article: rare features in full, others near the article in time. */
const readBudget = 24_576;
/**
 * From this number of articles on, good matches are closer: for four times as many, 0.4 times the positions suffice.
 */
const reducedFrom = 8192;
/** Minimum number of positions read per feature. */
const minNearest = readBudget / featureLimit / 4;
/** Half powers of two, up to the capacity of the index. */
const powers = 64;
/** News does not rewrite its archive: an article enters the lists of those at most a month older… */
const aheadTime = 30 * 86_400_000;
/** …or, where little is published, of the last ones before it. */
const aheadCount = 200;
/** The step for no limit. */
const everything = 0;
const minute = 60_000;

/**
 * Compute each article's view of the others. Rarity (Spärck Jones 1972) is measured among the articles up to its own
 * day and rounded to half powers of two, as are time limits, so that a new article hardly ever changes the view of
 * older ones.
 *
 * @param epochs Milliseconds since 1970-01-01T00:00Z, ascending.
 * @param keys For each article, a number that changes with its content.
 * @param foreknown The first articles of a site are measured against this many, or, on smaller sites, against the
 *   largest power of two that does not exceed the number of articles.
 */
export function viewArticles(
  index: RelatedIndex,
  epochs: Float64Array,
  keys: Uint32Array,
  foreknown: number,
): RelatedViews {
  const { features, postings } = index;
  const views: RelatedViews = {
    seen: new Uint32Array(features.length),
    ...findLast(epochs, keys),
  };
  const counts = new Uint8Array(index.articles * powers);
  eachRun(postings, (start, end) => weighRun(index, views, counts, foreknown, start, end));
  const nearest = shareReading(counts);
  eachRun(postings, (start, end) => {
    if (end - start > minNearest) limitRun(index, views, epochs, nearest, start, end);
    const hash = features[start]! >>> weightBits;
    for (let place = start; place < end; place++) {
      views.marks[ownerOf(postings[place]!)]! += mix(views.seen[place]! ^ Math.imul(hash, 0x9e3779b1));
    }
  });
  return views;
}

/** Squared rarity of the feature when the article was published. */
export function gainOf(seen: number): number {
  return seen >>> 16;
}

/** Step of the limit for older articles; see {@link limitOf}. */
export function backOf(seen: number): number {
  return (seen >>> 8) & 255;
}

/** Step of the limit for newer articles. */
export function aheadOf(seen: number): number {
  return seen & 255;
}

/** Time within which a feature is looked for, in milliseconds. */
export function limitOf(step: number): number {
  return step === everything ? Infinity : step === 1 ? 0 : 2 ** ((step - 2) / 2) * minute;
}

/** Call `visit` with the range of each feature's positions. */
function eachRun(postings: Uint32Array, visit: (start: number, end: number) => void): void {
  for (let start = 0, end = 1; start < postings.length; start = end++) {
    while (end < postings.length && !isFirst(postings[end]!)) end++;
    visit(start, end);
  }
}

function weighRun(
  { articles, postings }: RelatedIndex,
  { seen }: RelatedViews,
  counts: Uint8Array,
  foreknown: number,
  start: number,
  end: number,
): void {
  const first = Math.min(foreknown, 2 ** Math.floor(Math.log2(articles)));
  let known = 0;
  while (start + known < end && ownerOf(postings[start + known]!) < first) known++;
  for (let place = start; place < end; place++) {
    const owner = ownerOf(postings[place]!);
    const count = halfPower(Math.max(known, place - start + 1));
    const rarity = halfPower(Math.max(first, owner + 1)) - count + 1;
    seen[place] = (rarity * rarity) << 16;
    counts[owner * powers + count]!++;
  }
}

/** For each article, the number of nearest positions to read per feature, sharing its budget equally. */
function shareReading(counts: Uint8Array): Float64Array {
  return Float64Array.from({ length: counts.length / powers }, (_, rank) => {
    const own = counts.subarray(rank * powers, (rank + 1) * powers);
    const budget = readBudget * Math.min(1, 2 ** ((halfPower(reducedFrom) - halfPower(rank + 1)) / 3));
    let rest = own.reduce((sum, count) => sum + count, 0);
    let read = 0;
    for (let power = 0; rest > 0; power++) {
      // All remaining features are read up to this power.
      if (read + rest * 2 ** (power / 2) > budget) return Math.max(minNearest, Math.floor(2 ** ((power - 1) / 2)));
      read += own[power]! * 2 ** (power / 2);
      rest -= own[power]!;
    }
    return Infinity;
  });
}

function limitRun(
  { postings }: RelatedIndex,
  { seen }: RelatedViews,
  epochs: Float64Array,
  nearest: Float64Array,
  start: number,
  end: number,
): void {
  const between = (older: number, newer: number): number =>
    epochs[ownerOf(postings[newer]!)]! - epochs[ownerOf(postings[older]!)]!;
  for (let place = start; place < end; place++) {
    const count = nearest[ownerOf(postings[place]!)]!;
    const [before, after] = [place - count - 1, place + count + 1];
    if (before >= start) seen[place]! |= stepBelow(between(before, place)) << 8;
    if (after < end) seen[place]! |= stepBelow(between(place, after));
  }
}

function findLast(epochs: Float64Array, keys: Uint32Array): Pick<RelatedViews, 'last' | 'marks'> {
  const last = new Uint32Array(epochs.length);
  const marks = new Uint32Array(epochs.length);
  let within = 0;
  epochs.forEach((epoch, rank) => {
    while (within + 1 < epochs.length && epochs[within + 1]! <= epoch + aheadTime) within++;
    const counted = rank + aheadCount;
    last[rank] = Math.max(within, Math.min(counted, epochs.length - 1));
    // A limit given by another article moves when articles in between are added or deleted.
    if (counted > within && counted < epochs.length) marks[rank] = keys[counted]!;
  });
  return { last, marks };
}

/** The step of the longest limit that does not exceed `time`. */
function stepBelow(time: number): number {
  const minutes = Math.floor(time / minute);
  return minutes < 1 ? 1 : 2 + halfPower(minutes);
}

/** How often the square root of two can be multiplied without exceeding an integer. */
function halfPower(value: number): number {
  const power = 31 - Math.clz32(value);
  return 2 * power + (value >= roots[power]! ? 1 : 0);
}

const roots = Float64Array.from({ length: 32 }, (_, power) => 2 ** (power + 0.5));

/** The finalizer of MurmurHash3: sums of its results do not cancel out. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
