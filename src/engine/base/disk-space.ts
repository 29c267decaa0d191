import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is known of the room on a disk, in bytes. */
export interface DiskSpace {
  free?: number | undefined;
  needed?: number | undefined;
}

const known = new WeakMap<Error, DiskSpace>();

/** Return what was noted about the room on the disk when an error was thrown. */
export function spaceOf(error: Error): DiskSpace {
  return known.get(error) ?? {};
}

/**
 * Note how much room there is on the disk of a path, before what could not be finished is removed.
 *
 * @param space What is known already: the bytes that were to be written, or what another process has noted.
 */
export function noteSpace(error: unknown, path: string, space: DiskSpace = {}): void {
  if (error instanceof Error && !known.has(error)) known.set(error, { free: freeBytes(path), ...space });
}

/**
 * Write a file. Where the system's error does not name it, as when the disk is full in the middle of it, it is named, also
 * in the message, which is all that other threads get.
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
