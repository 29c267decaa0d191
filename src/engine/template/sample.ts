import { existsSync, readFileSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../output/site-file.ts';

/** Where the template keeps the sample newspaper for its tests, from the root of the repository. */
export const sampleFolder = 'tests/fixtures/sample';

/** Folders of the newsroom that the sample fills. Icons and the font in `public/` serve any newspaper. */
const sampleFolders = ['content', 'public/images', 'public/media'];

/** What became of the sample's files; paths from the root of the repository. */
export interface RemovedSample {
  removed: readonly string[];
  /** Files of the sample that the newsroom has changed. */
  kept: readonly string[];
}

/**
 * Remove the files of the sample that are still as the template brought them, and folders that are empty then. Nothing
 * else is touched.
 */
export function removeSample(project: string): RemovedSample {
  const present = sampleFolders
    .flatMap((folder) => filesBelow(join(project, sampleFolder, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => existsSync(join(project, file)));
  const isUnchanged = (file: string): boolean =>
    readFileSync(join(project, file)).equals(readFileSync(join(project, sampleFolder, file)));
  const { unchanged: removed = [], changed: kept = [] } = Object.groupBy(present, (file) =>
    isUnchanged(file) ? 'unchanged' : 'changed',
  );
  for (const file of removed) {
    rmSync(join(project, file));
    removeEmptyFolders(project, dirname(file));
  }
  return { removed, kept };
}

/**
 * Read the text that `src/config.ts` has in the template, if the file still has it.
 *
 * @returns `undefined` if the newsroom has changed its settings.
 */
export function readUnchangedConfig(project: string): string | undefined {
  const own = readFileSync(join(project, 'src/config.ts'), 'utf8');
  const sample = readFileSync(join(project, sampleFolder, 'config.ts'), 'utf8').replace('../../../src/', './');
  return own === sample ? own : undefined;
}

/** Remove a folder and those around it as far as they are empty; `content` and `public` stay. */
function removeEmptyFolders(project: string, folder: string): void {
  if (!folder.includes('/') || readdirSync(join(project, folder)).length > 0) return;
  rmdirSync(join(project, folder));
  removeEmptyFolders(project, dirname(folder));
}
