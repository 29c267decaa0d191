import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { inTransaction, type Store } from './database.ts';
import { type Act, record } from './decide.ts';
import { retention } from './forget.ts';

/** An editor at the desk. */
export interface Session {
  editor: string;
  /** CSRF token, required in each form of the desk. */
  proof: string;
}

/** A new session, as it is stored. */
export interface NewSession extends Session {
  /** Of the cookie. */
  hash: string;
  /** In milliseconds since 1970-01-01T00:00Z. */
  at: number;
}

/** Add an editor, or give one a new password. @returns The password, which is stored nowhere. */
export async function addEditor(store: Store, name: string, act: Act): Promise<string> {
  const password = randomBytes(12).toString('base64url');
  const salt = randomBytes(16).toString('hex');
  const hash = await hashPassword(password, salt);
  inTransaction(store, () => {
    store.prepare('INSERT OR REPLACE INTO editor VALUES (?, ?, ?)').run(name, salt, hash.toString('hex'));
    store.prepare('DELETE FROM session WHERE editor = ?').run(name);
    record(store, 'editor', name, act);
  });
  return password;
}

/** Remove an editor and end their sessions. @returns Whether the editor existed. */
export function removeEditor(store: Store, name: string, act: Act): boolean {
  return inTransaction(store, () => {
    const { changes } = store.prepare('DELETE FROM editor WHERE name = ?').run(name);
    store.prepare('DELETE FROM session WHERE editor = ?').run(name);
    record(store, 'editor removed', name, act);
    return Number(changes) > 0;
  });
}

/** List the names of the editors. */
export function listEditors(store: Store): string[] {
  return store
    .prepare('SELECT name FROM editor ORDER BY name')
    .all()
    .map((row) => String(row['name']));
}

/** Check a password. An unknown name takes as long as a known one. */
export async function checkPassword(store: Store, name: string, password: string): Promise<boolean> {
  const row = store.prepare('SELECT salt, hash FROM editor WHERE name = ?').get(name);
  const hash = await hashPassword(password, String(row?.['salt'] ?? ''));
  return row !== undefined && timingSafeEqual(hash, Buffer.from(String(row['hash']), 'hex'));
}

/** Make a session and the secret of its cookie. */
export function newSession(editor: string, now: number): { cookie: string; session: NewSession } {
  const cookie = randomBytes(16).toString('base64url');
  return {
    cookie,
    session: { hash: hashCookie(cookie), editor, at: now, proof: randomBytes(16).toString('base64url') },
  };
}

/** Store a session. */
export function addSession(store: Store, { hash, editor, at, proof }: NewSession): boolean {
  return inTransaction(store, () => {
    store.prepare('INSERT INTO session VALUES (?, ?, ?, ?)').run(hash, editor, at, proof);
    record(store, 'login', editor, { by: editor, now: at });
    return true;
  });
}

/** End a session. */
export function endSession(store: Store, cookie: string): boolean {
  store.prepare('DELETE FROM session WHERE hash = ?').run(hashCookie(cookie));
  return true;
}

/** Find the session of a cookie; `undefined` if there is none or it has expired. */
export function findSession(store: Store, cookie: string, now: number): Session | undefined {
  const row = store.prepare('SELECT editor, proof, at FROM session WHERE hash = ?').get(hashCookie(cookie));
  if (!row || Math.abs(now - Number(row['at'])) > retention.session) return undefined;
  return { editor: String(row['editor']), proof: String(row['proof']) };
}

function hashCookie(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}

const derive = promisify<string, string, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

function hashPassword(password: string, salt: string): Promise<Buffer> {
  return derive(password, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });
}

/** Compare a secret with the right one, in a time that says nothing about how much of it is right. */
export function isEqual(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
