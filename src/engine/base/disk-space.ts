import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** Free and needed space on a disk, in bytes, as far as known. */
export interface DiskSpace {
  free?: number | undefined;
  needed?: number | undefined;
}

const known = new WeakMap<Error, DiskSpace>();

/** Return the disk space recorded when an error was thrown. */
export function spaceOf(error: Error): DiskSpace {
  return known.get(error) ?? {};
}

/**
 * Record the free space on the disk of a path with an error, before unfinished files are removed. The first record
 * counts.
 *
 * @param space Figures known already: the bytes needed, or those recorded by another process.
 */
export function noteSpace(error: unknown, path: string, space: DiskSpace = {}): void {
  if (error instanceof Error && !known.has(error)) known.set(error, { free: freeBytes(path), ...space });
}

/**
 * Write a file. If the system's error does not name it, as when the disk fills up during the write, add its path to the
 * error and its message, which is all that other threads receive.
 */
export function nameFile<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    const { code, syscall, path: named, message } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined || named !== undefined) throw error;
    throw Object.assign(new Error(`${message} '${path}'`, { cause: error }), { code, syscall, path });
  }
}

function freeBytes(path: string): number | undefined {
  let folder = path;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
