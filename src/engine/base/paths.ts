import system, { type PlatformPath } from 'node:path';

/**
 * Whether a path is a folder or lies in it. Both are absolute. On Windows, letter case and drives count as they do there.
 *
 * @param rules Those of another system, for tests.
 */
export function isWithin(path: string, folder: string, rules: PlatformPath = system): boolean {
  const inside = rules.relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${rules.sep}`) && !rules.isAbsolute(inside);
}

/** Write a path of this system with `/`, as addresses, messages and globs do. */
export function withSlashes(path: string, rules: PlatformPath = system): string {
  return path.split(rules.sep).join('/');
}
