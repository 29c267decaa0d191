import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Site } from '../core/site.ts';
import { readCacheJson, writeCacheJson } from './cache-file.ts';
import { UsageError } from './options.ts';
import { type PublishedFile, readPublished, stateOf, writePublished } from './published-files.ts';
import { placeFile } from './site-files.ts';

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
 * Publish an update. A few files are renamed into place one by one; a build that is killed meanwhile is finished by the
 * next one. Where most of the site is new, a whole new folder takes the place of the old one.
 */
export async function publishUpdate(folders: PublishFolders, update: SiteUpdate): Promise<void> {
  const { written, removed, kept } = update;
  const files = { written: [...written.keys()].toSorted(), removed: removed.toSorted() };
  placeFile(nextFolder(folders), changesFile, writeChanges(files));
  if (existsSync(folders.out) && written.size + removed.length <= kept.size) {
    writeCacheJson(journalPath(folders), { ...update, written: [...written], kept: undefined } satisfies Journal);
    applyChanges(folders, [...files.written, changesFile], removed);
    remember(folders, update);
    rmSync(journalPath(folders));
  } else {
    for (const file of kept.keys()) shareFile(join(folders.out, file), join(nextFolder(folders), file));
    rmSync(publishedPath(folders), { force: true });
    await replaceFolder(folders.out, nextFolder(folders));
    remember(folders, update);
  }
}

/** Finish what a build was publishing when it was killed. */
export function finishPublishing(folders: PublishFolders): void {
  const journal = readCacheJson<Journal>(journalPath(folders));
  if (journal && existsSync(folders.out)) {
    const written = new Map(journal.written);
    const waiting = [...written.keys(), changesFile].filter((file) => existsSync(join(nextFolder(folders), file)));
    applyChanges(folders, waiting, journal.removed);
    const before = readPublished(publishedPath(folders)) ?? new Map<string, PublishedFile>();
    remember(folders, { written, removed: journal.removed, kept: before });
  }
  rmSync(journalPath(folders), { force: true });
  rmSync(nextFolder(folders), { recursive: true, force: true });
}

/**
 * Refuse to replace a folder that no build has made, or a newspaper by an empty one.
 *
 * @throws UsageError that says why.
 */
export function checkReplaceable(target: string, site: Pick<Site, 'articles'>): void {
  if (!existsSync(target)) return;
  const names = readdirSync(target);
  if (names.length > 0 && !names.some((name) => name === 'sitemap-index.xml' || name === '.shard.json')) {
    throw new UsageError(`--out: ${target} holds files that no build has made. Empty it, or name another folder.`);
  }
  if (site.articles.length === 0 && names.includes('news')) {
    throw new UsageError(
      `There is no article to publish, and ${target} holds some. To empty the site, remove it first.`,
    );
  }
}

/** Put a finished folder in the place of another, which is there, whole, until the new one is. */
export async function replaceFolder(target: string, folder: string): Promise<void> {
  const [fresh, old] = [`${target}.new-${process.pid}`, `${target}.old-${process.pid}`];
  try {
    await mkdir(dirname(target), { recursive: true });
    await moveFolder(folder, fresh);
    if (existsSync(target)) await rename(target, old);
    await rename(fresh, target);
  } catch (error) {
    if (existsSync(old) && !existsSync(target)) await rename(old, target);
    throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
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

function applyChanges(folders: PublishFolders, written: readonly string[], removed: readonly string[]): void {
  for (const file of removed) removeFile(folders.out, file);
  for (const file of written) moveFile(join(nextFolder(folders), file), join(folders.out, file));
}

function remember(folders: PublishFolders, { written, removed, kept }: SiteUpdate): void {
  for (const file of removed) kept.delete(file);
  for (const [file, made] of written) {
    const state = stateOf(join(folders.out, file));
    if (state) kept.set(file, { ...made, ...state });
  }
  writePublished(publishedPath(folders), kept);
}

/** Remove a file, and the folders that are empty without it. */
function removeFile(folder: string, file: string): void {
  rmSync(join(folder, file), { force: true });
  for (let parent = dirname(file); parent !== '.'; parent = dirname(parent)) {
    try {
      rmdirSync(join(folder, parent));
    } catch {
      return;
    }
  }
}

function moveFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isAcrossDisks(error)) throw error;
    const draft = `${to}.new-${process.pid}`;
    copyFileSync(from, draft);
    renameSync(draft, to);
    rmSync(from);
  }
}

/** Let a file be at a second path too, without copying it where that can be. */
function shareFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isAcrossDisks(error)) throw error;
    await cp(from, to, { recursive: true, preserveTimestamps: true });
  }
}

function isAcrossDisks(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EXDEV';
}
