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
import { nameFile } from '../base/disk-space.ts';
import { UsageError } from '../base/errors.ts';
import { whileInUse } from '../base/in-use.ts';
import { isRunning, nameProcess } from './process-name.ts';

/** File name of the lock, which exists while a build runs. */
export const lockName = 'lock';

/**
 * Run a build while holding the lock of its site. The lock of a killed build is taken over once its publisher has
 * finished.
 *
 * @param work What runs, for messages: other commands that must not run twice at once use the same lock in a folder of
 *   their own.
 * @throws UsageError if another build is running.
 */
export async function withBuildLock<Result>(
  folder: string,
  run: () => Promise<Result>,
  work = 'build',
): Promise<Result> {
  const path = join(folder, lockName);
  await takeLock(path, work);
  try {
    return await run();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Add another process to the owners of the lock, such as the publisher of this build.
 *
 * @param process_ Id of the process, which must have just started.
 */
export function shareBuildLock(folder: string, process_: number): void {
  appendFileSync(join(folder, lockName), `\n${nameProcess(process_, Date.now())}`);
}

async function takeLock(path: string, work: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  if (writeLock(path)) return;
  await waitForOwner(path);
  refuseIfRunning(path, work, readOwners(path));
  while (readOwners(path).some((owner) => isRunning(owner))) await setTimeout(20);
  // Two builds may find the lock of a dead one. One moves it away; the other may then move the new lock.
  const stale = `${path}.${process.pid}.old`;
  try {
    whileInUse(() => renameSync(path, stale));
    refuseIfRunning(path, work, readOwners(stale), () => renameSync(stale, path));
    rmSync(stale);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (!writeLock(path)) refuseIfRunning(path, work, readOwners(path));
}

/** Create the lock atomically, unless it exists. */
function writeLock(path: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  try {
    nameFile(path, () => writeFileSync(draft, nameProcess(process.pid, performance.timeOrigin)));
    placeDraft(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

// A link appears with all its content. Disks without links, such as exFAT, briefly show an empty lock.
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

// The first owner is the build; the others work for it.
function refuseIfRunning(
  path: string,
  work: string,
  [build = '']: readonly string[],
  before: () => void = () => {},
): void {
  if (!isRunning(build)) return;
  before();
  throw new UsageError(
    `Another ${work} of this site is running (process ${parseInt(build)}). Wait until it ends. If there is no such ${work}, remove ${path}.`,
  );
}

function readOwners(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
