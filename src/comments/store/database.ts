// Named Database in Node 26, so no other file refers to this class.
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommentsError } from './errors.ts';
import { schema, schemaVersion } from './schema.ts';

/** A connection to the database of comments. */
export type Store = DatabaseSync;

/** How a database is opened. */
export interface StoreSettings {
  /** Maximum size in bytes: writes beyond it are refused before the disk fills up. */
  largest?: number | undefined;
}

/** Name of the database in the folder of data. */
export const databaseName = 'comments.sqlite';

/** Where the database of a folder is. */
export function databasePath(folder: string): string {
  return join(folder, databaseName);
}

/**
 * Open the database of a folder; create both if they are not there. Nothing is acknowledged before it is on the disk
 * (`synchronous=FULL`), and what is deleted is overwritten (`secure_delete`).
 *
 * @throws CommentsError if a newer version of the service has written it.
 */
export function openStore(folder: string, { largest }: StoreSettings = {}): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const store = new DatabaseSync(databasePath(folder), { timeout: patience });
  try {
    store.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;');
    // Let the write-ahead log shrink again after it has grown under load.
    store.exec('PRAGMA journal_size_limit=16777216;');
    chmodSync(databasePath(folder), 0o600);
    prepareSchema(store, folder);
    if (largest !== undefined) store.exec(`PRAGMA max_page_count=${Math.max(1, Math.floor(largest / pageSize))}`);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Prepare a statement once per connection, so that frequent ones are parsed only once. */
export function prepareOnce(store: Store, sql: string): StatementSync {
  const own = statements.get(store) ?? new Map<string, StatementSync>();
  statements.set(store, own);
  const known = own.get(sql) ?? store.prepare(sql);
  own.set(sql, known);
  return known;
}

const statements = new WeakMap<Store, Map<string, StatementSync>>();

/** Run `change` in a transaction, which is undone if it throws. */
export function inTransaction<Result>(store: Store, change: () => Result): Result {
  store.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    store.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has already rolled back if the disk is full.
    if (store.isTransaction) store.exec('ROLLBACK');
    throw error;
  }
}

/** Run many reads as of one moment: each on its own would lock and unlock the database. */
export function inSnapshot<Result>(store: Store, read: () => Result): Result {
  store.exec('BEGIN');
  try {
    return read();
  } finally {
    if (store.isTransaction) store.exec('COMMIT');
  }
}

/** Return whether an error is temporary: no space left, or another process is writing. */
export function isPassing(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode !== undefined && passing.has(errcode & 0xff);
}

/** Checkpoint and truncate the write-ahead log, so that it holds no old versions of rows. */
export function emptyLog(store: Store): void {
  store.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Copy a database as a consistent snapshot, even during writes. */
export async function copyStore(store: Store, path: string): Promise<void> {
  await backup(store, path, { rate: allPages });
  chmodSync(path, 0o600);
}

/** How long to wait for another process that writes, in milliseconds. */
const patience = 5000;
const pageSize = 4096;
const allPages = 2 ** 30;
/** SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL. */
const passing = new Set([5, 6, 13]);

function prepareSchema(store: Store, folder: string): void {
  const version = versionOf(store);
  if (version === schemaVersion) return;
  if (version > schemaVersion) {
    throw new CommentsError(
      `${databasePath(folder)} was written by a newer version (${version}) than this one (${schemaVersion}). Upgrade, or restore a backup.`,
    );
  }
  // Another process may do the same at this moment.
  inTransaction(store, () => {
    if (versionOf(store) !== schemaVersion) store.exec(`${schema}; PRAGMA user_version=${schemaVersion};`);
  });
}

function versionOf(store: Store): number {
  return Number(store.prepare('PRAGMA user_version').get()!['user_version']);
}
