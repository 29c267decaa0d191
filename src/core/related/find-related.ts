import { hashNumber } from '../text/hash.ts';
import { fillFromSection, linkSections } from './sections.ts';
import { chooseBest, type RelatedChoice } from './choice.ts';
import { findAllPlaces, indexFeatures } from './inverted-index.ts';
import { forgetEntered, recall, type RelatedMemory, remember } from './memory.ts';
import { clearScores, createScores, type RelatedScores, scoreOthers } from './scores.ts';
import { viewArticles } from './views.ts';
import type { RelatedItem } from './features.ts';

/** Lists of related articles. */
export interface RelatedLists {
  /** For each article, the positions of others, best first. */
  lists: readonly (readonly number[])[];
  /** What the next run can be given. */
  memory: RelatedMemory;
}

/**
 * Find the articles related to each article: those that share rare tags and words with it, the newer preferred. An
 * inverted index is read term by term, rare terms to their end and common ones only near the article in time, so that
 * the work for each article is bounded (the "quit" strategy of Moffat and Zobel 1996, with time as the order of lists). An
 * article enters only lists of articles that are little older.
 *
 * @param items Newest first, those of one moment by slug.
 * @param before What an earlier run remembered, of whatever articles. The lists are the same without it; with it, only
 *   those are made anew that can differ.
 * @param foreknown How many articles the first ones know of, by which rarity is measured; another number gives other lists.
 * @returns Lists of at most `count` others. Where nothing is shared, the nearest in time of the same section follow.
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
    Uint32Array.from(ordered, ({ slug, key }) => hashNumber(`${slug} ${key}`)),
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
