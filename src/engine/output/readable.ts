import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameFile } from '../base/disk-space.ts';
import { isWithin } from '../base/paths.ts';

/*
 * A web server is another user than the one who builds, and a umask such as 027 or 077 would keep new files from it. Only
 * what is new is looked at: what was published before keeps its permissions.
 */

// `r--` for files and `r-x` for folders, for the group and for all others.
const readable = { file: 0o044, folder: 0o055 } as const;

/**
 * Create a folder with its parents. Those that are new may be read by all users of the machine.
 *
 * @param top Folders above this one are left as the umask makes them.
 */
export function makeReadableFolder(path: string, top?: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  for (let folder = path; isWithin(folder, first); folder = dirname(folder))
    if (top === undefined || isWithin(folder, top)) open(folder, 'folder');
}

/** Whether files that are written below a folder need to be opened, by folder. The umask does not change meanwhile. */
const areShut = new Map<string, boolean>();

/** Write a file below a folder so that all users of the machine may read it. */
export function writeReadableFile(folder: string, path: string, bytes: Uint8Array): void {
  nameFile(path, () => writeFileSync(path, bytes));
  let isShut = areShut.get(folder);
  if (isShut === undefined) areShut.set(folder, (isShut = isUnreadable(path, readable.file)));
  if (isShut) open(path, 'file');
}

/** Return whether a published site can be read by its owner alone, such as where a disk has no permissions of its own. */
export function isOwnersAlone(out: string): boolean {
  return isClosed(out, 0o011) || isClosed(join(out, 'index.html'), readable.file);
}

function open(path: string, kind: keyof typeof readable): void {
  if (!isUnreadable(path, readable[kind])) return;
  try {
    chmodSync(path, (statSync(path).mode & 0o7777) | readable[kind]);
  } catch {
    // Disks without permissions, such as FAT: the build says so in the end.
  }
}

// Windows has other permissions.
const hasModes = process.platform !== 'win32';

function isUnreadable(path: string, bits: number): boolean {
  return hasModes && (statSync(path).mode & bits) !== bits;
}

function isClosed(path: string, bits: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return hasModes && found !== undefined && (found.mode & bits) === 0;
}
