import type { RelatedItem } from './features.ts';
import type { RelatedChoice } from './choice.ts';
import { clearScores, refresh, type RelatedScores, scoreForOthers } from './scores.ts';

/** The state of a run, articles in chronological order. Serialisable as JSON. */
export interface RelatedMemory {
  /** Version and list length of the run; it is discarded if either differs. */
  version: number;
  count: number;
  slugs: readonly string[];
  keys: readonly string[];
  /** What each article's list depended on; see `RelatedViews`. */
  marks: readonly number[];
  /** The score that another article must reach to enter the list. */
  floors: readonly number[];
  /** Indices into `slugs`. */
  lists: readonly (readonly number[])[];
}

/** What an earlier run provides for the current articles, in chronological order. */
export interface Recalled {
  /**
   * `undefined` for articles that are new or changed, whose list contains such an article, or whose view of the others
   * changed.
   */
  choices: readonly (RelatedChoice | undefined)[];
  /** Ranks of the new and changed articles. */
  changed: readonly number[];
}

/** Increment whenever the same articles would get different lists. */
const version = 1;
/** If more than this fraction of articles changed, all lists are recomputed. */
const maxChangedShare = 0.02;

/** Create the memory of a run. */
export function remember(
  items: readonly RelatedItem[],
  count: number,
  choices: readonly RelatedChoice[],
  marks: Uint32Array,
): RelatedMemory {
  return {
    version,
    count,
    slugs: items.map(({ slug }) => slug),
    keys: items.map(({ contentKey }) => contentKey),
    marks: [...marks],
    floors: choices.map(({ floor }) => floor),
    lists: choices.map(({ ranks }) => ranks),
  };
}

/** Look up what an earlier run provides for these articles. */
export function recall(
  items: readonly RelatedItem[],
  count: number,
  marks: Uint32Array,
  before: RelatedMemory | undefined,
): Recalled {
  if (before?.version !== version || before.count !== count)
    return { choices: [], changed: items.map((_, rank) => rank) };
  const places = new Map(before.slugs.map((slug, place) => [slug, place]));
  const ranks = new Int32Array(before.slugs.length).fill(-1);
  const changed: number[] = [];
  const known = items.map(({ slug, contentKey }, rank) => {
    const place = places.get(slug);
    if (place === undefined || before.keys[place] !== contentKey) changed.push(rank);
    else ranks[place] = rank;
    return place;
  });
  const choices = known.map((place, rank) => {
    if (place === undefined || ranks[place] === -1 || before.marks[place] !== marks[rank]) return undefined;
    const list = before.lists[place]!.map((other) => ranks[other]!);
    return list.includes(-1) ? undefined : { ranks: list, floor: before.floors[place]! };
  });
  return { choices, changed };
}

/** Discard the lists that a new or changed article may enter, and those that were completed from the section. */
export function forgetEntered(
  scores: RelatedScores,
  all: readonly Uint32Array[],
  { choices, changed }: Recalled,
): (RelatedChoice | undefined)[] {
  if (changed.length > all.length * maxChangedShare) return [];
  const kept = choices.map((choice) => (choice?.floor === 0 ? undefined : choice));
  for (const rank of changed) {
    scoreForOthers(scores, rank, all[rank]!);
    for (let index = 0; index < scores.touched; index++) {
      const other = scores.ranks[index]!;
      const floor = kept[other]?.floor ?? Infinity;
      if (refresh(scores.sums[other]!, scores.epochs, other, rank) >= floor) kept[other] = undefined;
    }
    clearScores(scores);
  }
  return kept;
}
