import { chunkOf, readChunk, type WordForm, type WordGroup } from './search-chunks.ts';
import type { SearchManifest } from './search-files.ts';
import type { WordSource } from './search-ranking.ts';
import type { TableRow } from './search-table.ts';

/** The most files that are read to complete the beginning of a word, in each period. */
const completedChunks = 2;

/**
 * Make the periods of an index into one source of words, whose articles are numbered from the oldest of the first period
 * to the newest of the last.
 *
 * @param rows The tables of all periods, in a row.
 * @param loadChunk Reads a chunk of a period, each by its place.
 */
export function createWordSource(
  { periods }: SearchManifest,
  rows: readonly TableRow[],
  loadChunk: (period: number, chunk: number) => Promise<Uint8Array>,
): WordSource {
  const words = periods.reduce((sum, period) => sum + period.words, 0);
  const offsets = periods.map((_, index) => periods.slice(0, index).reduce((sum, { articles }) => sum + articles, 0));
  const load = async (period: number, chunk: number, isWanted: (stem: string) => boolean): Promise<WordGroup[]> =>
    shiftArticles(readChunk(await loadChunk(period, chunk), isWanted), offsets[period]!);
  const find = async (chunksOf: (firsts: readonly string[]) => number[], isWanted: (stem: string) => boolean) => {
    const loads = periods.flatMap(({ firsts }, period) =>
      chunksOf(firsts).map((chunk) => load(period, chunk, isWanted)),
    );
    return joinGroups((await Promise.all(loads)).flat());
  };
  return {
    articles: rows.length,
    averageLength: words / rows.length,
    lengthOf: (article) => rows[article]!.length,
    find: (stems) => {
      const wanted = new Set(stems);
      return find(
        (firsts) => [...new Set(stems.map((stem) => chunkOf(firsts, stem)))].filter((chunk) => chunk >= 0),
        (stem) => wanted.has(stem),
      );
    },
    complete: (beginning) =>
      find(
        (firsts) => {
          const first = Math.max(0, chunkOf(firsts, beginning));
          const following = firsts.slice(first + 1, first + completedChunks);
          const count = firsts.length === 0 ? 0 : 1 + following.filter((stem) => stem.startsWith(beginning)).length;
          return Array.from({ length: count }, (_, index) => first + index);
        },
        (stem) => stem.startsWith(beginning),
      ),
  };
}

function shiftArticles(groups: WordGroup[], offset: number): WordGroup[] {
  if (offset === 0) return groups;
  return groups.map(({ stem, forms }) => ({
    stem,
    forms: forms.map((form) => ({ ...form, articles: form.articles.map((article) => article + offset) })),
  }));
}

/** The forms of a word in all periods are given one after the other; one form may come several times. */
function joinGroups(groups: readonly WordGroup[]): Map<string, WordForm[]> {
  const joined = new Map<string, WordForm[]>();
  for (const { stem, forms } of groups) joined.set(stem, [...(joined.get(stem) ?? []), ...forms]);
  return joined;
}
