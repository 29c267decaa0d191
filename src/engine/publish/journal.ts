import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whileInUse } from '../base/in-use.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import type { PublishFolders } from '../output/folders.ts';
import type { PublishedFile } from '../output/published-files.ts';
import { joinChanges, type SiteChanges } from '../output/changes.ts';

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
  whileInUse(() => renameSync(draftPath(folders), journalPath(folders)));
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

/** A build has done all that it was to do, and told what has changed. */
export function closeJournal(folders: PublishFolders): void {
  for (const path of [draftPath(folders), journalPath(folders), untoldPath(folders)]) rmSync(path, { force: true });
}

/** What a killed build was to do is done, or was not begun; a later build tells what has changed. */
export function settleJournal(folders: PublishFolders, journal: Journal | undefined): void {
  if (journal) {
    const { removed } = journal;
    const changes = { written: journal.written.map(([file]) => file), removed };
    writeCacheJson(untoldPath(folders), joinChanges(readUntold(folders), changes));
  }
  rmSync(journalPath(folders), { force: true });
  rmSync(draftPath(folders), { force: true });
}

/** Read what killed builds have changed, and nobody has been told. */
export function readUntold(folders: PublishFolders): SiteChanges {
  return readCacheJson<SiteChanges>(untoldPath(folders)) ?? { written: [], removed: [] };
}

function journalPath({ cache }: PublishFolders): string {
  return join(cache, 'publishing.json');
}

function untoldPath({ cache }: PublishFolders): string {
  return join(cache, 'untold.json');
}

function draftPath({ cache }: PublishFolders): string {
  return join(cache, 'publishing-draft.json');
}

/** What a build changes in the output folder. The new bytes lie in {@link nextFolder}. */
export interface SiteUpdate {
  written: ReadonlyMap<string, Pick<PublishedFile, 'key' | 'hash'>>;
  removed: readonly string[];
  /** Files that stay as they are; publishing adds what is written. */
  kept: Map<string, PublishedFile>;
}
