import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameFile } from '../base/disk-space.ts';
import { isWithin } from '../base/paths.ts';

/*
 * Web servers often run as a different user than the build, and could not read new files under a umask such as 027 or
 * 077. Only new files and folders are adjusted; those published before keep their permissions.
 */

// `r--` for files and `r-x` for folders, for group and others.
const readable = { file: 0o044, folder: 0o055 } as const;

/**
 * Create a folder and its parents. New ones are readable by all users of the machine.
 *
 * @param top Folders above this one keep the permissions that the umask gives them.
 */
export function makeReadableFolder(path: string, top?: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  for (let folder = path; isWithin(folder, first); folder = dirname(folder))
    if (top === undefined || isWithin(folder, top)) open(folder, 'folder');
}

/**
 * Whether new files below a folder need a change of permissions, by folder. The umask does not change during a build.
 */
const areShut = new Map<string, boolean>();

/** Write a file below a folder, readable by all users of the machine. */
export function writeReadableFile(folder: string, path: string, bytes: Uint8Array): void {
  nameFile(path, () => writeFileSync(path, bytes));
  let isShut = areShut.get(folder);
  if (isShut === undefined) areShut.set(folder, (isShut = isUnreadable(path, readable.file)));
  if (isShut) open(path, 'file');
}

/** Return whether only the owner can read a published site, for example because the file system has no permissions. */
export function isOwnersAlone(out: string): boolean {
  return isClosed(out, 0o011) || isClosed(join(out, 'index.html'), readable.file);
}

function open(path: string, kind: keyof typeof readable): void {
  if (!isUnreadable(path, readable[kind])) return;
  try {
    chmodSync(path, (statSync(path).mode & 0o7777) | readable[kind]);
  } catch {
    // File systems without permissions, such as FAT; the build reports them at the end.
  }
}

// Windows has no such mode bits.
const hasModes = process.platform !== 'win32';

function isUnreadable(path: string, bits: number): boolean {
  return hasModes && (statSync(path).mode & bits) !== bits;
}

function isClosed(path: string, bits: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return hasModes && found !== undefined && (found.mode & bits) === 0;
}
