import type { SQLOutputValue } from 'node:sqlite';
import { randomBytes } from 'node:crypto';
import type { CommentMark } from '../../core/comments/judge.ts';
import { prepareOnce, type Store } from './database.ts';

/** State of a comment. */
export type CommentState = 'held' | 'approved' | 'rejected' | 'spam' | 'removed';

/** A comment as it is stored. */
export interface StoredComment {
  id: string;
  slug: string;
  /** The comment at the head of its thread. */
  re: string | undefined;
  /** In milliseconds since 1970-01-01T00:00Z. */
  at: number;
  name: string | undefined;
  /** `undefined` once it is forgotten. */
  text: string | undefined;
  mail: string | undefined;
  marks: readonly CommentMark[];
  state: CommentState;
  /** The editor who decided, or wrote it. */
  by: string | undefined;
  /** Whether it is a reply of the newsroom. */
  isStaff: boolean;
}

/** Read a row of the table `comment`. */
export function readRow(row: Record<string, SQLOutputValue>): StoredComment {
  const text = (name: string): string | undefined => (row[name] === null ? undefined : String(row[name]));
  return {
    id: String(row['id']),
    slug: String(row['slug']),
    re: text('re'),
    at: Number(row['at']),
    name: text('name'),
    text: text('text'),
    mail: text('mail'),
    marks: splitMarks(String(row['marks'])),
    state: String(row['state']) as CommentState,
    by: text('by'),
    isStaff: String(row['once']).startsWith(staffPrefix),
  };
}

/** Prefix of the key `once` for newsroom replies. */
export const staffPrefix = 'staff:';

/** Read the marks of a row. */
export function splitMarks(marks: string): CommentMark[] {
  return marks === '' ? [] : (marks.split(' ') as CommentMark[]);
}

/** Make a new id of a comment: ten of 32 letters, 50 random bits. */
export function newId(): string {
  return idOf(randomBytes(10));
}

/** Make an id of ten bytes. */
export function idOf(bytes: Uint8Array): string {
  let id = '';
  for (let index = 0; index < 10; index++) id += letters[bytes[index]! & 31]!;
  return id;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Return the next number of a change. */
export function nextChange(store: Store): number {
  const row = prepareOnce(store, `UPDATE tally SET value = value + 1 WHERE name = 'change' RETURNING value`).get()!;
  return Number(row['value']);
}
