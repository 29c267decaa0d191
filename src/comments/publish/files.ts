import { spawnSync } from 'node:child_process';
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
import { inSnapshot, type Store } from '../store/database.ts';
import { commentedArticles, publishedComments } from '../store/queries.ts';

/** Write the files with the comments of articles; remove those of articles that have none. */
export function writeArticleFiles(store: Store, content: string, slugs: readonly string[]): void {
  for (let first = 0; first < slugs.length; first += batchSize) {
    const batch = slugs.slice(first, first + batchSize);
    const texts = inSnapshot(store, () =>
      batch.map((slug): [string, string] => [slug, writeComments(publishedComments(store, slug))]),
    );
    writeCommentFiles(content, texts);
  }
}

/** Files that are written together. */
const batchSize = 1000;

/**
 * Put texts into the files of articles, by their slugs; remove the file where the text is empty. Each file is old or new at
 * every moment, also after a power cut.
 */
export function writeCommentFiles(content: string, texts: readonly (readonly [slug: string, text: string])[]): void {
  const folder = join(content, commentsFolder);
  const files = texts.map(([slug, text], index) => ({
    text,
    path: join(folder, commentFileName(slug)),
    // Builds read files that end with .jsonl.
    draft: join(folder, `.${process.pid}.${index}.new`),
  }));
  const written = files.filter(({ text }) => text !== '');
  const drafts = new Set(written.map(({ draft }) => draft));
  if (written.length > 0) mkdirSync(folder, { recursive: true });
  try {
    for (const { draft, text } of written) writeFileSync(draft, text, { mode: 0o644 });
    makeDurable(folder, drafts);
    for (const { draft, path } of written) {
      renameSync(draft, path);
      drafts.delete(draft);
    }
  } finally {
    for (const draft of drafts) rmSync(draft, { force: true });
  }
  for (const { path, text } of files) if (text === '') rmSync(path, { force: true });
}

/** Wait until files are on the disk: many with one call of coreutils, which Node lacks, as each takes some milliseconds. */
function makeDurable(folder: string, paths: ReadonlySet<string>): void {
  const isMany = paths.size > 20 && process.platform === 'linux';
  if (isMany && spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0) return;
  for (const path of paths) {
    const file = openSync(path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
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
