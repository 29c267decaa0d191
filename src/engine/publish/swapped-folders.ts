import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { changesFile } from '../output/changes.ts';

/**
 * Tidy up after builds that put whole folders in place, as they did until 2026-11-26, and were killed meanwhile: `dist.old-1234`
 * takes its name again if there is no `dist`, and is removed with `dist.new-1234` if there is. Folders that hold no site stay.
 */
export function tidySwappedFolders(out: string): void {
  const parent = dirname(out);
  const names = existsSync(parent) ? readdirSync(parent) : [];
  const isLeft = (name: string): boolean => /^\.(?:old|new)-\d+$/.test(name.slice(basename(out).length));
  const left = names.filter((name) => name.startsWith(basename(out)) && isLeft(name)).map((name) => join(parent, name));
  for (const folder of left.filter((path) => existsSync(join(path, changesFile)))) {
    if (!existsSync(out) && folder.startsWith(`${out}.old-`)) renameSync(folder, out);
  }
  for (const folder of left.filter((path) => existsSync(join(path, changesFile)))) {
    rmSync(folder, { recursive: true });
  }
}
