import { type Stats, statSync } from 'node:fs';

/** Fingerprint of a file's state on disk: size, times and inode. Empty if there is no such file. */
export function stampOf(path: string): string {
  const stats = lookAt(path);
  return stats?.isFile() ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}` : '';
}

/** Size in bytes of the file of a stamp; `NaN` if there is none. */
export function sizeOf(stamp: string): number {
  return Number.parseInt(stamp, 10);
}

/**
 * Stat a path; `undefined` if that fails. Articles may name any path: one that is too long, contains NUL or is a cycle
 * of links throws.
 */
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

// File timestamps have limited resolution: a file modified within 50 ms of the check may change again without a new
// mtime.
const clockGrain = 50;

/**
 * Return whether a stamp is so recent that the file could have changed since without changing its stamp.
 *
 * @param stamped When the stamp was taken, in milliseconds since 1970-01-01T00:00Z.
 */
export function isRecentStamp(stamp: string, stamped: number): boolean {
  const [, modified = 0, changed = 0] = stamp.split(' ').map(Number);
  return Math.max(modified, changed) > stamped - clockGrain;
}
