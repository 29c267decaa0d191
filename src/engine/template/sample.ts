import { existsSync, readFileSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../output/site-file.ts';

/** Folder of the sample newspaper for tests, from the root of the repository. */
export const sampleFolder = 'tests/fixtures/sample';

/** Folders of the newsroom that the sample fills. Icons and the font in `public/` serve any newspaper. */
const sampleFolders = ['content', 'public/images', 'public/media'];

/** The result of removing the sample; paths from the root of the repository. */
export interface RemovedSample {
  removed: readonly string[];
  /** Files of the sample that the newsroom has changed. */
  kept: readonly string[];
}

/**
 * Remove the files of the sample that are unchanged since the template, and folders that become empty. Nothing else is
 * touched.
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
 * Read `src/config.ts` if it is unchanged since the template.
 *
 * @returns `undefined` if the newsroom has changed its settings.
 */
export function readUnchangedConfig(project: string): string | undefined {
  const own = readFileSync(join(project, 'src/config.ts'), 'utf8');
  const sample = readFileSync(join(project, sampleFolder, 'config.ts'), 'utf8').replace('../../../src/', './');
  return own === sample ? own : undefined;
}

/** Remove a folder and its parents while they are empty; `content` and `public` stay. */
function removeEmptyFolders(project: string, folder: string): void {
  if (!folder.includes('/') || readdirSync(join(project, folder)).length > 0) return;
  rmdirSync(join(project, folder));
  removeEmptyFolders(project, dirname(folder));
}
