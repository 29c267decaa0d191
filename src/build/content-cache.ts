import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { fingerprint } from '../core/hash.ts';
import type { ArticleBody } from '../core/article.ts';
import { replaceFile } from './cache-file.ts';

/** Where the text of an article lies in its bucket's file, in bytes. */
export interface BodyPlace {
  start: number;
  html: number;
  text: number;
  /** Of all its bytes. */
  checksum: number;
}

/** Files of the content are remembered in so many files of the cache: a change rewrites one of them. */
export const bucketCount = 128;

/** Tell in which bucket a file of the content is remembered. */
export function bucketOf(name: string): number {
  return Number.parseInt(fingerprint(name).slice(0, 4), 16) % bucketCount;
}

/** A bucket as it was read: what is remembered of its files, and their texts, which are read when they are asked for. */
export interface Bucket<Entry> {
  entries: readonly (Entry & { place?: BodyPlace })[];
  /** @param mend Makes the text anew if its bytes turn out to be damaged. */
  bodyAt(place: BodyPlace, mend: () => ArticleBody): ArticleBody;
}

/** Before the entries: their length and checksum. */
const headLength = 8;

/** Write a bucket: its entries as JSON, then the texts. */
export function writeBucket<Entry>(
  path: string,
  setup: string,
  entries: readonly { entry: Entry; body?: ArticleBody | undefined }[],
): void {
  const texts: Buffer[] = [];
  let start = 0;
  const placed = entries.map(({ entry, body }) => {
    if (!body) return entry;
    const [html, text] = [Buffer.from(body.html), Buffer.from(body.text)];
    const bytes = Buffer.concat([html, text]);
    const place: BodyPlace = { start, html: html.length, text: text.length, checksum: crc32(bytes) };
    start += bytes.length;
    texts.push(bytes);
    return { ...entry, place };
  });
  const json = Buffer.from(JSON.stringify({ setup, entries: placed }));
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(json.length, 0);
  head.writeUInt32LE(crc32(json), 4);
  replaceFile(path, [head, json, ...texts]);
}

/** Read a bucket; `undefined` if it is not there, damaged, or made by another setup. */
export function readBucket<Entry>(path: string, setup: string): Bucket<Entry> | undefined {
  const head = readAt(path, 0, headLength);
  const length = head.length === headLength ? head.readUInt32LE(0) : 0;
  const json = readAt(path, headLength, length);
  if (length === 0 || json.length !== length || crc32(json) !== head.readUInt32LE(4)) return undefined;
  const content = JSON.parse(json.toString('utf8')) as { setup: string; entries: Bucket<Entry>['entries'] };
  if (content.setup !== setup) return undefined;
  return {
    entries: content.entries,
    bodyAt: (place, mend) => new StoredBody({ path, origin: headLength + length, ...place, mend }),
  };
}

/** The text of an article in a file. It is read each time, since few are asked for twice. */
class StoredBody implements ArticleBody {
  readonly #source: BodySource;

  constructor(source: BodySource) {
    this.#source = source;
  }

  get html(): string {
    const bytes = this.#read();
    return bytes ? bytes.toString('utf8', 0, this.#source.html) : this.#source.mend().html;
  }

  get text(): string {
    const bytes = this.#read();
    return bytes ? bytes.toString('utf8', this.#source.html) : this.#source.mend().text;
  }

  #read(): Buffer | undefined {
    const { path, origin, start, html, text, checksum } = this.#source;
    const bytes = readAt(path, origin + start, html + text);
    if (crc32(bytes) === checksum) return bytes;
    // Without its file, the next build makes the bucket anew.
    rmSync(path, { force: true });
    return undefined;
  }
}

interface BodySource extends BodyPlace {
  path: string;
  /** Where the texts of the file begin. */
  origin: number;
  mend(): ArticleBody;
}

/** Read a part of a file, as far as it is there. */
function readAt(path: string, position: number, length: number): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, position));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
