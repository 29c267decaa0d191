import { join } from 'node:path';

/** Where a site is prepared and published. Absolute paths. */
export interface PublishFolders {
  /** What the build remembers of the site. */
  cache: string;
  /** The output folder. */
  out: string;
}

/** The folder in which the new files of a site wait, by their paths. */
export function nextFolder({ cache }: Pick<PublishFolders, 'cache'>): string {
  return join(cache, 'next');
}

/** The folder of the output in which new files wait for their names; it is there while a build publishes. */
export function nearFolder(out: string): string {
  return join(out, '.rooznegar-next');
}

/** Where it is remembered what is published. */
export function publishedPath({ cache }: PublishFolders): string {
  return join(cache, 'published.tsv');
}

/** The list of what the last build changed, for whoever deploys it or clears caches. */
export const changesFile = '.changes.json';

/** Write that list. */
export function writeChanges(files: { written: readonly string[]; removed: readonly string[] }): Buffer {
  return Buffer.from(`${JSON.stringify(files, undefined, 1)}\n`);
}
