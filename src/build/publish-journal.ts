import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheJson, writeCacheJson } from './cache-file.ts';
import type { PublishFolders } from './publish-folders.ts';
import type { SiteUpdate } from './publish.ts';
import type { PublishedFile } from './published-files.ts';

/** What is about to change, told before it does. */
export interface Journal {
  written: [string, Pick<PublishedFile, 'key' | 'hash'>][];
  removed: readonly string[];
}

/** Write what is going to change. It counts from when it is opened. */
export function draftJournal(folders: PublishFolders, { written, removed }: Omit<SiteUpdate, 'kept'>): void {
  writeCacheJson(draftPath(folders), { written: [...written], removed } satisfies Journal);
}

/** From here on, files take their names: what is not done now is done by the next build. */
export function openJournal(folders: PublishFolders): Journal {
  renameSync(draftPath(folders), journalPath(folders));
  return readJournal(folders)!;
}

/** Read what was going on when a build ended; `undefined` if nothing was. */
export function readJournal(folders: PublishFolders): Journal | undefined {
  return readCacheJson<Journal>(journalPath(folders));
}

/** Tell whether a build was killed while it was publishing, or is publishing now. */
export function isPublishing(folders: PublishFolders): boolean {
  return existsSync(journalPath(folders));
}

/** All is done, or nothing was begun. */
export function closeJournal(folders: PublishFolders): void {
  rmSync(journalPath(folders), { force: true });
  rmSync(draftPath(folders), { force: true });
}

function journalPath({ cache }: PublishFolders): string {
  return join(cache, 'publishing.json');
}

function draftPath({ cache }: PublishFolders): string {
  return join(cache, 'publishing-draft.json');
}
