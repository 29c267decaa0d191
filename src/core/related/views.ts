import { featureLimit, weightBits } from './features.ts';
import { isFirst, ownerOf, type RelatedIndex } from './inverted-index.ts';

/** What each article knows of the others: how rare its features are, and how far it looks for each of them. */
export interface RelatedViews {
  /** Of each place of the index: what {@link gainOf}, {@link backOf} and {@link aheadOf} read. */
  seen: Uint32Array;
  /** Of each article: the last one, in order of time, that may enter its list. */
  last: Uint32Array;
  /** Of each article: a hash of all the above, of its own places. */
  marks: Uint32Array;
}

/** About how many places of the index an article reads: rare features to their end, others among the nearest in time. */
const readable = 24_576;
/** Where more articles are known, good ones are not so far apart: with four times as many, 0.4 times the places do. */
const fewFrom = 8192;
/** No feature is looked for among fewer. */
const leastNearest = readable / featureLimit / 4;
/** Half powers of two up to what an index can hold. */
const powers = 64;
/** News does not rewrite its archive: an article enters the lists of those at most a month older… */
const aheadTime = 30 * 86_400_000;
/** …or, where little is published, of the last before it. */
const aheadCount = 200;
/** A step without limit. */
const everything = 0;
const minute = 60_000;

/**
 * See all articles, in order of time, as each of them sees the others. Rarity (Spärck Jones 1972) is measured among the
 * articles up to its own day and rounded to half powers of two, and so are limits of time, so that a new article
 * hardly ever changes what older ones see.
 *
 * @param epochs Milliseconds, ascending.
 * @param keys A number for each article that changes with it.
 * @param foreknown The first articles of a site know as many as this, or half of them where there are fewer than twice as many.
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
    if (end - start > leastNearest) limitRun(index, views, epochs, nearest, start, end);
    const hash = features[start]! >>> weightBits;
    for (let place = start; place < end; place++) {
      views.marks[ownerOf(postings[place]!)]! += mix(views.seen[place]! ^ Math.imul(hash, 0x9e3779b1));
    }
  });
  return views;
}

/** The rarity of the feature when the article appeared, squared. */
export function gainOf(seen: number): number {
  return seen >>> 16;
}

/** The step that says how far back an article looks for the feature; see {@link limitOf}. */
export function backOf(seen: number): number {
  return (seen >>> 8) & 255;
}

/** The step that says how far ahead. */
export function aheadOf(seen: number): number {
  return seen & 255;
}

/** The time within which a feature is looked for. */
export function limitOf(step: number): number {
  return step === everything ? Infinity : step === 1 ? 0 : 2 ** ((step - 2) / 2) * minute;
}

/** Visit the places of each feature. */
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

/** For each article, how many of the nearest it reads for each feature, so that all of them share what it can read. */
function shareReading(counts: Uint8Array): Float64Array {
  return Float64Array.from({ length: counts.length / powers }, (_, rank) => {
    const own = counts.subarray(rank * powers, (rank + 1) * powers);
    const budget = readable * Math.min(1, 2 ** ((halfPower(fewFrom) - halfPower(rank + 1)) / 3));
    let rest = own.reduce((sum, count) => sum + count, 0);
    let read = 0;
    for (let power = 0; rest > 0; power++) {
      // All that are left are read so far.
      if (read + rest * 2 ** (power / 2) > budget) return Math.max(leastNearest, Math.floor(2 ** ((power - 1) / 2)));
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
    // A limit that is another article moves when articles between are added or deleted.
    if (counted > within && counted < epochs.length) marks[rank] = keys[counted]!;
  });
  return { last, marks };
}

/** The step of the longest time that is no longer. */
function stepBelow(time: number): number {
  const minutes = Math.floor(time / minute);
  return minutes < 1 ? 1 : 2 + halfPower(minutes);
}

/** How many times the square root of two can be multiplied without exceeding a whole number. */
function halfPower(value: number): number {
  const power = 31 - Math.clz32(value);
  return 2 * power + (value >= roots[power]! ? 1 : 0);
}

const roots = Float64Array.from({ length: 32 }, (_, power) => 2 ** (power + 0.5));

/** The finalizer of MurmurHash3: sums of what it gives do not cancel each other out. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
