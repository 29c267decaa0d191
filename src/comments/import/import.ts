import { hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { cleanName, cleanText, isLonger } from '../../core/comments/clean-text.ts';
import { commentLimits } from '../../core/comments/comment.ts';
import { isSlug } from '../../core/comments/form.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { type Act, markUnpublished, record } from '../store/decide.ts';
import { CommentsError } from '../store/errors.ts';
import { idOf, nextChange, staffPrefix } from '../store/rows.ts';
import { readIsso } from './isso.ts';
import { readOwn } from './own.ts';
import type { Receive, SourceComment } from './source.ts';
import { readXmlExport } from './xml.ts';

/** Result of an import. */
export interface ImportResult {
  added: number;
  /** Imported before, or ours. */
  known: number;
  /** Without an article, a text or a date. */
  refused: number;
  articles: number;
}

/**
 * Import the comments of a file: an export of WordPress or Disqus, a database of Isso, or our own. Ids are made of those of the
 * source, so an import that is repeated adds nothing.
 *
 * @throws CommentsError if the file is none of these. Then nothing is imported.
 */
export function importComments(store: Store, path: string, act: Act): ImportResult {
  const found: SourceComment[] = [];
  readSource(path, (comment) => {
    const { name, text, by } = comment;
    found.push({ ...comment, name: copyText(name), text: copyText(text), by: by && copyText(by) });
  });
  store.exec(`PRAGMA cache_size=-${cacheSize}`);
  return inTransaction(store, () => {
    const result = insertAll(store, found, act);
    record(store, 'import', `${result.added}`, act);
    return result;
  });
}

/** Copy a text: V8 keeps a whole chunk of the source, articles included, as long as one slice of it is in use. */
function copyText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** In KiB: ids are random, so all of their index is in use; SQLite would write and read its pages again and again. */
const cacheSize = 49_152;

function readSource(path: string, receive: Receive): void {
  const start = readStart(path);
  if (start.startsWith('SQLite format 3\0')) readIsso(path, receive);
  else if (/^\uFEFF?\s*</.test(start)) {
    const reader = readXmlExport(receive);
    readChunks(path, (chunk) => reader.write(chunk));
    reader.end();
  } else if (/^\uFEFF?\s*(?:\{|$)/.test(start)) readOwn(readFileSync(path, 'utf8'), path, receive);
  else throw new CommentsError(`${path}: expected an export of WordPress or Disqus in XML, isso.db, or .jsonl.`);
}

/** Read a text in chunks, into one buffer: a stream's new one for each costs more than the parsing. */
function readChunks(path: string, take: (chunk: string) => void): void {
  const bytes = Buffer.allocUnsafe(chunkSize);
  const decoder = new StringDecoder('utf8');
  const file = openSync(path, 'r');
  try {
    for (let size = readSync(file, bytes); size > 0; size = readSync(file, bytes))
      take(decoder.write(bytes.subarray(0, size)));
    take(decoder.end());
  } finally {
    closeSync(file);
  }
}

/** In bytes. Small enough for its text to be among V8's ordinary objects, which are cheap to throw away. */
const chunkSize = 16_384;

function readStart(path: string): string {
  const bytes = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    return bytes.toString('latin1', 0, readSync(file, bytes)).replace('\u00EF\u00BB\u00BF', '');
  } finally {
    closeSync(file);
  }
}

function insertAll(store: Store, found: readonly SourceComment[], { now }: Act): ImportResult {
  const byKey = new Map(found.map((comment) => [comment.key, comment]));
  const insert = store.prepare(
    `INSERT OR IGNORE INTO comment (id, once, slug, re, at, name, text, folded, marks, state, decided, by, change)
     VALUES (?, ?, ?, ?, ?, ?, ?, '', '', ?, ?, ?, ?)`,
  );
  // One for each article, so that exports are read in pages.
  const changes = new Map<string, number>();
  const articles = new Set<string>();
  let [added, known, refused] = [0, 0, 0];
  for (const comment of found) {
    const { slug, at, state, by } = comment;
    const [name, text, top] = [cleanName(comment.name), cleanText(comment.text), topOf(comment, byKey)];
    if (!isSlug(slug) || text === '' || isLonger(text, commentLimits.storedText) || !Number.isFinite(at)) {
      refused += 1;
      continue;
    }
    const id = importedId(comment);
    const once = (by === undefined ? 'import:' : staffPrefix) + id;
    const signature = isLonger(name, commentLimits.name)
      ? Array.from(name).slice(0, commentLimits.name).join('')
      : name;
    const decided = state === 'held' ? null : now;
    const re = top === comment ? null : importedId(top);
    const change = changes.get(slug) ?? nextChange(store);
    changes.set(slug, change);
    const inserted = insert.run(
      id,
      once,
      slug,
      re,
      at,
      signature || null,
      text,
      state,
      decided,
      by === undefined ? null : cleanName(by).slice(0, commentLimits.name) || staffName,
      change,
    );
    if (inserted.changes === 0) known += 1;
    else {
      added += 1;
      articles.add(slug);
    }
  }
  for (const slug of articles) markUnpublished(store, slug, changes.get(slug)!);
  return { added, known, refused, articles: articles.size };
}

/** Of staff without a name that can be shown. */
const staffName = 'تحریریه';

/** Threads have one level: the comment at the head. Chains are followed as far as a circle could not be. */
function topOf(comment: SourceComment, byKey: ReadonlyMap<string, SourceComment>): SourceComment {
  let top = comment;
  for (let steps = 0; steps < mostSteps; steps++) {
    const parent = top.parent === undefined ? undefined : byKey.get(top.parent);
    if (!parent || parent.slug !== comment.slug) return top;
    top = parent;
  }
  return comment;
}

const mostSteps = 1000;

function importedId({ id, key }: SourceComment): string {
  return id ?? idOf(hash('sha256', key, 'buffer'));
}
