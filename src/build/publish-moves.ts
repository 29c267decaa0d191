import {
  accessSync,
  constants,
  cpSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './options.ts';
import { foldersOf, type PublishSteps } from './publish-order.ts';

/** The folder of the output in which new files wait for their names; it is there while a build publishes. */
const nearName = '.rooznegar-next';

/** Where the new files of a site lie just before they are published. */
export function nearFolder(out: string): string {
  return join(out, nearName);
}

/**
 * Bring new files onto the disk of the output. Nothing of the site changes; when the disk is full, it shows here.
 *
 * @param next The folder of the new files; it is gone afterwards.
 */
export function bringNear(next: string, out: string): void {
  const near = nearFolder(out);
  rmSync(near, { recursive: true, force: true });
  try {
    renameSync(next, near);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyNear(next, near);
  }
}

/**
 * Make sure that all files can be given their names, as far as that can be known before.
 *
 * @throws UsageError naming what is in the way; the system’s error where a folder may not be changed.
 */
export function checkMoves(out: string, { blockers, written, removed }: PublishSteps): void {
  const going = new Set([...blockers, ...removed].flatMap(foldersOf));
  const folders = new Set([...written, ...blockers, ...removed].flatMap((file) => foldersOf(file)));
  for (const folder of folders) {
    const kind = kindOf(join(out, folder));
    if (kind === 'folder') accessSync(join(out, folder), constants.W_OK | constants.X_OK);
    else if (kind === 'file' && !blockers.includes(folder)) refuse(join(out, folder), 'file', 'folder');
  }
  accessSync(out, constants.W_OK | constants.X_OK);
  for (const file of written) {
    if (kindOf(join(out, file)) === 'folder' && !going.has(file)) refuse(join(out, file), 'folder', 'file');
  }
}

/** Give new files their names, and remove what goes. Files that do not wait any more were moved before. */
export function moveFiles(out: string, { blockers, written, removed }: PublishSteps): void {
  const near = nearFolder(out);
  for (const file of blockers) removeFile(out, file);
  const made = new Set<string>();
  for (const file of written) {
    const folder = dirname(join(out, file));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    renameSync(join(near, file), join(out, file));
  }
  for (const file of removed) removeFile(out, file);
}

function copyNear(next: string, near: string): void {
  try {
    cpSync(next, near, { recursive: true, preserveTimestamps: true });
  } catch (error) {
    rmSync(near, { recursive: true, force: true });
    throw error;
  }
  rmSync(next, { recursive: true, force: true });
}

function refuse(path: string, found: string, wanted: string): never {
  throw new UsageError(
    `${path} is a ${found} that no build has made. Remove it: the site has a ${wanted} of this name.`,
  );
}

/** Remove a file, and the folders that are empty without it. What has taken its place already stays. */
function removeFile(out: string, file: string): void {
  if (kindOf(join(out, file)) === 'file') unlinkSync(join(out, file));
  for (const folder of foldersOf(file)) {
    try {
      rmdirSync(join(out, folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}

/** Tell what is at a path. Below a file there is nothing. */
function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    return undefined;
  }
}
