import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { changesFile } from '../output/changes.ts';
import { filesBelow } from '../output/site-file.ts';

/** The differences between two builds of a site, as file paths. */
export interface SiteDifferences {
  added: readonly string[];
  changed: readonly string[];
  removed: readonly string[];
}

/** Compare two output folders byte for byte, except for the lists of changes. */
export function compareSites(before: string, after: string): SiteDifferences {
  const list = (folder: string): Set<string> => new Set(filesBelow(folder).filter((file) => file !== changesFile));
  const [old, fresh] = [list(before), list(after)];
  return {
    added: [...fresh.difference(old)].toSorted(),
    changed: [...fresh.intersection(old)].filter((file) => differ(join(before, file), join(after, file))).toSorted(),
    removed: [...old.difference(fresh)].toSorted(),
  };
}

/**
 * Summarize files: many in the same top-level folder become one line.
 *
 * @example sumUpFiles(['404.html', 'news/a/index.html', …]) // ['404.html', 'news/ (312 files)']
 */
export function sumUpFiles(files: readonly string[], many = 4): string[] {
  const groups = Map.groupBy(files, (file) => /^[^/]+\//.exec(file)?.[0] ?? file);
  return Array.from(groups, ([folder, each]) =>
    each.length < many ? each : `${folder} (${each.length} files)`,
  ).flat();
}

function differ(one: string, other: string): boolean {
  return statSync(one).size !== statSync(other).size || !readFileSync(one).equals(readFileSync(other));
}
