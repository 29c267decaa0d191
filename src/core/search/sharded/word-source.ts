import type { FoundForm, WordSource } from '../store.ts';
import { chunkOf } from './chunks.ts';
import { type PackedGroup, readGroups, unpackForms } from './groups.ts';
import { measureRows, type SearchTable } from '../tables/table.ts';
import { readSpelling } from '../../words/terms.ts';

// Limit on chunks read per period to complete a word.
const completedChunks = 2;

/**
 * Combine the periods of an index into one source of words, with articles numbered from the oldest of the first period
 * to the newest of the last. The newest period is queried first.
 *
 * @param tables Oldest first.
 * @param loadChunk Reads a chunk of a period; both are given by position.
 */
export function createWordSource(
  tables: readonly SearchTable[],
  loadChunk: (period: number, chunk: number) => Promise<Uint8Array>,
): WordSource {
  let offset = 0;
  const periods = tables.map(({ starts, rows: { length } }, period) => ({
    starts,
    period,
    offset: (offset += length) - length,
  }));
  const find = async (chunksOf: (starts: readonly string[]) => number[], isWanted: (stem: string) => boolean) => {
    const loads = periods.toReversed().flatMap(({ starts, period, offset }) =>
      chunksOf(starts).map(async (chunk) => {
        const groups = readGroups(await loadChunk(period, chunk));
        return [...groups].filter(({ stem }) => isWanted(stem)).map((group) => foundForms(group, offset));
      }),
    );
    return joinForms((await Promise.all(loads)).flat());
  };
  return {
    ...measureRows(tables.flatMap(({ rows }) => rows)),
    find: (terms) => {
      const wanted = new Set(terms.map(({ stem }) => stem));
      return find(
        (starts) => [...new Set([...wanted].map((stem) => chunkOf(starts, stem)))].filter((chunk) => chunk >= 0),
        (stem) => wanted.has(stem),
      );
    },
    complete: async (beginning) => {
      const groups = await find(
        (starts) => {
          const first = Math.max(0, chunkOf(starts, beginning));
          const following = starts.slice(first + 1, first + completedChunks);
          const count = starts.length === 0 ? 0 : 1 + following.filter((start) => start.startsWith(beginning)).length;
          return Array.from({ length: count }, (_, index) => first + index);
        },
        (stem) => stem.startsWith(beginning),
      );
      return [...groups.values()].flat();
    },
  };
}

function foundForms(group: PackedGroup, offset: number): [stem: string, forms: FoundForm[]] {
  const forms = unpackForms(group).map(({ spelling, articles, weights }) => ({
    surface: readSpelling(spelling),
    articles: articles.map((article) => article + offset),
    weights,
  }));
  return [group.stem, forms];
}

/** Join the forms of each stem. A form may occur several times: from several periods, and in several spellings. */
function joinForms(groups: readonly (readonly [stem: string, forms: FoundForm[]])[]): Map<string, FoundForm[]> {
  const joined = new Map<string, FoundForm[]>();
  for (const [stem, forms] of groups) joined.set(stem, [...(joined.get(stem) ?? []), ...forms]);
  return joined;
}
