/** Folder of the Pagefind index on the site. */
export const pagefindFolder = 'pagefind';

/**
 * Pagefind's own script, next to ours, which has the name that Pagefind's interfaces load. It finds the index beside
 * itself if its name matches /pagefind.js/, in which the dot is any character.
 */
export const stockScript = 'pagefind-js.js';

/** Files of a Pagefind index whose names are not derived from their contents. */
export const pagefindPaths = {
  entry: 'pagefind-entry.json',
  script: 'pagefind.js',
  worker: 'pagefind-worker.js',
};

/**
 * Folder of a period's index below that of all: the newest, from which Pagefind loads its program too, has none of its
 * own.
 */
export function periodFolder(name: string, isNewest: boolean): string {
  return isNewest ? '' : `${name}/`;
}
