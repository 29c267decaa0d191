import { hashNumber } from '../text/hash.ts';
import { foldKey } from '../text/persian.ts';
import { openingOf } from '../words/opening.ts';
import { stopWords } from '../words/stems.ts';
import type { KnownTerm } from '../words/terms.ts';
import { findTerms } from '../words/words.ts';

/** The parts of an article that determine its subject. */
export interface RelatedText {
  title: string;
  kicker?: string | undefined;
  lead: string;
  /** The body as plain text. */
  text: string;
  tags: readonly string[];
}

/** Maximum number of features per article. */
export const featureLimit = 96;

/** Low bits of a feature, for its weight; the others are its hash. */
export const weightBits = 6;

/** The integer that represents a weight of 1. */
export const weightUnit = 128;

/** Weight of a word by where it occurs. */
const placeWeights = { title: 4, kicker: 2, tag: 12, tagWord: 4, lead: 2, text: 1 };

/** Diminishing return of repeated words (as `k1` of BM25, Robertson and Walker 1994). */
const saturation = 16;

/** Number of words in a typical article, and how strongly the words of longer ones are discounted. */
const ordinaryLength = 250;
const lengthShare = 0.5;

/**
 * Extract an article's features, independently of other articles: its tags and stems with the highest weights. The
 * upper bits of each number are a hash of the tag or stem, the lower {@link weightBits} its weight; the array is sorted
 * ascending. The weights form a vector of length 1, so that long articles are not close to everything (Salton and
 * Buckley 1988).
 *
 * @param words Those of the text, where they are known.
 * @example relatedFeatures({ title: 'زلزله در کرمان', lead: '', text: '', tags: [] }).length // 2
 */
export function relatedFeatures(
  { title, kicker = '', lead, text, tags }: RelatedText,
  words: readonly KnownTerm[] = findTerms(text),
): Uint32Array {
  const sums = new Map<string, number>();
  let length = addText(sums, title, placeWeights.title) + addText(sums, kicker, placeWeights.kicker);
  for (const tag of tags) {
    add(sums, `#${foldKey(tag)}`, placeWeights.tag);
    addText(sums, tag, placeWeights.tagWord);
  }
  length += addText(sums, openingOf(lead), placeWeights.lead) + addWords(sums, words, placeWeights.text);
  const damping = saturation * (1 - lengthShare + (lengthShare * length) / ordinaryLength);
  // The sort is stable: of words with equal weights, the first in the article are kept.
  const weightiest = [...sums].toSorted((a, b) => b[1] - a[1]).slice(0, featureLimit);
  return packFeatures(weightiest.map(([name, sum]) => [name, sum / (sum + damping)]));
}

function addText(sums: Map<string, number>, text: string, weight: number): number {
  return addWords(sums, findTerms(text), weight);
}

function addWords(sums: Map<string, number>, words: readonly KnownTerm[], weight: number): number {
  for (const { stem } of words) {
    if (stem.length > 1 && !stopWords.has(stem)) add(sums, stem, weight);
  }
  return words.length;
}

function add(sums: Map<string, number>, name: string, weight: number): void {
  sums.set(name, (sums.get(name) ?? 0) + weight);
}

function packFeatures(weighed: readonly [string, number][]): Uint32Array {
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0));
  const highest = (1 << weightBits) - 1;
  const weights = new Map<number, number>();
  for (const [name, weight] of weighed) {
    const hash = hashName(name);
    const level = Math.min(highest, Math.max(1, Math.round((weightUnit * weight) / length)));
    weights.set(hash, Math.max(level, weights.get(hash) ?? 0));
  }
  return Uint32Array.from(weights, ([hash, level]) => (hash << weightBits) | level).toSorted();
}

function hashName(name: string): number {
  const hash = hashNumber(name);
  return ((hash >>> (32 - weightBits)) ^ hash) & (0xffffffff >>> weightBits);
}

/** Input of {@link findRelated} for one article. */
export interface RelatedItem {
  slug: string;
  /** Its date in milliseconds since 1970-01-01T00:00Z. */
  epoch: number;
  section?: string | undefined;
  /** Its features; see `relatedFeatures`. */
  features: Uint32Array;
  /** Changes whenever any of the above changes. */
  contentKey: string;
}
