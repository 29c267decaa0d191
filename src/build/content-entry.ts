import { isRecentStamp, stampOf } from './file-stamp.ts';
import type { FileTask, ParsedFile } from './parse-files.ts';

/** What is remembered of a file of the content; an article's text lies apart. */
export interface ContentEntry {
  parsed: ParsedFile;
  /** Those of the article; see {@link packFeatures}. */
  features?: string;
  stamp: string;
  /** When the stamp was taken, in milliseconds since 1970-01-01T00:00Z. */
  stamped: number;
}

/** Tells which files have changed since they were remembered. It looks at each file once. */
export function createFreshness(): (entry: ContentEntry, task: FileTask) => boolean {
  const stamps = new Map<string, string>();
  const isUnchanged = (path: string, stamp: string): boolean => {
    if (!stamps.has(path)) stamps.set(path, stampOf(path));
    return stamps.get(path) === stamp;
  };
  return ({ parsed, stamp, stamped }, { name, kind, path }) =>
    parsed.file === name &&
    parsed.kind === kind &&
    stamp !== '' &&
    !isRecentStamp(stamp, stamped) &&
    isUnchanged(path, stamp) &&
    parsed.lookups.every(([other, known]) => !isRecentStamp(known, stamped) && isUnchanged(other, known));
}

/** Write the features of an article as text. */
export function packFeatures({ buffer, byteOffset, byteLength }: Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** Read what {@link packFeatures} wrote. */
export function unpackFeatures(text: string): Uint32Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64');
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
