import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whileInUse } from '../base/in-use.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import type { PublishFolders } from '../output/folders.ts';
import type { PublishedFile } from '../output/published-files.ts';
import { joinChanges, type SiteChanges } from '../output/changes.ts';

/** The changes of a publish, recorded before they are made. */
export interface Journal {
  written: [string, Pick<PublishedFile, 'key' | 'hash'>][];
  removed: readonly string[];
}

/** Write the journal of a publish. It takes effect once it is opened. */
export function draftJournal(folders: PublishFolders, { written, removed }: Omit<SiteUpdate, 'kept'>): void {
  writeCacheJson(draftPath(folders), { written: [...written], removed } satisfies Journal);
}

/** Start a publish: from here on files are moved into place, and the next build finishes an interrupted publish. */
export function openJournal(folders: PublishFolders): Journal {
  whileInUse(() => renameSync(draftPath(folders), journalPath(folders)));
  return readJournal(folders)!;
}

/** Read the journal of an interrupted publish; `undefined` if there is none. */
export function readJournal(folders: PublishFolders): Journal | undefined {
  return readCacheJson<Journal>(journalPath(folders));
}

/** Return whether a publish is in progress, or was interrupted. */
export function isPublishing(folders: PublishFolders): boolean {
  return existsSync(journalPath(folders));
}

/** Mark the publish as complete: delete the journal and the unreported changes. */
export function closeJournal(folders: PublishFolders): void {
  for (const path of [draftPath(folders), journalPath(folders), unreportedPath(folders)]) rmSync(path, { force: true });
}

/**
 * Close the journal of an interrupted publish, which is now complete or had not begun; its changes remain to be
 * reported by a later build.
 */
export function settleJournal(folders: PublishFolders, journal: Journal | undefined): void {
  if (journal) {
    const { removed } = journal;
    const changes = { written: journal.written.map(([file]) => file), removed };
    writeCacheJson(unreportedPath(folders), joinChanges(readUnreportedChanges(folders), changes));
  }
  rmSync(journalPath(folders), { force: true });
  rmSync(draftPath(folders), { force: true });
}

/** Read the changes of interrupted builds that have not been reported yet. */
export function readUnreportedChanges(folders: PublishFolders): SiteChanges {
  return readCacheJson<SiteChanges>(unreportedPath(folders)) ?? { written: [], removed: [] };
}

function journalPath({ cache }: PublishFolders): string {
  return join(cache, 'publishing.json');
}

function unreportedPath({ cache }: PublishFolders): string {
  return join(cache, 'untold.json');
}

function draftPath({ cache }: PublishFolders): string {
  return join(cache, 'publishing-draft.json');
}

/** What a build changes in the output folder. The new bytes are in {@link nextFolder}. */
export interface SiteUpdate {
  written: ReadonlyMap<string, Pick<PublishedFile, 'key' | 'hash'>>;
  removed: readonly string[];
  /** Files that stay unchanged; publishing adds the written ones. */
  kept: Map<string, PublishedFile>;
}
