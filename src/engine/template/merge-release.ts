import { UsageError } from '../base/errors.ts';
import type { Git } from './git.ts';
import { exceptions, newsroomPlaces } from './places.ts';

/** What a merge of a release came to. */
export interface MergedRelease {
  /** The commit before the merge. */
  before: string;
  /** Files that git could not merge; the merge is committed if there are none. */
  conflicts: readonly string[];
}

/**
 * Find the newest release that a remote repository has: the highest tag such as `v1.2.0`, no pre-release.
 *
 * @returns Its tag, or `undefined` if there is no release yet.
 */
export function newestRelease(git: Git, remote: string): string | undefined {
  const tags = git
    .read('ls-remote', '--tags', '--refs', remote)
    .split('\n')
    .flatMap((line) => /\trefs\/tags\/(v\d+\.\d+\.\d+)$/.exec(line)?.[1] ?? []);
  const numbers = (tag: string): number[] => tag.slice(1).split('.').map(Number);
  const compare = (a: string, b: string): number => {
    const others = numbers(b);
    const differences = numbers(a).map((number, index) => number - others[index]!);
    return differences.find((difference) => difference !== 0) ?? 0;
  };
  return tags.toSorted(compare).at(-1);
}

/**
 * Merge a commit of Rooznegar. The places of the newsroom stay as they are: changes there are the newsroom's alone.
 *
 * @param name What the commit is called in the message of the merge.
 * @throws UsageError if git refuses to begin the merge; then nothing has changed.
 */
export function mergeRelease(git: Git, commit: string, name: string): MergedRelease {
  const before = git.read('rev-parse', 'HEAD');
  const known = [before, git.read('merge-base', before, commit)];
  // A folder that git takes for renamed would take along files that the newsroom has put there.
  const merge = ['-c', 'merge.directoryRenames=false', 'merge', '--no-ff', '--no-commit', commit];
  const { error, output } = git.try(...merge);
  if (!git.try('rev-parse', '--verify', '--quiet', 'MERGE_HEAD').ok) {
    throw new UsageError(`git does not merge ${name}; nothing has changed.\n${error || output}`);
  }
  keepPlaces(git, known);
  const conflicts = git.list('diff', '--name-only', '--diff-filter=U', '-z');
  if (conflicts.length === 0) git.read('commit', '--quiet', '--no-verify', '-m', `Merge Rooznegar ${name}`);
  return { before, conflicts };
}

/**
 * Bring the newsroom's places back to their state before the merge, those excepted that were new to both sides' common
 * past: the release brings them.
 */
function keepPlaces(git: Git, known: readonly string[]): void {
  const isKnown = (place: string): boolean =>
    known.some((commit) => git.read('ls-tree', '--name-only', commit, '--', place) !== '');
  const places = newsroomPlaces.filter(isKnown).filter((place) => {
    const inMerge = git.list('ls-files', '-z', '--', place).length > 0;
    return inMerge || git.read('ls-tree', '--name-only', 'HEAD', '--', place) !== '';
  });
  if (places.length === 0) return;
  const spared = exceptions.map((file) => `:(exclude)${file}`);
  git.read('restore', '--source=HEAD', '--staged', '--worktree', '--', ...places, ...spared);
}
