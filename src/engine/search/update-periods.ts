import { searchFields } from '../../core/search/article.ts';
import { type KnownPeriod, patchPeriod } from '../../core/search/sharded/index-period.ts';
import type { SearchPeriod } from '../../core/search/sharded/periods.ts';
import type { SiteArticle } from '../../core/site/site.ts';
import { mapConcurrently } from '../base/concurrently.ts';
import { createIndexer, type PeriodIndexer } from './indexer.ts';
import { loadChunks, loadFacts, loadNames, type PeriodFacts, savePeriod, type SearchMemory } from './memory.ts';

/** The articles of a site, oldest first. */
export interface DatedArticles {
  articles: readonly SiteArticle[];
  /** Fingerprint of each article. */
  keys: readonly string[];
}

/**
 * Bring cached periods up to date: an unchanged period costs nothing, one with few changes is patched, one that
 * replaces others is merged from these, and the rest is indexed from scratch.
 */
export async function updatePeriods(
  periods: readonly SearchPeriod[],
  dated: DatedArticles,
  memory: SearchMemory,
): Promise<PeriodFacts[]> {
  const indexer = createIndexer();
  const update = createUpdater(
    dated,
    memory,
    periods.map(({ name }) => name),
    indexer,
  );
  // Largest first, so that no thread finishes with it alone.
  const largestFirst = periods.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const facts = await mapConcurrently(largestFirst, indexer.limit, update);
  const byPeriod = new Map(largestFirst.map((period, index) => [period, facts[index]!]));
  return periods.map((period) => byPeriod.get(period)!);
}

function createUpdater(
  { articles, keys }: DatedArticles,
  memory: SearchMemory,
  names: readonly string[],
  indexer: PeriodIndexer,
): (period: SearchPeriod) => Promise<PeriodFacts> {
  let vanished: KnownFacts[] | undefined;
  const recall = (name: string): KnownFacts[] => {
    const facts = loadFacts(memory, name);
    return facts ? [{ name, facts }] : [];
  };
  return async ({ name, start, end, isNewest }) => {
    const wanted = keys.slice(start, end);
    const [before] = recall(name);
    if (before && isSame(before.facts.keys, wanted)) return before.facts;
    // Periods that stay may have been saved again in the meantime; those no longer wanted have not.
    vanished ??= loadNames(memory)
      .filter((each) => !names.includes(each))
      .flatMap(recall);
    const { known, added } = planPatch(wanted, [...(before ? [before] : []), ...vanished], memory);
    const fields = Array.from(added, (number) => searchFields(articles[start + number]!));
    const words =
      known.length === 0
        ? await indexer.index({ articles: fields, isNewest })
        : patchPeriod(known, { articles: fields, numbers: added }, isNewest);
    return savePeriod(memory, name, wanted, words);
  };
}

interface KnownFacts {
  name: string;
  facts: PeriodFacts;
}

// A cached period is merged if more than this share of its articles is wanted; otherwise indexing these again is faster.
const usefulShare = 1 / 8;

function planPatch(
  keys: readonly string[],
  candidates: readonly KnownFacts[],
  memory: SearchMemory,
): { known: KnownPeriod[]; added: Int32Array } {
  const missing = new Map(keys.map((key, number) => [key, number]));
  const known = candidates.flatMap(({ name, facts }): KnownPeriod[] => {
    const numbers = numberKeys(facts.keys, missing);
    const found = facts.keys.filter((_, index) => numbers[index]! >= 0);
    const chunks = found.length > facts.keys.length * usefulShare ? loadChunks(memory, name, facts) : undefined;
    if (!chunks) return [];
    for (const key of found) missing.delete(key);
    return [{ lengths: facts.lengths, chunks, numbers }];
  });
  return { known, added: Int32Array.from(missing.values()) };
}

/** Map articles to their new numbers. An article that changed order with another counts as new. */
function numberKeys(keys: readonly string[], numbers: ReadonlyMap<string, number>): Int32Array {
  let last = -1;
  return Int32Array.from(keys, (key) => {
    const number = numbers.get(key) ?? -1;
    return number > last ? (last = number) : -1;
  });
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
