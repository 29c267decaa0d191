import { statSync } from 'node:fs';
import { startThread } from '../base/thread.ts';
import { publishedPath, type PublishFolders } from './folders.ts';
import { findModifiedOutputs, type PublishedPlace } from './published-files.ts';

// Size of the list, in bytes, from which checking its files (some thousands) is worth a thread.
const largeList = 250_000;

/**
 * Find published files that were modified or removed since. Large sites are checked in a worker thread, in parallel
 * with reading the content.
 *
 * @returns `undefined` if it is unknown what is published.
 */
export async function lookForDamage(folders: PublishFolders): Promise<readonly string[] | undefined> {
  const place: PublishedPlace = { published: publishedPath(folders), folder: folders.out };
  const { size = 0 } = statSync(place.published, { throwIfNoEntry: false }) ?? {};
  if (size < largeList) return findModifiedOutputs(place);
  return startThread<string[] | undefined>(new URL('./damage-worker.ts', import.meta.url), place)();
}
