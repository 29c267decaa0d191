import { chooseBest } from '../../src/core/related/choice.ts';
import { indexFeatures } from '../../src/core/related/inverted-index.ts';
import type { RelatedItem } from '../../src/core/related/features.ts';
import { clearScores, createScores, scoreOthers } from '../../src/core/related/scores.ts';
import { viewArticles } from '../../src/core/related/views.ts';

/** Find related articles by comparing every pair in all words: the result of `findRelated` without its limits. */
export function scanRelated(items: readonly RelatedItem[], count: number): number[][] {
  const ordered = items.toReversed();
  const all = ordered.map(({ features }) => features);
  const epochs = Float64Array.from(ordered, ({ epoch }) => epoch);
  const index = indexFeatures(all);
  const views = viewArticles(index, epochs, new Uint32Array(items.length), 4096);
  views.seen.forEach((seen, place) => {
    views.seen[place] = seen & 0xffff0000;
  });
  const scores = createScores(index, views, epochs);
  const lists = all.map((own, rank) => {
    scoreOthers(scores, rank, own);
    const { ranks } = chooseBest(scores, all, rank, count);
    clearScores(scores);
    return ranks.map((other) => items.length - 1 - other);
  });
  return lists.toReversed();
}
