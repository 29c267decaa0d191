import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { fingerprint } from '../../core/text/hash.ts';
import type { ArticleBody } from '../../core/article.ts';
import { replaceFile } from '../cache/cache-file.ts';

/** Position of an article's text in its bucket's file, in bytes. */
export interface BodyPlace {
  start: number;
  html: number;
  text: number;
  /** Absent if they are unknown. */
  words?: number | undefined;
  /** CRC-32 of all its bytes. */
  checksum: number;
}

/** Number of cache files for a content folder: a change rewrites one of them. */
export const bucketCount = 128;

/** Number of the bucket for a content file. */
export function bucketOf(name: string): number {
  return Number.parseInt(fingerprint(name).slice(0, 4), 16) % bucketCount;
}

/** A cached content file, with the parts that are stored separately. */
export interface BucketItem<Entry> {
  /** Stored as JSON. */
  entry: Entry;
  features?: Uint32Array | undefined;
  body?: ArticleBody | undefined;
}

/** A parsed bucket: the entries of its files, and their texts, which are read on demand. */
export interface Bucket<Entry> {
  entries: readonly StoredEntry<Entry>[];
  /** @param mend Recreates the text if its bytes turn out to be damaged. */
  bodyAt(place: BodyPlace, mend: () => ArticleBody): ArticleBody;
}

type StoredEntry<Entry> = Entry & { place?: BodyPlace; features?: Uint32Array };

// The head: lengths of the entries and of their features, in bytes, and the checksum of both.
const headLength = 12;

/** Write a bucket: its entries as JSON, then all features, then the texts. */
export function writeBucket<Entry>(path: string, setup: string, items: readonly BucketItem<Entry>[]): void {
  const texts: Buffer[] = [];
  let start = 0;
  const entries = items.map(({ entry, body, features }) => {
    if (!body) return entry;
    const parts = [body.html, body.text, body.words ?? ''].map((part) => Buffer.from(part));
    const [html, text, words] = parts.map(({ length }) => length) as [number, number, number];
    const bytes = Buffer.concat(parts);
    const place: BodyPlace = { start, html, text, checksum: crc32(bytes), ...(body.words !== undefined && { words }) };
    start += bytes.length;
    texts.push(bytes);
    return { ...entry, place, features: features?.length };
  });
  const json = Buffer.from(JSON.stringify({ setup, entries }));
  const features = Buffer.concat(items.map((item) => bytesOf(item.features ?? new Uint32Array())));
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(json.length, 0);
  head.writeUInt32LE(features.length, 4);
  head.writeUInt32LE(crc32(features, crc32(json)), 8);
  replaceFile(path, [head, json, features, ...texts]);
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Read a bucket; `undefined` if it is missing, damaged, or of another setup. */
export function readBucket<Entry>(path: string, setup: string): Bucket<Entry> | undefined {
  const head = readAt(path, 0, headLength);
  if (head.length < headLength) return undefined;
  const [jsonLength, featuresLength] = [head.readUInt32LE(0), head.readUInt32LE(4)];
  const bytes = readAt(path, headLength, jsonLength + featuresLength);
  if (bytes.length !== jsonLength + featuresLength || crc32(bytes) !== head.readUInt32LE(8)) return undefined;
  const content = JSON.parse(bytes.toString('utf8', 0, jsonLength)) as StoredContent<Entry>;
  if (content.setup !== setup) return undefined;
  // Copied for alignment.
  const features = new Uint32Array(Uint8Array.from(bytes.subarray(jsonLength)).buffer);
  let start = 0;
  return {
    entries: content.entries.map((entry) =>
      Object.assign(entry, { features: features.subarray(start, (start += entry.features ?? 0)) }),
    ),
    bodyAt: (place, mend) => new StoredBody({ path, head, origin: headLength + bytes.length, ...place, mend }),
  };
}

interface StoredContent<Entry> {
  setup: string;
  entries: readonly (Entry & { place?: BodyPlace; features?: number })[];
}

/** The text of an article in a file, read on each access, since few are accessed twice. */
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
    const { html, text, mend } = this.#source;
    return bytes ? bytes.toString('utf8', html, html + text) : mend().text;
  }

  get words(): string | undefined {
    const { html, text, words } = this.#source;
    return words === undefined ? undefined : this.#read()?.toString('utf8', html + text);
  }

  #read(): Buffer | undefined {
    const { path, head, origin, start, html, text, words = 0, checksum } = this.#source;
    const bytes = readAt(path, origin + start, html + text + words);
    if (crc32(bytes) === checksum) return bytes;
    // Without its file, the next build recreates the bucket. The live view may have written it again already, while a page
    // of the site before was still being rendered.
    if (readAt(path, 0, headLength).equals(head)) rmSync(path, { force: true });
    return undefined;
  }
}

interface BodySource extends BodyPlace {
  path: string;
  /** First bytes of the file when the bucket was read. */
  head: Buffer;
  /** Offset of the texts in the file. */
  origin: number;
  mend(): ArticleBody;
}

/** Read a range of a file; fewer bytes if the file is shorter. */
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
