import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyStore, type Store } from './database.ts';

/** Number of nightly backups that are kept. */
const kept = 14;
const form = /^comments-\d{4}-\d\d-\d\d\.sqlite$/;

/**
 * Make the backup of a day, unless it is there, and remove the oldest beyond fourteen.
 *
 * @param now In milliseconds since 1970-01-01T00:00Z.
 * @returns The new file; `undefined` if there was nothing to do.
 */
export async function backUpDaily(store: Store, folder: string, now: number): Promise<string | undefined> {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const name = `comments-${new Date(now).toISOString().slice(0, 10)}.sqlite`;
  const present = readdirSync(backups);
  if (present.includes(name)) return undefined;
  const path = join(backups, name);
  await backUp(store, path);
  const files = [...present, name].filter((file) => form.test(file)).toSorted();
  for (const file of files.slice(0, -kept)) rmSync(join(backups, file));
  return path;
}

/** Copy the database into a file, which appears only when it is complete. */
export async function backUp(store: Store, path: string): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  try {
    await copyStore(store, draft);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}
