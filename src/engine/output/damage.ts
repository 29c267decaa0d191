import { statSync } from 'node:fs';
import { startThread } from '../base/thread.ts';
import { publishedPath, type PublishFolders } from './folders.ts';
import { findDamaged as findModifiedOutputs, type PublishedPlace } from './published-files.ts';

/** A list of this many bytes, of some thousands of files, is worth a thread of its own. */
const largeList = 250_000;

/**
 * Find published files that are no longer as they were published. A large site is looked after in another thread, while
 * its content is read.
 *
 * @returns `undefined` if it is not known what is published.
 */
export async function lookForDamage(folders: PublishFolders): Promise<readonly string[] | undefined> {
  const place: PublishedPlace = { published: publishedPath(folders), folder: folders.out };
  const { size = 0 } = statSync(place.published, { throwIfNoEntry: false }) ?? {};
  if (size < largeList) return findModifiedOutputs(place);
  return startThread<string[] | undefined>(new URL('./damage-worker.ts', import.meta.url), place)();
}
