import type { SearchManifest } from '../tables/files.ts';
import type { SearchTable } from '../tables/table.ts';
import type { WordSource } from '../store.ts';
import { periodFolder } from './files.ts';
import { createPagefindSource, periodFilter, type PagefindIndex } from './word-source.ts';

/** The part of Pagefind's script that is used here. */
export interface PagefindScript {
  createInstance(options: InstanceOptions & { basePath: string; noWorker: boolean }): PagefindInstance;
}

interface InstanceOptions {
  metaCacheTag: string;
  mergeFilter: Readonly<Record<string, string>>;
}

interface PagefindInstance extends PagefindIndex {
  mergeIndex(path: string, options: InstanceOptions): Promise<void>;
}

/**
 * Open the words of a Pagefind index: the newest period's, with the older ones merged into it.
 *
 * @param folder Address of the index, with a final slash.
 * @param failure Returns the file that could not be fetched, if any: Pagefind itself treats its words as not found.
 * @throws Error if a file can't be fetched.
 */
export async function openPagefindIndex(
  { createInstance }: PagefindScript,
  folder: string,
  { manifest: { periods }, tables }: { manifest: SearchManifest; tables: readonly SearchTable[] },
  failure: () => string | undefined = () => undefined,
): Promise<WordSource> {
  const optionsOf = ({ name, words }: SearchManifest['periods'][number]): InstanceOptions => ({
    metaCacheTag: words,
    mergeFilter: { [periodFilter]: name },
  });
  const newest = periods.at(-1);
  if (!newest) return createPagefindSource([], { search: async () => ({ results: [] }) });
  const pagefind = createInstance({ basePath: folder, noWorker: true, ...optionsOf(newest) });
  // Rejects if the program could not be loaded; merging would wait for it forever.
  await pagefind.search(null);
  await Promise.all(
    periods
      .slice(0, -1)
      .map((period) => pagefind.mergeIndex(folder + periodFolder(period.name, false), optionsOf(period))),
  );
  const named = periods.map(({ name }, index) => ({ name, table: tables[index]! }));
  return createPagefindSource(named, {
    search: async (term, options) => {
      const found = await pagefind.search(term, options);
      if (failure()) throw new Error(failure());
      return found;
    },
  });
}
