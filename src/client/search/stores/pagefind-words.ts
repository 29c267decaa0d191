import { pagefindFolder, stockScript } from '../../../core/search/pagefind/files.ts';
import { openPagefindIndex, type PagefindScript } from '../../../core/search/pagefind/open-index.ts';
import type { OpenWords } from '../index.ts';

let attempts = 0;

/** The shortest WebAssembly module: its signature and version. */
const emptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Open the words of a Pagefind index.
 *
 * @throws Error if the browser does not run WebAssembly, or a file can't be fetched.
 */
export const openPagefindWords: OpenWords = async (index) => {
  // Pagefind itself would wait for its program without end.
  await WebAssembly.compile(emptyModule);
  const folder = new URL(`../${pagefindFolder}/`, location.href).pathname;
  watchFetch(folder);
  // Browsers remember that a module could not be fetched, by its address.
  const address = folder + stockScript + (attempts++ === 0 ? '' : `?${attempts}`);
  const script = (await import(/* @vite-ignore */ address)) as PagefindScript;
  return openPagefindIndex(script, folder, index, () => failure);
};

let failure: string | undefined;
let isWatching = false;

/** Record failed requests below a folder from now on, as happen while a site is being published. */
function watchFetch(folder: string): void {
  failure = undefined;
  if (isWatching) return;
  isWatching = true;
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
}
