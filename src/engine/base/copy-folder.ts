import { cpSync } from 'node:fs';

/**
 * Copy a folder with everything in it, preserving the times of files.
 *
 * Without a filter, Node copies with native code that crashes on Windows if the path is not ASCII, such as that of a
 * user «علی». See https://github.com/nodejs/node/issues/61878; remove the filter when Node 24 has the fix.
 */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, preserveTimestamps: true, filter: () => true });
}
