import { DatabaseSync } from 'node:sqlite';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommentsError } from './errors.ts';

/** A lock that is held. */
export interface ServiceLock {
  release(): void;
}

/** Name of the lock in the folder of data. */
const lockName = 'service.lock';

/**
 * Take the lock of the service: one process at a time takes comments into a folder. The system’s own lock on a file is held, as
 * SQLite does on all systems, so that it ends with the process, however that ends.
 *
 * @throws CommentsError if another process has it.
 */
export function takeLock(folder: string): ServiceLock {
  const lock = tryLock(folder);
  if (lock) return lock;
  throw new CommentsError(
    `Another service takes comments into ${folder}. Stop it first, or name another folder with --data.`,
  );
}

/** Take the lock, or return `undefined` if another process has it. */
export function tryLock(folder: string): ServiceLock | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(folder, lockName), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
    return { release: () => file.close() };
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    return undefined;
  }
}

const busy = 5;
