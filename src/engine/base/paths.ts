import system, { type PlatformPath } from 'node:path';

/**
 * Return whether a path is a folder or below it. Both are absolute. On Windows, letter case and drives are handled by
 * its rules.
 *
 * @param rules Path rules of another system, for tests.
 */
export function isWithin(path: string, folder: string, rules: PlatformPath = system): boolean {
  const inside = rules.relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${rules.sep}`) && !rules.isAbsolute(inside);
}

/** Convert a path of this system to `/`, as in URLs, messages and globs. */
export function withSlashes(path: string, rules: PlatformPath = system): string {
  return path.split(rules.sep).join('/');
}
