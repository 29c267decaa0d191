import { basename } from 'node:path';
import { commentFileName } from '../../core/comments/comment.ts';
import { parseComments } from '../../core/comments/comment-file.ts';
import { CommentsError } from '../store/errors.ts';
import type { Receive } from './source.ts';

/** Read our own files: that of one article, named after it, or an export of all. @throws CommentsError if it is faulty. */
export function readOwn(text: string, path: string, receive: Receive): void {
  const isExport = /^\s*\{"slug":/.test(text);
  if (!isExport) {
    const end = commentFileName('');
    readFile(text, path, basename(path).endsWith(end) ? basename(path).slice(0, -end.length) : '', receive);
    return;
  }
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const { slug, file } = JSON.parse(line) as { slug?: unknown; file?: unknown };
    if (typeof slug !== 'string' || typeof file !== 'string')
      throw new CommentsError(`${path}: expected lines with slug and file.`);
    readFile(file, path, slug, receive);
  }
}

function readFile(text: string, path: string, slug: string, receive: Receive): void {
  const { comments, problems } = parseComments(text, path);
  const [first] = problems;
  if (first) throw new CommentsError(`${path}:${first.line}: this line is no comment (${first.id}).`);
  for (const { id, at, name = '', text: own, re, by, removed } of comments) {
    if (removed) continue;
    receive({
      key: `own ${id}`,
      id,
      parent: re === undefined ? undefined : `own ${re}`,
      slug,
      at: Date.parse(at),
      name,
      text: own,
      state: 'approved',
      by,
    });
  }
}
