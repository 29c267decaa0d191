import type { Article } from './article.ts';
import { foldKey, foldText } from './persian.ts';

/** How many earlier and later articles that share a feature are looked at. Bounds the work for each article. */
const reach = 120;
/** How many later articles may still enter an article's list: news does not rewrite its archive. */
const laterReach = 500;
/** Features that more than this part of all articles have say nothing. */
const commonShare = 0.1;
/** Days after which an earlier article weighs half. */
const halfLife = 730;

const weights = { tag: 3, title: 2, lead: 1 };

/**
 * Find the articles related to each article: those that share rare tags and rare words of title and lead with it,
 * weighted by rarity (inverse document frequency, Spärck Jones 1972), the newer preferred. An inverted index whose
 * lists are read only near the article keeps the work linear in the number of articles.
 *
 * @param articles Newest first.
 * @returns For each article, the positions of at most `count` others, best first. Articles with nothing in common
 *   with any other get the ones of their section nearest in time.
 */
export function findRelated(articles: readonly Article[], count: number): number[][] {
  const features = articles.map(featuresOf);
  const index = invert(features);
  const scores = new Float64Array(articles.length);
  return articles.map((article, position) => {
    const touched = scoreNeighbours(features[position]!, index, position, scores, articles.length);
    for (const other of touched) scores[other]! *= freshness(article, articles[other]!);
    const best = takeBest(touched, scores, count);
    for (const other of touched) scores[other] = 0;
    return fill(best, articles, position, count);
  });
}

type Features = ReadonlyMap<string, number>;

/** What an article is about: folded tags and words, each with the weight of the place where it stands. */
function featuresOf(article: Article): Features {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    features.set(feature, Math.max(weight, features.get(feature) ?? 0));
  };
  for (const tag of article.tags) add(`#${foldKey(tag)}`, weights.tag);
  for (const word of wordsOf(article.title)) add(word, weights.title);
  for (const word of wordsOf(article.lead)) add(word, weights.lead);
  return features;
}

/** Split text into folded words without the endings of the plural, so that «همکاری‌ها» meets «همکاری». */
function wordsOf(text: string): string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.replace(/(?<=.{3})(?:ها|های|هایی)$/u, ''))
    .filter((word) => word.length > 1);
}

function invert(features: readonly Features[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  features.forEach((own, position) => {
    for (const feature of own.keys()) {
      const positions = index.get(feature);
      if (positions) positions.push(position);
      else index.set(feature, [position]);
    }
  });
  return index;
}

function scoreNeighbours(
  features: Features,
  index: ReadonlyMap<string, readonly number[]>,
  position: number,
  scores: Float64Array,
  total: number,
): number[] {
  const touched: number[] = [];
  const tooCommon = Math.max(20, total * commonShare);
  for (const [feature, weight] of features) {
    const positions = index.get(feature)!;
    if (positions.length < 2 || positions.length > tooCommon) continue;
    const gain = weight * Math.log2(1 + total / positions.length);
    const own = indexOfSorted(positions, position);
    const from = Math.max(0, own - reach);
    const to = Math.min(positions.length, own + reach + 1);
    for (let near = from; near < to; near++) {
      const other = positions[near]!;
      if (other === position || position - other > laterReach) continue;
      if (scores[other] === 0) touched.push(other);
      scores[other]! += gain;
    }
  }
  return touched;
}

/** Take the `count` positions with the highest scores, best first; of equal ones, the newer. */
function takeBest(positions: readonly number[], scores: Float64Array, count: number): number[] {
  const isBetter = (a: number, b: number): boolean => scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
  const best: number[] = [];
  for (const position of positions) {
    if (best.length === count && !isBetter(position, best.at(-1)!)) continue;
    const place = best.findIndex((other) => isBetter(position, other));
    best.splice(place === -1 ? best.length : place, 0, position);
    if (best.length > count) best.pop();
  }
  return best;
}

function freshness(article: Article, other: Article): number {
  const days = Math.max(0, article.date.epoch - other.date.epoch) / 86_400_000;
  return Math.max(0.25, 0.5 ** (days / halfLife));
}

/** Fill a short list with the nearest articles of the same section, earlier ones before later ones. */
function fill(best: readonly number[], articles: readonly Article[], position: number, count: number): number[] {
  const list = [...best];
  const { section } = articles[position]!;
  const near = [...range(position + 1, position + reach), ...range(position - 1, position - reach)];
  for (const other of near) {
    if (list.length >= count) break;
    if (articles[other]?.section === section && articles[other] && !list.includes(other)) list.push(other);
  }
  return list;
}

function range(from: number, to: number): number[] {
  const step = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => from + index * step);
}

/** Find a value in an ascending list that holds it (binary search). */
function indexOfSorted(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
