import { lstatSync, renameSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyFolder } from '../base/copy-folder.ts';
import { noteSpace } from '../base/disk-space.ts';
import { isFullError } from '../base/errors.ts';
import { removeFolder, whileInUse } from '../base/in-use.ts';
import { nearFolder } from '../output/folders.ts';
import { makeReadableFolder } from '../output/readable.ts';
import { filesBelow } from '../output/site-file.ts';
import { foldersOf, type PublishSteps } from './order.ts';

/**
 * Move new files to the disk of the output. Nothing of the site changes; a full disk fails here.
 *
 * @param next Folder of the new files; removed by the call.
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

/** Move new files into place, and delete removed ones. New files that are no longer staged were moved before. */
export function moveFiles(out: string, { blockers, written, removed }: PublishSteps): void {
  const near = nearFolder(out);
  for (const file of blockers) removeFile(out, file);
  const made = new Set<string>();
  for (const file of written) {
    const folder = dirname(join(out, file));
    if (!made.has(folder)) makeReadableFolder(folder, out);
    made.add(folder);
    whileInUse(() => renameSync(join(near, file), join(out, file)));
  }
  for (const file of removed) removeFile(out, file);
}

function copyNear(next: string, near: string): void {
  try {
    copyFolder(next, near);
  } catch (error) {
    const sizes = filesBelow(next).map((file) => statSync(join(next, file)).size);
    noteSpace(error, dirname(near), { needed: sizes.reduce((sum, size) => sum + size, 0) });
    // The system's error names the source of the copy rather than its target.
    if (isFullError(error)) Object.assign(error as Error, { path: dirname(near) });
    removeFolder(near);
    throw error;
  }
  removeFolder(next);
}

/** Remove a file, and folders that become empty. Anything that has already replaced it is kept. */
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

/** Kind of entry at a path; `undefined` if there is none, such as below a file. */
export function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') throw error;
    return undefined;
  }
}
