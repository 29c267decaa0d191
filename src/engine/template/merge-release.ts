import { UsageError } from '../base/errors.ts';
import type { Git } from './git.ts';
import { exceptions, newsroomPlaces } from './places.ts';

/** A commit of Rooznegar that a newsroom can merge. */
export interface Upgrade {
  commit: string;
  /** The tag or branch, as people write it. */
  name: string;
  /** Whether the newsroom has already merged it. */
  isMerged: boolean;
}

/**
 * Fetch a release of Rooznegar.
 *
 * @param words At most one: a tag or branch. Without it, the newest release.
 * @throws UsageError if the newsroom has changes that are not committed, or if the release can’t be found or merged.
 */
export function findUpgrade(git: Git, remote: string, words: readonly string[]): Upgrade {
  if (words.length > 1) throw new UsageError(`Expected one release, found «${words.join(' ')}».`);
  if (git.read('status', '--porcelain', '--untracked-files=no') !== '') {
    throw new UsageError('There are changes that are not committed.\n  Commit them, or put them aside:  git stash');
  }
  if (!git.try('remote', 'get-url', remote).ok) {
    throw new UsageError(
      `There is no remote repository «${remote}».\n  Add that of Rooznegar:  git remote add ${remote} ADDRESS`,
    );
  }
  const name = words[0] ?? newestRelease(git, remote);
  if (name === undefined) {
    throw new UsageError(`${remote} has no release yet.\n  Name a branch of it:  npm run upgrade -- main`);
  }
  const { ok, error } = git.try('fetch', '--quiet', '--no-tags', remote, '--', name);
  if (!ok) throw new UsageError(`${remote} does not give «${name}»: ${error}`);
  const commit = git.read('rev-parse', 'FETCH_HEAD^{commit}');
  if (!git.try('merge-base', 'HEAD', commit).ok) {
    throw new UsageError(
      `This project and ${remote} have no commit in common, as after «Use this template» or in a shallow clone.\n` +
        '  See «A project without the history of Rooznegar» in docs/upgrading.md.',
    );
  }
  return { commit, name, isMerged: git.try('merge-base', '--is-ancestor', commit, 'HEAD').ok };
}

/**
 * Find the newest release that a remote repository has: the highest tag such as `v1.2.0`, no pre-release.
 *
 * @returns Its tag, or `undefined` if there is no release yet.
 */
function newestRelease(git: Git, remote: string): string | undefined {
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
 * Merge a commit of Rooznegar. The newsroom's places stay unchanged: only the newsroom edits them.
 *
 * @param name Name of the commit in the merge message.
 * @returns Files that git could not merge. The merge is committed if there are none.
 * @throws UsageError if git refuses to start the merge; nothing has changed then.
 */
export function mergeRelease(git: Git, commit: string, name: string): string[] {
  const before = git.read('rev-parse', 'HEAD');
  const ancestor = git.read('merge-base', before, commit);
  // Otherwise git moves files that the newsroom has added to a folder which the release renamed.
  const merge = ['-c', 'merge.directoryRenames=false', 'merge', '--no-ff', '--no-commit', commit];
  const { error, output } = git.try(...merge);
  if (!git.try('rev-parse', '--verify', '--quiet', 'MERGE_HEAD').ok) {
    throw new UsageError(`git does not merge ${name}; nothing has changed.\n${error || output}`);
  }
  keepPlaces(git, before, ancestor);
  const conflicts = git.list('diff', '--name-only', '--diff-filter=U', '-z');
  if (conflicts.length === 0) git.read('commit', '--quiet', '--no-verify', '-m', `Merge Rooznegar ${name}`);
  return conflicts;
}

/**
 * Restore the newsroom's places to their state before the merge, except for places that neither the newsroom nor the
 * common ancestor has: those come with the release.
 */
function keepPlaces(git: Git, head: string, ancestor: string): void {
  const spared = exceptions.map((file) => `:(exclude)${file}`);
  const placesIn = (commit: string): string[] =>
    newsroomPlaces.filter((place) => git.read('ls-tree', '--name-only', commit, '--', place) !== '');
  const own = placesIn(head);
  const known = [...new Set([...own, ...placesIn(ancestor)])];
  if (known.length > 0) git.read('rm', '-r', '--force', '--quiet', '--ignore-unmatch', '--', ...known, ...spared);
  if (own.length > 0) git.read('checkout', head, '--', ...own, ...spared);
}
