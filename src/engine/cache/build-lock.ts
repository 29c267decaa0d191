import { appendFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../base/errors.ts';

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

/** Let a process that works for this build hold the lock as well. */
export function shareBuildLock(folder: string, process_: number): void {
  appendFileSync(join(folder, lockName), `\n${nameProcess(process_)}`);
}

async function takeLock(path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  if (writeLock(path)) return;
  refuseIfAlive(readOwners(path));
  while (readOwners(path).some(isAlive)) await setTimeout(20);
  // Of two that find the lock of a dead one, one moves it away; what the other moves may be the new lock.
  const stale = `${path}.${process.pid}.old`;
  try {
    renameSync(path, stale);
    refuseIfAlive(readOwners(stale), () => renameSync(stale, path));
    rmSync(stale);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (!writeLock(path)) refuseIfAlive(readOwners(path));
}

/** Write the lock as a whole, unless there is one. */
function writeLock(path: string): boolean {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, nameProcess(process.pid));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The first owner is the build, the others work for it. */
function refuseIfAlive([build = '']: readonly string[], before: () => void = () => {}): void {
  if (!isAlive(build)) return;
  before();
  throw new UsageError(`Another build of this site is running (process ${parseInt(build)}). Wait for its end.`);
}

function readOwners(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** A number of a process is given again, in a container soon: another moment of its start means another process. */
function isAlive(owner: string): boolean {
  const [number = '', start] = owner.split(' ');
  if (!(Number(number) > 0)) return false;
  try {
    process.kill(Number(number), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !start || start === startOf(Number(number));
}

function nameProcess(process_: number): string {
  return `${process_} ${startOf(process_)}`;
}

/** When a process began, in words of its system; empty where only Linux would say (proc(5): the 22nd field of `stat`). */
function startOf(process_: number): string {
  try {
    const fields = readFileSync(`/proc/${process_}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return `${fields[19]}@${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return '';
  }
}
