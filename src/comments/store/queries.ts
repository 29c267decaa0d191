import { randomBytes } from 'node:crypto';
import type { Comment } from '../../core/comments/comment.ts';
import { isoAt } from '../../core/dates/news-date.ts';
import type { CommentMark } from '../../core/comments/judge.ts';
import { prepareOnce, type Store } from './database.ts';
import { type CommentState, readRow, staffPrefix, type StoredComment } from './rows.ts';

/** What to list. */
export interface ListFilter {
  state: CommentState;
  slug?: string | undefined;
  mark?: CommentMark | undefined;
  /** Of a page, from 0. */
  page?: number | undefined;
}

/** Number of comments on a page of the queue. */
export const queuePage = 50;

/** List comments, oldest first: who waited longest comes first. Decided ones newest first. */
export function listComments(store: Store, { state, slug, mark, page = 0 }: ListFilter): StoredComment[] {
  const order = state === 'held' ? 'ASC' : 'DESC';
  return store
    .prepare(
      `SELECT * FROM comment WHERE state = $state AND ($slug IS NULL OR slug = $slug)
       AND ($mark IS NULL OR ' ' || marks || ' ' LIKE '% ' || $mark || ' %')
       ORDER BY n ${order} LIMIT ${queuePage} OFFSET $offset`,
    )
    .all({ $state: state, $slug: slug ?? null, $mark: mark ?? null, $offset: page * queuePage })
    .map(readRow);
}

/** Find a comment; `undefined` if there is none. */
export function findComment(store: Store, id: string): StoredComment | undefined {
  const row = store.prepare('SELECT * FROM comment WHERE id = ?').get(id);
  return row && readRow(row);
}

/** The comments of an article as its file has them. Removed ones are there while replies to them stand. */
export function publishedComments(store: Store, slug: string): Comment[] {
  // Only what a file has: each column costs as much as all work on its value.
  const sql = `SELECT id, at, name, text, re, by, state, once FROM comment
    WHERE slug = ? AND state IN ('approved', 'removed') ORDER BY n`;
  const rows = prepareOnce(store, sql).all(slug) as unknown as FileRow[];
  if (rows.every(({ state }) => state === 'approved')) return rows.map(toFile);
  const answered = new Set(rows.filter(({ state }) => state === 'approved').map(({ re }) => re));
  return rows.filter(({ state, id }) => state === 'approved' || answered.has(id)).map(toFile);
}

interface FileRow {
  id: string;
  at: number;
  name: string | null;
  text: string | null;
  re: string | null;
  by: string | null;
  state: CommentState;
  once: string;
}

function toFile({ id, at, name, text, re, by, state, once }: FileRow): Comment {
  const comment: Comment = { id, at: isoAt(at), text: text ?? '' };
  if (name !== null) comment.name = name;
  if (re !== null) comment.re = re;
  if (once.startsWith(staffPrefix)) comment.by = by ?? undefined;
  if (state === 'removed') comment.removed = true;
  return comment;
}

/** Counts by state, and `unbuilt`: the number of writes not published by a build yet. */
export function readTally(store: Store): Record<CommentState | 'change' | 'unbuilt', number> {
  const rows = store.prepare('SELECT name, value FROM tally').all();
  return Object.fromEntries(rows.map((row) => [row['name'], row['value']])) as ReturnType<typeof readTally>;
}

/** Articles whose files have to be written, with the numbers of their changes. */
export function unpublishedArticles(store: Store): [slug: string, change: number][] {
  const rows = store.prepare('SELECT slug, change FROM unpublished ORDER BY change').all();
  return rows.map((row) => [String(row['slug']), Number(row['change'])]);
}

/** Articles with published comments. */
export function commentedArticles(store: Store): string[] {
  const rows = store.prepare(`SELECT DISTINCT slug FROM comment WHERE state = 'approved' ORDER BY slug`).all();
  return rows.map((row) => String(row['slug']));
}

/**
 * Articles whose published comments changed after a change, oldest change first, with the number of the last one. There are more
 * than wanted where several share a change, which would be lost to who goes on after it.
 */
export function changedArticles(store: Store, after: number, most: number): [slug: string, change: number][] {
  const rows = store
    .prepare(
      `SELECT slug, last FROM (
         SELECT slug, MAX(change) AS last, RANK() OVER (ORDER BY MAX(change)) AS place
         FROM comment WHERE change > ? AND decided IS NOT NULL GROUP BY slug
       ) WHERE place <= ? ORDER BY last, slug`,
    )
    .all(after, most);
  return rows.map((row) => [String(row['slug']), Number(row['last'])]);
}

/** The newest acts of editors. */
export function readAudit(store: Store): { at: number; by: string; action: string; subject: string }[] {
  return store
    .prepare('SELECT at, by, action, subject FROM audit ORDER BY rowid DESC LIMIT 200')
    .all()
    .map((row) => ({
      at: Number(row['at']),
      by: String(row['by']),
      action: String(row['action']),
      subject: String(row['subject']),
    }));
}

/** Return whether an editor closed an article. */
export function isClosed(store: Store, slug: string): boolean {
  return prepareOnce(store, 'SELECT 1 FROM closed WHERE slug = ?').get(slug) !== undefined;
}

/** Return the secret key of a name in hexadecimal digits; it is made at first use, and backups contain it. */
export function secretOf(store: Store, name: string): string {
  store.prepare('INSERT OR IGNORE INTO secret VALUES (?, ?)').run(name, randomBytes(32).toString('hex'));
  return String(store.prepare('SELECT value FROM secret WHERE name = ?').get(name)!['value']);
}
