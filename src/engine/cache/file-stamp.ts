import { type Stats, statSync } from 'node:fs';

/** Stand for the state of a file on disk: another content has another stamp. Empty if there is none that can be seen. */
export function stampOf(path: string): string {
  const stats = lookAt(path);
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino].join(' ') : '';
}

/** Articles may name any path: one that is too long, holds NUL or leads round in circles throws. */
function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A file could change again within the grain of the clock that stamps it: milliseconds. */
const clockGrain = 50;

/**
 * Tell whether a stamp is so young that the file could have changed since without another one.
 *
 * @param stamped When the stamp was taken, in milliseconds since 1970-01-01T00:00Z.
 */
export function isRecentStamp(stamp: string, stamped: number): boolean {
  const [, modified = 0, changed = 0] = stamp.split(' ').map(Number);
  return Math.max(modified, changed) > stamped - clockGrain;
}
