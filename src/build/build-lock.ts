import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './options.ts';

/** The file that is there while a build is running. */
export const lockName = 'lock';

/**
 * Run a build while no other one builds the same site. The lock of a build that was killed is taken over.
 *
 * @throws UsageError if another build is running.
 */
export async function withBuildLock<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  const path = join(folder, lockName);
  takeLock(path);
  try {
    return await run();
  } finally {
    rmSync(path, { force: true });
  }
}

function takeLock(path: string): void {
  try {
    writeLock(path);
  } catch {
    const owner = Number(readOwner(path));
    if (isAlive(owner)) {
      throw new UsageError(`Another build of this site is running (process ${owner}). Wait for its end.`);
    }
    rmSync(path, { force: true });
    writeLock(path);
  }
}

function writeLock(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, String(process.pid), { flag: 'wx' });
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(process_: number): boolean {
  if (!(process_ > 0)) return false;
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
