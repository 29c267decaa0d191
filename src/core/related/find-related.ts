import { hashNumber } from '../text/hash.ts';
import { fillFromSection, linkSections } from './sections.ts';
import { chooseBest, type RelatedChoice } from './choice.ts';
import { findAllPlaces, indexFeatures } from './inverted-index.ts';
import { forgetEntered, recall, type RelatedMemory, remember } from './memory.ts';
import { clearScores, createScores, type RelatedScores, scoreOthers } from './scores.ts';
import { viewArticles } from './views.ts';
import type { RelatedItem } from './features.ts';

/** The result of {@link findRelated}. */
export interface RelatedLists {
  /** For each article, the indices of related ones, best first. */
  lists: readonly (readonly number[])[];
  /** Input for the next run. */
  memory: RelatedMemory;
}

/**
 * Find the related articles of each article: those that share rare tags and words with it, newer ones preferred. An
 * inverted index is read term by term, rare terms in full and common ones only near the article in time, so that the
 * work per article is bounded (the "quit" strategy of Moffat and Zobel 1996, with lists in chronological order). An
 * article enters only the lists of articles that are slightly older.
 *
 * @param items Articles, newest first, as on the site.
 * @param before Memory of an earlier run over any articles. It does not change the result; with it, only the lists
 *   that may differ are recomputed.
 * @param foreknown Number of articles against which the rarity of the first ones is measured. Part of the result.
 * @returns Lists of at most `count` others, completed with the nearest in time of the same section.
 */
export function findRelated(
  items: readonly RelatedItem[],
  count: number,
  before?: RelatedMemory,
  foreknown = 4096,
): RelatedLists {
  const ordered = items.toReversed();
  const all = ordered.map(({ features }) => features);
  const epochs = Float64Array.from(ordered, ({ epoch }) => epoch);
  const index = indexFeatures(all);
  const views = viewArticles(
    index,
    epochs,
    Uint32Array.from(ordered, ({ slug, contentKey }) => hashNumber(`${slug} ${contentKey}`)),
    foreknown,
  );
  const scores = createScores(index, views, epochs);
  if (!before) scores.places = findAllPlaces(index, all);
  const known = forgetEntered(scores, all, recall(ordered, count, views.marks, before));
  const sections = linkSections(ordered);
  const choices = ordered.map((_, rank): RelatedChoice => {
    const choice = known[rank] ?? choose(scores, all, rank, count);
    return choice.ranks.length < count ? fillFromSection(choice, sections, rank, views.last[rank]!, count) : choice;
  });
  const toPosition = (rank: number): number => items.length - 1 - rank;
  const lists = choices.map(({ ranks }) => ranks.map(toPosition)).toReversed();
  return { lists, memory: remember(ordered, count, choices, views.marks) };
}

function choose(scores: RelatedScores, all: readonly Uint32Array[], rank: number, count: number): RelatedChoice {
  scoreOthers(scores, rank, all[rank]!);
  const choice = chooseBest(scores, all, rank, count);
  clearScores(scores);
  return choice;
}
