import {
  appendFileSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../base/errors.ts';
import { whileInUse } from '../base/in-use.ts';
import { isRunning, nameProcess } from './process-name.ts';

/** The file that is there while a build is running. */
export const lockName = 'lock';

/**
 * Run a build while no other one builds the same site. The lock of a build that was killed is taken over, when what it had
 * begun to publish is published.
 *
 * @throws UsageError if another build is running.
 */
export async function withBuildLock<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  const path = join(folder, lockName);
  await takeLock(path);
  try {
    return await run();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Let a process that works for this build hold the lock as well.
 *
 * @param process_ Its number. It has just begun.
 */
export function shareBuildLock(folder: string, process_: number): void {
  appendFileSync(join(folder, lockName), `\n${nameProcess(process_, Date.now())}`);
}

async function takeLock(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  if (writeLock(path)) return;
  await waitForOwner(path);
  refuseIfRunning(path, readOwners(path));
  while (readOwners(path).some((owner) => isRunning(owner))) await setTimeout(20);
  // Of two that find the lock of a dead one, one moves it away; what the other moves may be the new lock.
  const stale = `${path}.${process.pid}.old`;
  try {
    whileInUse(() => renameSync(path, stale));
    refuseIfRunning(path, readOwners(stale), () => renameSync(stale, path));
    rmSync(stale);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (!writeLock(path)) refuseIfRunning(path, readOwners(path));
}

/** Write the lock as a whole, unless there is one. */
function writeLock(path: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, nameProcess(process.pid, performance.timeOrigin));
  try {
    placeDraft(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link is there with all its content or not at all. Disks without links, such as exFAT, show the lock empty for a moment. */
function placeDraft(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    copyFileSync(draft, path, constants.COPYFILE_EXCL);
  }
}

async function waitForOwner(path: string): Promise<void> {
  for (let waits = 0; waits < 50 && readOwners(path)[0] === ''; waits++) await setTimeout(20);
}

/** The first owner is the build, the others work for it. */
function refuseIfRunning(path: string, [build = '']: readonly string[], before: () => void = () => {}): void {
  if (!isRunning(build)) return;
  before();
  throw new UsageError(
    `Another build of this site is running (process ${parseInt(build)}). Wait for its end. If there is no such build, remove ${path}.`,
  );
}

function readOwners(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
