import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pagefindFolder, stockScript } from '../../src/core/search/pagefind/files.ts';
import { openPagefindIndex, type PagefindScript } from '../../src/core/search/pagefind/open-index.ts';
import type { WordSource } from '../../src/core/search/store.ts';
import type { BuiltIndex } from './search-index.ts';

let opened = 0;

/**
 * Open the words of a Pagefind index in Node.
 *
 * @param read Reads a file by its path on the site.
 */
export async function openPagefindWords(
  index: Pick<BuiltIndex, 'manifest' | 'tables'>,
  read: (path: string) => Promise<Uint8Array>,
): Promise<WordSource> {
  const folder = `http://pagefind-${opened++}.test/${pagefindFolder}/`;
  serveFetch(folder, (path) => read(`${pagefindFolder}/${path}`));
  return openPagefindIndex(await importScript(await read(`${pagefindFolder}/${stockScript}`)), folder, index);
}

/** Import Pagefind's script as a module of its own: it keeps its program in a variable. */
async function importScript(code: Uint8Array): Promise<PagefindScript> {
  const file = join(mkdtempSync(join(tmpdir(), 'pagefind-')), 'pagefind.mjs');
  writeFileSync(file, code);
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as PagefindScript;
}

/** Answer requests below an address from memory. */
function serveFetch(folder: string, read: (path: string) => Promise<Uint8Array>): void {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (typeof input !== 'string' || !input.startsWith(folder)) return fetch(input, init);
    try {
      return new Response(Buffer.from(await read(input.slice(folder.length).split('?', 1)[0]!)));
    } catch {
      return new Response(null, { status: 404 });
    }
  };
}
