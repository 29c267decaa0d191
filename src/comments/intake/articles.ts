import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The articles that take comments. */
export interface OpenArticles {
  has(slug: string): boolean;
  /** Number of them; `undefined` if the site has no such list. */
  count(): number | undefined;
}

/** Path of the list in a built site. */
export const openList = 'comments/open.txt';

/**
 * Read which articles take comments, from the built site: one slug a line. Each build replaces the list; it is looked at once a
 * second at most.
 *
 * @param clock In milliseconds; it never goes back.
 */
export function readOpenArticles(site: string, clock: () => number): OpenArticles {
  const file = watchFile(
    join(site, openList),
    clock,
    (text) => new Set(text.split('\n').filter((slug) => slug !== '')),
  );
  return { has: (slug) => file()?.has(slug) ?? false, count: () => file()?.size };
}

/**
 * Create a function that returns what a file says, read again when the file has changed; `undefined` while there is none.
 *
 * @param clock As above.
 */
export function watchFile<Value>(
  path: string,
  clock: () => number,
  parse: (text: string) => Value,
): () => Value | undefined {
  let [looked, stamp] = [Number.NEGATIVE_INFINITY, ''];
  let value: Value | undefined;
  return () => {
    if (clock() - looked < 1000) return value;
    looked = clock();
    const stats = statSync(path, { throwIfNoEntry: false });
    const now = stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : '';
    if (now !== stamp) {
      value = stats ? parse(readFileSync(path, 'utf8')) : undefined;
      stamp = now;
    }
    return value;
  };
}
