import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../base/errors.ts';

/** How the disk of an output folder treats names. */
export interface NameRules {
  /** Names that differ only in letter case or Unicode form are equal, as on most disks of macOS and Windows. */
  ignoresCase: boolean;
  /** Names such as `a:b` and `a.` are invalid or aliases. */
  isWindows: boolean;
}

/** Detect how the disk treats names. */
export function nameRulesOf(folder: string): NameRules {
  return { ignoresCase: ignoresCase(folder), isWindows: process.platform === 'win32' };
}

/**
 * Reject files that can't coexist on a disk, or whose names are invalid there: one would silently replace another.
 *
 * @param files Paths below the output folder, with `/`.
 * @throws UsageError naming the first.
 */
export function checkFileNames(files: Iterable<string>, { ignoresCase: folds, isWindows }: NameRules): void {
  if (!folds && !isWindows) return;
  const seen = new Map<string, string>();
  for (const file of files) {
    if (isWindows && notForWindows.test(file)) {
      throw new UsageError(
        `${file}: Windows can’t hold a file of this name. Change the alias or the file it comes from, or build on Linux or macOS.`,
      );
    }
    if (!folds) continue;
    const key = file.normalize('NFC').toLowerCase();
    const other = seen.get(key);
    if (other !== undefined && other !== file) {
      throw new UsageError(
        `${other} and ${file} are one file on this disk, which ignores letter case. Rename one of the files they come from.`,
      );
    }
    seen.set(key, file);
  }
}

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const notForWindows = /[<>:"|?*]|[. ](?:\/|$)/;

/** Return whether a folder also exists under its name in another letter case. */
function ignoresCase(folder: string): boolean {
  const name = basename(folder);
  const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase();
  if (other === name) return folder !== dirname(folder) && ignoresCase(dirname(folder));
  const path = join(dirname(folder), other);
  if (!existsSync(folder) || !existsSync(path)) return false;
  const [own, found] = [statSync(folder), statSync(path)];
  return own.ino === found.ino && own.dev === found.dev;
}
