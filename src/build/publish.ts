import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Site } from '../core/site.ts';
import { readCacheJson, writeCacheJson } from './cache-file.ts';
import { UsageError } from './options.ts';
import { bringNear, checkMoves, moveFiles, nearFolder } from './publish-moves.ts';
import { orderSteps, type PublishSteps } from './publish-order.ts';
import { type PublishedFile, readPublished, stateOf, writePublished } from './published-files.ts';
import { placeFile } from './site-files.ts';
import { describeSystemError, InterruptedError } from './system-error.ts';

/** Where a site is prepared and published. Absolute paths. */
export interface PublishFolders {
  /** What the build remembers of the site. */
  cache: string;
  /** The output folder. */
  out: string;
}

/** What a build changes in the output folder. The new bytes lie in {@link nextFolder}. */
export interface SiteUpdate {
  written: ReadonlyMap<string, Pick<PublishedFile, 'key' | 'hash'>>;
  removed: readonly string[];
  /** Files that stay as they are; publishing adds what is written. */
  kept: Map<string, PublishedFile>;
}

/** The list of what the last build changed, for whoever deploys it or clears caches. */
export const changesFile = '.changes.json';

/** The list of a build that changed nothing. */
export const emptyChanges = writeChanges({ written: [], removed: [] });

function writeChanges(files: { written: readonly string[]; removed: readonly string[] }): Buffer {
  return Buffer.from(`${JSON.stringify(files, undefined, 1)}\n`);
}

/** The folder in which the new files of a site wait, by their paths. */
export function nextFolder({ cache }: PublishFolders): string {
  return join(cache, 'next');
}

/** Where it is remembered what is published. */
export function publishedPath({ cache }: PublishFolders): string {
  return join(cache, 'published.tsv');
}

/**
 * Publish an update. A new site takes its name as a whole. Of a site that is served, file after file is replaced and none
 * is missing meanwhile; what a build that is killed leaves undone, the next one does.
 *
 * @throws InterruptedError if it could not go on in the middle; the system’s error before, and nothing has changed then.
 */
export function publishUpdate(folders: PublishFolders, update: SiteUpdate): void {
  const { written, removed } = update;
  const files = { written: [...written.keys()].toSorted(), removed: removed.toSorted() };
  placeFile(nextFolder(folders), changesFile, writeChanges(files));
  if (!existsSync(folders.out)) {
    if (update.kept.size > 0) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: folders.out });
    if (takeName(nextFolder(folders), folders.out)) return remember(folders, update);
  }
  const steps = orderSteps(files.written, files.removed);
  checkMoves(folders.out, steps);
  bringNear(nextFolder(folders), folders.out);
  writeCacheJson(journalPath(folders), { ...update, written: [...written], kept: undefined } satisfies Journal);
  applySteps(folders, { ...steps, written: [...steps.written, changesFile] }, update);
  forgetJournal(folders);
}

/** Tell whether a build was killed while it was publishing, or is publishing now. */
export function isPublishing(folders: PublishFolders): boolean {
  return existsSync(journalPath(folders));
}

/** Finish what a build was publishing when it was killed; remove what it was preparing. */
export function finishPublishing(folders: PublishFolders): void {
  const journal = readCacheJson<Journal>(journalPath(folders));
  if (journal && existsSync(folders.out)) {
    const written = new Map(journal.written);
    const isWaiting = (file: string): boolean => existsSync(join(nearFolder(folders.out), file));
    const steps = orderSteps([...written.keys()], journal.removed);
    const waiting = [...steps.written, changesFile].filter(isWaiting);
    const before = readPublished(publishedPath(folders)) ?? new Map<string, PublishedFile>();
    applySteps(folders, { ...steps, written: waiting }, { written, removed: journal.removed, kept: before });
  }
  forgetJournal(folders);
  rmSync(nextFolder(folders), { recursive: true, force: true });
}

/**
 * Refuse to replace a folder that no build has made, or a newspaper by an empty one.
 *
 * @throws UsageError that says why.
 */
export function checkReplaceable(target: string, site: Pick<Site, 'articles'>): void {
  if (!existsSync(target)) return;
  const names = readdirSync(target).filter((name) => join(target, name) !== nearFolder(target));
  if (names.length > 0 && !names.some((name) => name === 'sitemap-index.xml' || name === '.shard.json')) {
    throw new UsageError(
      `--out: ${target} holds files that no build has made. Empty it, name another folder, or remove them with --force.`,
    );
  }
  if (site.articles.length === 0 && names.includes('news')) {
    throw new UsageError(
      `There is no article to publish, and ${target} holds some. To empty the site, remove it first, or use --force.`,
    );
  }
}

/** What is about to change, told before it does. */
interface Journal extends Omit<SiteUpdate, 'written' | 'kept'> {
  written: [string, Pick<PublishedFile, 'key' | 'hash'>][];
  kept?: undefined;
}

function journalPath({ cache }: PublishFolders): string {
  return join(cache, 'publishing.json');
}

function applySteps(folders: PublishFolders, steps: PublishSteps, update: SiteUpdate): void {
  try {
    moveFiles(folders.out, steps);
    remember(folders, update);
  } catch (error) {
    throw new InterruptedError(describeSystemError(error) ?? String(error), { cause: error });
  }
}

function forgetJournal(folders: PublishFolders): void {
  rmSync(journalPath(folders), { force: true });
  rmSync(nearFolder(folders.out), { recursive: true, force: true });
}

/** Give a folder its name; where that is on another disk, an empty folder waits for the files. */
function takeName(folder: string, target: string): boolean {
  mkdirSync(dirname(target), { recursive: true });
  try {
    renameSync(folder, target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    mkdirSync(target);
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
