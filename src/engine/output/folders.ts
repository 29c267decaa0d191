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
