import type { RelatedItem } from './features.ts';
import type { RelatedChoice } from './choice.ts';
import { clearScores, refresh, type RelatedScores, scoreForOthers } from './scores.ts';

/** What a run remembers of its articles, in order of time. It can be written as JSON. */
export interface RelatedMemory {
  /** What made it: another number or count makes it useless. */
  version: number;
  count: number;
  slugs: readonly string[];
  keys: readonly string[];
  /** What each article saw of the others; see `RelatedViews`. */
  marks: readonly number[];
  /** The score that another article must reach to enter the list. */
  floors: readonly number[];
  /** Places in `slugs`. */
  lists: readonly (readonly number[])[];
}

/** What is known of the articles of a run, in order of time. */
export interface Recalled {
  /** Undefined for an article that is new or changed, or whose list names one that is, or saw the others otherwise. */
  choices: readonly (RelatedChoice | undefined)[];
  /** The new and changed articles. */
  changed: readonly number[];
}

/** To be counted up whenever the same articles would get other lists. */
const version = 1;
/** Where more than this part of the articles is new, all lists are made anew. */
const manyChanged = 0.02;

/** Remember a run. */
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

/** Recall what an earlier run knew of these articles. */
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

/** Forget the lists that a new or changed article may enter, and those that were filled up. */
export function forgetEntered(
  scores: RelatedScores,
  all: readonly Uint32Array[],
  { choices, changed }: Recalled,
): (RelatedChoice | undefined)[] {
  if (changed.length > all.length * manyChanged) return [];
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
