import { UsageError } from '../base/errors.ts';
import type { Git } from './git.ts';

/** The files and folders of the repository that belong to the newsroom. Releases of Rooznegar never change them. */
export const newsroomPlaces: readonly string[] = [
  'content',
  'public',
  'src/config.ts',
  'src/styles/own.css',
  'src/custom',
  'src/own',
  'astro.config.mjs',
];

/** Files of Rooznegar within {@link newsroomPlaces}: the font of earlier versions, which upgrades remove. */
export const exceptions: readonly string[] = ['public/fonts/vazirmatn.woff2', 'public/fonts/OFL.txt'];

/** Filter changed files to those that belong to the newsroom. Paths start at the root of the repository. */
export function changedPlaces(files: readonly string[]): string[] {
  const isOwn = (file: string): boolean =>
    newsroomPlaces.some((place) => file === place || file.startsWith(`${place}/`));
  return files.filter((file) => isOwn(file) && !exceptions.includes(file));
}

/** The newsroom's files that Rooznegar itself has changed since its last release. */
export interface ChangedPlaces {
  /** The tag of the last release. */
  release: string;
  files: readonly string[];
}

/**
 * Compare the newsroom's places with those of the last release.
 *
 * @returns `undefined` if there is no release yet, whose users could have a conflict.
 * @throws UsageError in a shallow clone that knows no releases.
 */
export function changedSinceRelease(git: Git): ChangedPlaces | undefined {
  const { ok, output: release } = git.try('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*');
  if (ok)
    return { release, files: changedPlaces(git.list('diff', '--name-only', '--no-renames', '-z', release, 'HEAD')) };
  if (git.read('rev-parse', '--is-shallow-repository') === 'false') return undefined;
  throw new UsageError('A shallow clone knows no releases.\n  Fetch the whole history:  git fetch --unshallow --tags');
}
