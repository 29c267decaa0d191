import { Hono } from 'hono';
import { writeComments } from '../../core/comments/comment-file.ts';
import type { Store } from '../store/database.ts';
import { isEqual } from '../store/editors.ts';
import { changedArticles, publishedComments } from '../store/queries.ts';

/** A line of an export: the complete comments file of an article, empty if no comment is left. */
export interface ExportLine {
  slug: string;
  /** Number of its last change. */
  change: number;
  file: string;
}

/** Maximum number of articles in a response. */
const mostArticles = 200;

/** Export the articles whose published comments changed after a change, oldest change first: at most 200. */
export function exportChanges(store: Store, after: number): ExportLine[] {
  return changedArticles(store, after, mostArticles).map(([slug, change]) => ({
    slug,
    change,
    file: writeComments(publishedComments(store, slug)),
  }));
}

/** Create the route for builds on other machines, which need the key: JSON Lines of {@link ExportLine}. */
export function createExport(store: Store, path: string, key: string): Hono {
  const app = new Hono();
  app.get(`${path}export`, (c) => {
    const [, given = ''] = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '') ?? [];
    c.header('Cache-Control', 'no-store');
    if (!isEqual(given, key)) return c.text('', 401, { 'WWW-Authenticate': 'Bearer' });
    const after = Number(c.req.query('after') ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) return c.text('', 400);
    const lines = exportChanges(store, after).map((line) => `${JSON.stringify(line)}\n`);
    return c.body(lines.join(''), 200, { 'Content-Type': 'application/jsonl; charset=utf-8' });
  });
  return app;
}
