import { createHash, randomUUID } from 'node:crypto';
import { linkSync, renameSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { readEntry } from '../../../core/entries/entry.ts';
import { mapConcurrently } from '../../base/concurrently.ts';
import { whileInUse } from '../../base/in-use.ts';
import { isShownKind, isShownName, type LocalRoots } from './paths.ts';

/** A file of the working tree, as the editor lists it. */
export interface ListedFile {
  path: string;
  size: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  modified: number;
  etag: string;
  /** Of markdown, its front matter; its text is read when it is opened. */
  fields?: Readonly<Record<string, unknown>>;
  /** Of other texts, and of markdown whose front matter can’t be read. */
  text?: string;
}

/** The file is not what the writer saw: a text in its place, or nothing. */
export class ChangedFileError extends Error {
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    super('The file has changed.');
    this.bytes = bytes;
  }
}

/** What must hold for a file to be written: it has this tag, or it does not exist. */
export type Condition = { tag: string } | 'absent';

/** Texts as they were read last, by path: most files are the same when the page is opened again. */
export type KnownTexts = Map<string, KnownText>;

/** A text as it was read last, and what the list says of it. */
interface KnownText {
  size: number;
  mtimeMs: number;
  etag: string;
  text: string;
  listed: Pick<ListedFile, 'fields' | 'text'>;
}

/**
 * List the files of both folders. Links, hidden files and texts that are not UTF-8 are left out.
 *
 * @param texts Kept between calls; a text whose size and time are the same is not read again.
 */
export async function listLocalFiles(roots: LocalRoots, texts: KnownTexts = new Map()): Promise<ListedFile[]> {
  const found: { path: string; file: string }[] = [];
  for (const [root, folder] of Object.entries(roots)) await collect(folder, root, found);
  const listed = await mapConcurrently(found, 32, async ({ path, file }): Promise<ListedFile | undefined> => {
    const { size, mtimeMs } = await stat(file);
    const known = { path: path.normalize('NFC'), size, modified: Math.round(mtimeMs) };
    if (!isText(file)) return { ...known, etag: looseTag(size, mtimeMs) };
    const last = texts.get(path);
    if (last?.size === size && last.mtimeMs === mtimeMs) return { ...known, etag: last.etag, ...last.listed };
    const bytes = await readFile(file);
    const text = decode(bytes);
    if (text === undefined) return undefined;
    const etag = tagOf(bytes);
    const listed = listedOf(path, text);
    texts.set(path, { size, mtimeMs, etag, text, listed });
    return { ...known, etag, ...listed };
  });
  return listed.filter((each) => each !== undefined);
}

/** Ten thousand texts are ten times as long as their front matter, and browsers take a second to parse that. */
function listedOf(path: string, text: string): Pick<ListedFile, 'fields' | 'text'> {
  const entry = /\.md$/i.test(path) ? readEntry(text) : undefined;
  return entry && 'fields' in entry ? { fields: entry.fields } : { text };
}

/**
 * Read the version of a text that was listed, even if the file has changed since: what is changed in the editor is
 * compared with what the list says. `undefined` if that version is gone.
 */
export async function readListedText(
  file: string,
  { path, tag, texts }: { path: string; tag: string; texts: KnownTexts },
): Promise<string | undefined> {
  const known = texts.get(path);
  if (known?.etag === tag) return known.text;
  const { bytes, etag } = await readLocalFile(file);
  return etag === tag ? decode(bytes) : undefined;
}

/** Read a file and its tag. */
export async function readLocalFile(file: string): Promise<{ bytes: Buffer; etag: string }> {
  const bytes = await readFile(file);
  const { size, mtimeMs } = await stat(file);
  return { bytes, etag: isText(file) ? tagOf(bytes) : looseTag(size, mtimeMs) };
}

/**
 * Write a file atomically: readers see the old bytes or the new ones.
 *
 * @throws ChangedFileError if the condition does not hold.
 */
export async function writeLocalFile(
  file: string,
  bytes: Uint8Array,
  condition: Condition,
): Promise<{ etag: string; modified: number }> {
  await mkdir(dirname(file), { recursive: true });
  const draft = join(dirname(file), `.${basename(file).slice(0, 40)}.${randomUUID()}`);
  try {
    await writeFile(draft, bytes, { flag: 'wx', flush: true });
    await checkCondition(file, condition);
    if (condition === 'absent') place(draft, file);
    else whileInUse(() => renameSync(draft, file));
  } finally {
    await rm(draft, { force: true });
  }
  const { size, mtimeMs } = await stat(file);
  return { etag: isText(file) ? tagOf(bytes) : looseTag(size, mtimeMs), modified: Math.round(mtimeMs) };
}

/** Remove a file. @throws ChangedFileError if the condition does not hold. */
export async function removeLocalFile(file: string, condition: Condition): Promise<void> {
  await checkCondition(file, condition);
  await unlink(file);
}

/** A file of this name that appears meanwhile is not replaced, where the disk can tell. */
function place(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new ChangedFileError(Buffer.alloc(0));
    whileInUse(() => renameSync(draft, file));
  }
}

async function checkCondition(file: string, condition: Condition): Promise<void> {
  const known = await readLocalFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (condition === 'absent' ? known === undefined : known?.etag === condition.tag) return;
  throw new ChangedFileError(known?.bytes ?? Buffer.alloc(0));
}

async function collect(folder: string, path: string, found: { path: string; file: string }[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const [below, file] = [`${path}/${entry.name}`, join(folder, entry.name)];
    if (!isShownName(entry.name)) continue;
    if (entry.isDirectory()) await collect(file, below, found);
    else if (entry.isFile() && isShownKind(entry.name)) found.push({ path: below, file });
  }
}

function isText(file: string): boolean {
  return /\.(?:md|yml)$/i.test(file);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The tag of a text: a hash of its bytes. */
export function tagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url')}"`;
}

/** Pictures and videos are not read to be listed. */
function looseTag(size: number, modified: number): string {
  return `"${size}-${Math.round(modified)}"`;
}
