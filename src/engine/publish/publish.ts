import { existsSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MessageLanguage } from '../../core/problems/problem.ts';
import { removeFolder, whileInUse } from '../base/in-use.ts';
import { checkMoves } from './checks.ts';
import { nearFolder, nextFolder, publishedPath, type PublishFolders } from '../output/folders.ts';
import { changesFile, formatChanges, joinChanges, type SiteChanges } from '../output/changes.ts';
import {
  closeJournal,
  draftJournal,
  readJournal,
  readUnreportedChanges,
  settleJournal,
  type SiteUpdate,
} from './journal.ts';
import { moveFiles } from './moves.ts';
import { orderSteps } from './order.ts';
import { type PublishedFile, readPublished, stateOf, writePublished } from '../output/published-files.ts';
import { runPublisher } from './run-publisher.ts';
import { makeReadableFolder } from '../output/readable.ts';
import { placeFile } from '../output/site-file.ts';
import { describeSystemError, InterruptedError } from '../base/errors.ts';

/**
 * Publish an update. A new site is renamed into place as a whole. A site that is being served is updated file by file
 * without any gap, by a process that finishes even if the build is killed; if it is killed itself, the next build
 * finishes its work.
 *
 * @returns The changes since those last reported.
 * @throws InterruptedError if it failed halfway; the system’s error if nothing has been changed.
 */
export async function publishUpdate(folders: PublishFolders, update: SiteUpdate): Promise<SiteChanges> {
  const { written, removed, kept } = update;
  const changes = joinChanges(readUnreportedChanges(folders), { written: [...written.keys()], removed });
  const names = [...new Set([...kept.keys(), ...written.keys()].map(topName))].toSorted();
  placeFile(nextFolder(folders), changesFile, formatChanges({ ...changes, names }));
  if (!existsSync(folders.out) && kept.size > 0)
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: folders.out });
  const isNew = !existsSync(folders.out);
  if (!isNew || !takeName(nextFolder(folders), folders.out)) {
    try {
      checkMoves(folders.out, orderSteps([...written.keys()], removed));
      draftJournal(folders, update);
      await runPublisher(folders);
    } catch (error) {
      if (isNew) removeIfEmpty(folders.out);
      throw error;
    }
  }
  oncePublished(() => {
    remember(folders, update);
    closeJournal(folders);
  });
  return changes;
}

/**
 * Record in the cache what has been published.
 *
 * @throws InterruptedError on any error, such as a full disk. The new site is online nevertheless.
 */
export function oncePublished(note: () => void): void {
  try {
    note();
  } catch (error) {
    const words = (language: MessageLanguage): string => describeSystemError(error, language) ?? String(error);
    throw new InterruptedError(words, { cause: error, isPublished: true });
  }
}

/** Finish an interrupted publish, and remove what that build was preparing. */
export function finishPublishing(folders: PublishFolders): void {
  const journal = readJournal(folders);
  if (journal && existsSync(folders.out)) {
    const written = new Map(journal.written);
    const isWaiting = (file: string): boolean => existsSync(join(nearFolder(folders.out), file));
    const steps = orderSteps([...written.keys()], journal.removed);
    const waiting = [...steps.written, changesFile].filter(isWaiting);
    const kept = readPublished(publishedPath(folders)) ?? new Map<string, PublishedFile>();
    try {
      moveFiles(folders.out, { ...steps, written: waiting });
      remember(folders, { written, removed: journal.removed, kept });
    } catch (error) {
      throw new InterruptedError((language) => describeSystemError(error, language) ?? String(error), { cause: error });
    }
  }
  removeFolder(nearFolder(folders.out));
  settleJournal(folders, journal);
  removeFolder(nextFolder(folders));
}

function topName(file: string): string {
  const end = file.indexOf('/');
  return end === -1 ? file : file.slice(0, end);
}

function removeIfEmpty(folder: string): void {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Rename a folder into place; returns false if that is on another disk, with an empty folder created for the files. */
function takeName(folder: string, target: string): boolean {
  makeReadableFolder(dirname(target));
  try {
    whileInUse(() => renameSync(folder, target));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    makeReadableFolder(target);
    return false;
  }
}

function remember(folders: PublishFolders, { written, removed, kept }: SiteUpdate): void {
  for (const file of removed) kept.delete(file);
  for (const [file, made] of written) {
    const state = stateOf(join(folders.out, file));
    if (state) kept.set(file, { ...made, ...state });
  }
  writePublished(publishedPath(folders), kept);
}
