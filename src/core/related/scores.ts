import { findPlace, isFirst, ownerOf, type RelatedIndex, type RelatedPlaces, weightOf } from './inverted-index.ts';
import { aheadOf, backOf, gainOf, limitOf, type RelatedViews } from './views.ts';

/** State of scoring: the articles in chronological order, and buffers for the scores of one article. */
export interface RelatedScores {
  index: RelatedIndex;
  views: RelatedViews;
  /** Set if all articles are scored. */
  places?: RelatedPlaces | undefined;
  epochs: Float64Array;
  /** Score of each article before freshness is applied; all zero between uses. */
  sums: Int32Array;
  /** The first `touched` entries are the articles with a nonzero sum. */
  ranks: Uint32Array;
  touched: number;
}

/** Days after which an older article weighs half, and the minimum of that factor. */
const halfLife = 730;
const minFreshness = 0.5;

/** Create the buffers for scoring. */
export function createScores(index: RelatedIndex, views: RelatedViews, epochs: Float64Array): RelatedScores {
  const { articles } = index;
  const room = { sums: new Int32Array(articles), ranks: new Uint32Array(articles + 1), touched: 0 };
  return { index, views, epochs, ...room };
}

/** Sum up what an article shares with those that may enter its list. */
export function scoreOthers(scores: RelatedScores, rank: number, own: Uint32Array): void {
  const { index, views, epochs, places } = scores;
  own.forEach((feature, number) => {
    const place = places ? places.places[places.offsets[rank]! + number]! : findPlace(index, feature, rank);
    const gain = weightOf(feature) * gainOf(views.seen[place]!);
    const first = firstAfter(epochs, epochs[rank]! - limitOf(backOf(views.seen[place]!)), rank);
    readBack(scores, place, gain, first);
    const last = lastWithin(scores, rank, place);
    readAhead(scores, place, gain, last);
  });
}

/** Sum up what an article shares with each article whose list it may enter, from that article's view. */
export function scoreForOthers(scores: RelatedScores, rank: number, own: Uint32Array): void {
  const { index, views } = scores;
  const { postings } = index;
  for (const feature of own) {
    const weight = weightOf(feature);
    const place = findPlace(index, feature, rank);
    for (let near = place; !isFirst(postings[near]!);) {
      const owner = ownerOf(postings[--near]!);
      if (views.last[owner]! < rank) break;
      if (looksFor(scores, near, rank))
        addSum(scores, owner, weight * weightOf(postings[near]!) * gainOf(views.seen[near]!));
    }
    for (let near = place + 1; near < postings.length && !isFirst(postings[near]!); near++) {
      const owner = ownerOf(postings[near]!);
      if (looksFor(scores, near, rank))
        addSum(scores, owner, weight * weightOf(postings[near]!) * gainOf(views.seen[near]!));
    }
  }
}

/** Apply freshness to a sum: of two articles that share as much, the newer scores higher. */
export function refresh(sum: number, epochs: Float64Array, rank: number, other: number): number {
  const days = (epochs[rank]! - epochs[other]!) / 86_400_000;
  return days <= 0 ? sum : sum * Math.max(minFreshness, 2 ** (-days / halfLife));
}

/** Reset the sums of one article. */
export function clearScores(scores: RelatedScores): void {
  for (let index = 0; index < scores.touched; index++) scores.sums[scores.ranks[index]!] = 0;
  scores.touched = 0;
}

/** Add a gain to the articles with the same feature before a position, down to the article `first`. */
function readBack(scores: RelatedScores, place: number, gain: number, first: number): void {
  const { sums, ranks } = scores;
  const { postings } = scores.index;
  let { touched } = scores;
  for (let near = place; !isFirst(postings[near]!);) {
    const posting = postings[--near]!;
    const owner = ownerOf(posting);
    if (owner < first) break;
    const sum = sums[owner]!;
    // Counts a zero sum without a branch: it would be unpredictable and take half of the time.
    ranks[touched] = owner;
    touched += (sum - 1) >>> 31;
    sums[owner] = sum + gain * weightOf(posting);
  }
  scores.touched = touched;
}

/** Add a gain to the articles with the same feature after a position, up to the article `last`. */
function readAhead(scores: RelatedScores, place: number, gain: number, last: number): void {
  const { postings } = scores.index;
  for (let near = place + 1; near < postings.length && !isFirst(postings[near]!); near++) {
    const posting = postings[near]!;
    const owner = ownerOf(posting);
    if (owner > last) break;
    addSum(scores, owner, gain * weightOf(posting));
  }
}

function addSum(scores: RelatedScores, rank: number, gain: number): void {
  if (scores.sums[rank] === 0) scores.ranks[scores.touched++] = rank;
  scores.sums[rank]! += gain;
}

/** Return whether the article `rank` is within the range in which the owner of a position looks. */
function looksFor({ index, views, epochs }: RelatedScores, place: number, rank: number): boolean {
  const owner = ownerOf(index.postings[place]!);
  const time = epochs[rank]! - epochs[owner]!;
  return rank < owner
    ? -time < limitOf(backOf(views.seen[place]!))
    : rank <= views.last[owner]! && time < limitOf(aheadOf(views.seen[place]!));
}

function lastWithin({ views, epochs }: RelatedScores, rank: number, place: number): number {
  const last = views.last[rank]!;
  const step = aheadOf(views.seen[place]!);
  return step === 0 ? last : Math.min(last, firstFrom(epochs, epochs[rank]! + limitOf(step)) - 1);
}

/** Rank of the first article newer than `moment`, among those before `rank`. */
function firstAfter(epochs: Float64Array, moment: number, rank: number): number {
  if (moment === -Infinity) return 0;
  let [low, high] = [0, rank];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (epochs[middle]! > moment) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Rank of the first article that is not older than `moment`. */
function firstFrom(epochs: Float64Array, moment: number): number {
  let [low, high] = [0, epochs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (epochs[middle]! >= moment) high = middle;
    else low = middle + 1;
  }
  return low;
}
