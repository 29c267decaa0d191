import { pagefindFolder, periodFolder, stockScript } from '../../core/search/pagefind/files.ts';
import { createPagefindSource, periodFilter, type PagefindIndex } from '../../core/search/pagefind/word-source.ts';
import type { OpenWords } from './index.ts';

/** Pagefind's script, as far as it is used. */
interface Pagefind {
  createInstance(options: InstanceOptions & { basePath: string; noWorker: boolean }): PagefindInstance;
}

interface InstanceOptions {
  metaCacheTag: string;
  mergeFilter: Readonly<Record<string, string>>;
}

interface PagefindInstance extends PagefindIndex {
  mergeIndex(path: string, options: InstanceOptions): Promise<void>;
}

let attempts = 0;

/** The shortest WebAssembly module: its signature and version. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Open the words of a Pagefind index.
 *
 * @throws Error if the browser does not run WebAssembly, or a file can't be fetched.
 */
export const openPagefindWords: OpenWords = async ({ manifest: { periods }, tables }) => {
  // Pagefind itself would wait for its program without end.
  await WebAssembly.compile(emptyModule);
  const folder = new URL(`../${pagefindFolder}/`, location.href).pathname;
  const failure = watchFetch(folder);
  // Browsers remember that a module could not be fetched, by its address.
  const address = folder + stockScript + (attempts++ === 0 ? '' : `?${attempts}`);
  const { createInstance } = (await import(/* @vite-ignore */ address)) as Pagefind;
  const optionsOf = ({ name, words }: (typeof periods)[number]): InstanceOptions => ({
    metaCacheTag: words,
    mergeFilter: { [periodFilter]: name },
  });
  const newest = periods.at(-1);
  const source: PagefindIndex =
    newest === undefined
      ? { search: async () => ({ results: [] }) }
      : createInstance({ basePath: folder, noWorker: true, ...optionsOf(newest) });
  // Rejects if the program could not be loaded, for which merging would wait without end.
  await source.search(null);
  const older = periods.slice(0, -1);
  const { mergeIndex } = source as PagefindInstance;
  await Promise.all(older.map((period) => mergeIndex(folder + periodFolder(period.name, false), optionsOf(period))));
  const named = periods.map(({ name }, index) => ({ name, table: tables[index]! }));
  return createPagefindSource(named, {
    search: async (term, options) => {
      const found = await source.search(term, options);
      // Pagefind takes words whose file is missing for words that no article contains.
      if (failure()) throw new Error(failure());
      return found;
    },
  });
};

/** Notice files below a folder that can't be fetched, as happens while a site is being published. */
function watchFetch(folder: string): () => string | undefined {
  let failure: string | undefined;
  const { fetch } = window;
  window.fetch = async (input, init) => {
    const isWatched = typeof input === 'string' && input.startsWith(folder);
    try {
      const response = await fetch(input, init);
      if (isWatched && !response.ok) failure = `${response.status} ${input}`;
      return response;
    } catch (error) {
      if (isWatched) failure = `${input}: ${String(error)}`;
      throw error;
    }
  };
  return () => failure;
}
