import { spawnSync } from 'node:child_process';
import { MachineError } from '../base/errors.ts';

/** Git in a repository. */
export interface Git {
  /** Run a git command. @returns Whether it succeeded, and what it printed. */
  try(...args: readonly string[]): { ok: boolean; output: string; error: string };
  /** Run a git command that must succeed. @throws MachineError with git's own message. */
  read(...args: readonly string[]): string;
  /** List the paths that a git command prints with `-z`. */
  list(...args: readonly string[]): string[];
}

/** Open the repository in a folder. @throws MachineError if git is not installed. */
export function openGit(folder: string): Git {
  const run: Git['try'] = (...args) => {
    const { status, stdout, stderr, error } = spawnSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 1 << 28,
    });
    if (error) throw new MachineError(`git can’t be started: ${error.message}`, { cause: error });
    return { ok: status === 0, output: stdout.trimEnd(), error: stderr.trim() };
  };
  const read: Git['read'] = (...args) => {
    const { ok, output, error } = run(...args);
    if (!ok) throw new MachineError(`git ${args.join(' ')}: ${error}`);
    return output;
  };
  return {
    try: run,
    read,
    list: (...args) =>
      read(...args)
        .split('\0')
        .filter(Boolean),
  };
}
