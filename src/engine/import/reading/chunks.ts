import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { UsageError } from '../../base/errors.ts';

/** A file of an input, which can be read repeatedly. */
export interface InputFile {
  /** Displayed name. */
  name: string;
  /** Size on disk, in bytes. */
  size: number;
  /** Open it as a stream of uncompressed bytes. */
  open(): Promise<Readable>;
}

/** The bytes of an input are not valid in its encoding. */
export class EncodingError extends Error {}

/**
 * List the files of an input: the file itself, uncompressed if it is gzipped, or the files in a zip archive.
 *
 * @param path Absolute path.
 * @param name Displayed name.
 */
export async function openFile(path: string, name: string): Promise<InputFile[]> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    if (head.toString('latin1') === 'PK\u0003\u0004') return await listZip(path, name);
    const isGzip = head[0] === 0x1f && head[1] === 0x8b;
    const openStream = async (): Promise<Readable> => {
      const stream = createReadStream(path, { highWaterMark: chunkBytes });
      return isGzip ? stream.pipe(createGunzip()).on('close', () => stream.destroy()) : stream;
    };
    return [{ name: name.replace(/\.gz$/i, ''), size, open: openStream }];
  } finally {
    await handle.close();
  }
}

/** Wrap bytes that are in memory, such as standard input. */
export function fileOfBytes(bytes: Buffer, name: string): InputFile {
  return { name, size: bytes.length, open: async () => (await import('node:stream')).Readable.from([bytes]) };
}

const chunkBytes = 1 << 18;

/**
 * Read a file as text, in chunks. The encoding is given by a byte order mark or an XML declaration, and is otherwise UTF-8.
 *
 * @throws EncodingError at the first invalid byte.
 * @throws UsageError if it can't be read, or is a damaged archive.
 */
export async function* readChunks(file: InputFile): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of await file.open()) {
      const bytes = chunk as Buffer;
      decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true });
      const text = decoder.decode(bytes, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder?.decode() ?? '';
    if (rest !== '') yield rest;
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, file.name);
  }
}

/** Read the beginning of a file, up to the first invalid byte. */
export async function readHead(file: InputFile, length = headLength): Promise<string> {
  let head = '';
  try {
    for await (const chunk of readChunks(file)) {
      head += chunk;
      if (head.length >= length) break;
    }
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
  }
  return head.slice(0, length);
}

/** Read a whole file as text. @throws EncodingError, or UsageError if it is longer than a text can be. */
export async function readWhole(file: InputFile, limit = wholeLength): Promise<string> {
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of readChunks(file)) {
    length += chunk.length;
    if (length > limit)
      throw new UsageError(`${file.name}: the input is too large; split it (at most ${limit / 1e6} MB of text).`);
    chunks.push(chunk);
  }
  return chunks.join('').replace(/^\uFEFF/, '');
}

/** Decode the bytes of a small file; `undefined` if they are invalid. */
export function decodeText(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const headLength = 65_536;
// Below the maximum length of a JavaScript string; a small gzip file can expand to any size.
const wholeLength = 400_000_000;

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const [, name = ''] =
    /^\uFEFF?\s*<\?xml[^>]*?encoding=["']([\w-]+)["']/.exec(bytes.subarray(0, 200).toString('latin1')) ?? [];
  return /^(?:windows-125\d|iso-8859-\d+|utf-16(?:le|be)?)$/i.test(name) ? name : 'utf-8';
}

function explain(error: NodeJS.ErrnoException, name: string): Error {
  if (error instanceof UsageError) return error;
  if (error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new EncodingError(name);
  if (error.code === 'ENOENT') return new UsageError(`${name}: the input can’t be read (there is no such file).`);
  return new UsageError(`${name}: the input can’t be read (${error.message}).`);
}

/** List the files in a zip archive. Names are only shown, and nothing is unpacked to disk. */
async function listZip(path: string, name: string): Promise<InputFile[]> {
  const found: InputFile[] = [];
  const zip = await openArchive(path, name);
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const isFile = !/\/$|(?:^|\/)(?:__MACOSX\/|\.)/.test(entry.fileName);
      if (isFile && found.length < maxEntries) found.push(fileOfEntry(path, name, entry));
      zip.readEntry();
    });
    zip.on('end', () => resolve());
    zip.on('error', (error: Error) => reject(explain(error, name)));
    zip.readEntry();
  });
  zip.close();
  return found;
}

const maxEntries = 10_000;

function fileOfEntry(path: string, name: string, entry: Entry): InputFile {
  return {
    name: `${name}/${entry.fileName}`,
    size: entry.compressedSize,
    open: async () => {
      const zip = await openArchive(path, name);
      return new Promise((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => {
          if (error) return reject(explain(error, name));
          stream.on('close', () => zip.close());
          return resolve(stream);
        });
      });
    },
  };
}

function openArchive(path: string, name: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    openZip(path, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(explain(error, name)) : resolve(zip),
    );
  });
}
