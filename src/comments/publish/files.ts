import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { commentFileName, commentsFolder } from '../../core/comments/comment.ts';
import { writeComments } from '../../core/comments/comment-file.ts';
import type { Store } from '../store/database.ts';
import { commentedArticles, publishedComments } from '../store/queries.ts';

/** Write the file with an article’s comments, or remove it if there are none. */
export function writeArticleFile(store: Store, content: string, slug: string): void {
  writeCommentFile(content, slug, writeComments(publishedComments(store, slug)));
}

/** Put a text into the file of an article at once; remove the file if the text is empty. */
export function writeCommentFile(content: string, slug: string, text: string): void {
  const folder = join(content, commentsFolder);
  const path = join(folder, commentFileName(slug));
  if (text === '') {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  // Builds read files that end with .jsonl.
  const draft = join(folder, `.${process.pid}.new`);
  try {
    const file = openSync(draft, 'w', 0o644);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** List the articles whose files differ from what is approved: changed by hand, lost, or not written yet. */
export function findDifferences(store: Store, content: string): string[] {
  const folder = join(content, commentsFolder);
  const end = commentFileName('');
  const files = new Map(
    listFiles(folder)
      .filter((name) => name.endsWith(end))
      .map((name) => [name.slice(0, -end.length), readFileSync(join(folder, name), 'utf8')]),
  );
  const slugs = new Set([...files.keys(), ...commentedArticles(store)]);
  return [...slugs]
    .filter((slug) => writeComments(publishedComments(store, slug)) !== (files.get(slug) ?? ''))
    .toSorted();
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
