import { join } from 'node:path';

/** Where a site is prepared and published. Absolute paths. */
export interface PublishFolders {
  /** The cache of the site. */
  cache: string;
  /** The output folder. */
  out: string;
}

/** Staging folder in the cache for the new files of a site, by their paths. */
export function nextFolder({ cache }: Pick<PublishFolders, 'cache'>): string {
  return join(cache, 'next');
}

/** Staging folder in the output for the new files; exists while a build publishes. */
export function nearFolder(out: string): string {
  return join(out, '.rooznegar-next');
}

/** Path of the list of published files. */
export function publishedPath({ cache }: PublishFolders): string {
  return join(cache, 'published.tsv');
}
