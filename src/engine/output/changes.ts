import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a build changed in the output folder, for deploying or clearing caches. */
export interface SiteChanges {
  /** Files that are new or changed. */
  written: readonly string[];
  removed: readonly string[];
}

/** Name of the file with the list of changes. */
export const changesFile = '.changes.json';

/** Contents of the file: the changes, and the names of everything in the site's top-level folder. */
export interface ChangesFile extends SiteChanges {
  names?: readonly string[];
}

/** Serialize the list. */
export function formatChanges({ written, removed, names }: ChangesFile): Buffer {
  return Buffer.from(`${JSON.stringify({ written, removed, names }, undefined, 1)}\n`);
}

/** Read the list; `undefined` if it is missing or damaged. */
export function readChanges(out: string): ChangesFile | undefined {
  try {
    const list: unknown = JSON.parse(readFileSync(join(out, changesFile), 'utf8'));
    const { written, removed, names } = list as Record<keyof ChangesFile, unknown>;
    if (isList(written) && isList(removed)) return { written, removed, ...(isList(names) ? { names } : {}) };
  } catch {
    // Missing or unreadable.
  }
  return undefined;
}

/** Join the changes of two builds, the later one second. */
export function joinChanges(before: SiteChanges, after: SiteChanges): SiteChanges {
  const [written, removed] = [new Set(before.written), new Set(before.removed)];
  for (const file of after.written) removed.delete(file);
  for (const file of after.removed) written.delete(file);
  return {
    written: [...new Set([...written, ...after.written])].toSorted(),
    removed: [...new Set([...removed, ...after.removed])].toSorted(),
  };
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
