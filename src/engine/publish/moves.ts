import { lstatSync, mkdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyFolder } from '../base/copy-folder.ts';
import { removeFolder, whileInUse } from '../base/in-use.ts';
import { nearFolder } from '../output/folders.ts';
import { foldersOf, type PublishSteps } from './order.ts';

/**
 * Bring new files onto the disk of the output. Nothing of the site changes; when the disk is full, it shows here.
 *
 * @param next The folder of the new files; it is gone afterwards.
 */
export function bringNear(next: string, out: string): void {
  const near = nearFolder(out);
  removeFolder(near);
  try {
    whileInUse(() => renameSync(next, near));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    copyNear(next, near);
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
    whileInUse(() => renameSync(join(near, file), join(out, file)));
  }
  for (const file of removed) removeFile(out, file);
}

function copyNear(next: string, near: string): void {
  try {
    copyFolder(next, near);
  } catch (error) {
    removeFolder(near);
    throw error;
  }
  removeFolder(next);
}

/** Remove a file, and the folders that are empty without it. What has taken its place already stays. */
function removeFile(out: string, file: string): void {
  if (kindOf(join(out, file)) === 'file') whileInUse(() => unlinkSync(join(out, file)));
  for (const folder of foldersOf(file)) {
    try {
      rmdirSync(join(out, folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return;
    }
  }
}

/** Tell what is at a path. Below a file there is nothing. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    return undefined;
  }
}
