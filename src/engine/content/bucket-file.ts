import { closeSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { fingerprint } from '../../core/text/hash.ts';
import type { ArticleBody } from '../../core/article.ts';
import { replaceFile } from '../cache/cache-file.ts';

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

/** What is remembered of a file of the content, and what of it lies apart from the rest. */
export interface BucketItem<Entry> {
  /** Written as JSON. */
  entry: Entry;
  features?: Uint32Array | undefined;
  body?: ArticleBody | undefined;
}

/** A bucket as it was read: what is remembered of its files, and their texts, which are read when they are asked for. */
export interface Bucket<Entry> {
  entries: readonly StoredEntry<Entry>[];
  /** @param mend Makes the text anew if its bytes turn out to be damaged. */
  bodyAt(place: BodyPlace, mend: () => ArticleBody): ArticleBody;
}

type StoredEntry<Entry> = Entry & { place?: BodyPlace; features?: Uint32Array };

/** Before all else: the lengths of the entries and of their features, in bytes, and the checksum of both. */
const headLength = 12;

/** Write a bucket: its entries as JSON, then the features of all, then the texts. */
export function writeBucket<Entry>(path: string, setup: string, items: readonly BucketItem<Entry>[]): void {
  const texts: Buffer[] = [];
  let start = 0;
  const entries = items.map(({ entry, body, features }) => {
    if (!body) return entry;
    const [html, text] = [Buffer.from(body.html), Buffer.from(body.text)];
    const bytes = Buffer.concat([html, text]);
    const place: BodyPlace = { start, html: html.length, text: text.length, checksum: crc32(bytes) };
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

/** Read a bucket; `undefined` if it is not there, damaged, or made by another setup. */
export function readBucket<Entry>(path: string, setup: string): Bucket<Entry> | undefined {
  const head = readAt(path, 0, headLength);
  if (head.length < headLength) return undefined;
  const [jsonLength, featuresLength] = [head.readUInt32LE(0), head.readUInt32LE(4)];
  const bytes = readAt(path, headLength, jsonLength + featuresLength);
  if (bytes.length !== jsonLength + featuresLength || crc32(bytes) !== head.readUInt32LE(8)) return undefined;
  const content = JSON.parse(bytes.toString('utf8', 0, jsonLength)) as StoredContent<Entry>;
  if (content.setup !== setup) return undefined;
  // A copy begins where whole numbers may begin.
  const features = new Uint32Array(Uint8Array.from(bytes.subarray(jsonLength)).buffer);
  let start = 0;
  return {
    entries: content.entries.map((entry) =>
      Object.assign(entry, { features: features.subarray(start, (start += entry.features ?? 0)) }),
    ),
    bodyAt: (place, mend) => new StoredBody({ path, origin: headLength + bytes.length, ...place, mend }),
  };
}

interface StoredContent<Entry> {
  setup: string;
  entries: readonly (Entry & { place?: BodyPlace; features?: number })[];
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
