import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../support/folders.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 120_000);

function git(cwd: string, ...args: readonly string[]): { status: number | null; output: string } {
  const settings = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'core.quotePath=false'];
  const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], { cwd, encoding: 'utf8' });
  return { status, output: (stdout + stderr).trim() };
}

/** The last commit before the code was sorted into rooms; empty where the history does not reach so far. */
const [, beforeRooms = ''] =
  /^[0-9a-f]+ ([0-9a-f]+)$/m.exec(
    git(repository, 'log', '--first-parent', '--diff-filter=A', '--format=%H %P', '--', 'src/engine/build.ts').output,
  ) ?? [];
/** A newsroom's own repository has other content, and in a shallow clone the old commit is missing. */
const isUpstream =
  beforeRooms !== '' && git(repository, 'diff', '--quiet', beforeRooms, 'HEAD', '--', 'content').status === 0;
if (!isUpstream) console.log('Skipped: no history of Rooznegar here that reaches back to a project without rooms.');

describe.skipIf(!isUpstream)('a newspaper begun before the code was sorted into rooms', () => {
  it('merges this project without a conflict, and no file of the sample comes back', () => {
    const repo = join(folder, 'newsroom');
    git(folder, 'clone', '--quiet', '--shared', '--no-checkout', repository, repo);
    expect(git(repo, 'checkout', '--quiet', '-B', 'main', beforeRooms).output).toBe('');
    // What the README of that time told to do.
    for (const name of ['content', 'public/images', 'public/media']) rmSync(join(repo, name), { recursive: true });
    const settings = readFileSync(join(repo, 'src/config.ts'), 'utf8');
    writeFileSync(join(repo, 'src/config.ts'), settings.replace('https://rooznegar.example', 'https://kavosh.example'));
    writeFileSync(join(repo, 'src/pages/staff.astro'), '<p>تحریریه</p>\n');
    git(repo, 'add', '--all');
    git(repo, 'commit', '--quiet', '-m', 'Our newspaper');

    const head = git(repository, 'rev-parse', 'HEAD').output;
    const merged = git(repo, 'merge', '--no-edit', head);
    expect(merged.output).not.toContain('CONFLICT');
    expect(merged.status).toBe(0);
    expect(git(repo, 'ls-files', '--', 'content', 'public/images', 'public/media').output).toBe('');
    expect(readFileSync(join(repo, 'src/config.ts'), 'utf8')).toContain('https://kavosh.example');
    expect(existsSync(join(repo, 'src/pages/staff.astro'))).toBe(true);
  });
});
