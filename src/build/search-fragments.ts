import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const decompress = promisify(gunzip);
const compress = promisify(gzip);
/** Files on their way to and from the threads that compress. */
const batchSize = 64;
/** Stands before the JSON of every file of Pagefind 1.x. */
const signature = 'pagefind_dcd';

/**
 * Give each fragment of a Pagefind index the text that readers are shown in place of the folded text that was indexed.
 * Pagefind cuts excerpts by counting words, so both must have the same number of words. The format of fragments is not
 * documented: the version of Pagefind is pinned, and any difference is an error.
 *
 * @param displays The text for readers, by the URL of the record.
 * @throws Error if a fragment is not what it should be.
 */
export async function restoreExcerpts(folder: string, displays: ReadonlyMap<string, string>): Promise<void> {
  const fragments = join(folder, 'fragment');
  const names = existsSync(fragments) ? await readdir(fragments) : [];
  if (names.length !== displays.size) {
    throw new Error(`Pagefind wrote ${names.length} fragments for ${displays.size} articles.`);
  }
  const restore = async (name: string): Promise<void> => {
    const path = join(fragments, name);
    await writeFile(path, await restoreFragment(await readFile(path), displays, name));
  };
  for (let start = 0; start < names.length; start += batchSize) {
    await Promise.all(names.slice(start, start + batchSize).map(restore));
  }
}

async function restoreFragment(bytes: Buffer, displays: ReadonlyMap<string, string>, name: string): Promise<Buffer> {
  const text = (await decompress(bytes)).toString('utf8');
  if (!text.startsWith(signature)) throw new Error(`Pagefind: ${name} does not begin with «${signature}».`);
  const fragment = JSON.parse(text.slice(signature.length)) as { url: string; content: string };
  const display = displays.get(fragment.url);
  if (display === undefined || countWords(display) !== countWords(fragment.content)) {
    throw new Error(`Pagefind: the words of ${name} (${fragment.url}) are not the words that were indexed.`);
  }
  return compress(signature + JSON.stringify({ ...fragment, content: display }));
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
