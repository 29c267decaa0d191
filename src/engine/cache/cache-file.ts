import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { nameFile } from '../base/disk-space.ts';
import { whileInUse } from '../base/in-use.ts';

// Bytes before the content: a checksum of four bytes.
const headLength = 4;

/**
 * Write a cache file with a checksum. It is renamed into place when complete, so that a killed build leaves no partial
 * file.
 */
export function writeCacheFile(path: string, content: Uint8Array): void {
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(crc32(content));
  replaceFile(path, [head, content]);
}

/** Read a cache file; `undefined` if it is missing or damaged. */
export function readCacheFile(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(headLength);
    return bytes.length >= headLength && bytes.readUInt32LE() === crc32(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Write a JSON value to the cache. */
export function writeCacheJson(path: string, value: unknown): void {
  writeCacheFile(path, Buffer.from(JSON.stringify(value)));
}

/** Read a JSON value from the cache. Its type is trusted, as only builds write there. */
export function readCacheJson<Value>(path: string): Value | undefined {
  const content = readCacheFile(path);
  return content && (JSON.parse(content.toString('utf8')) as Value);
}

/**
 * Replace a file atomically: write to a temporary name, then rename.
 *
 * @param flush Wait until the disk has the file, so that it survives a power cut.
 */
export function replaceFile(path: string, parts: readonly Uint8Array[], flush = false): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}.new`;
  try {
    nameFile(path, () => writeFileSync(fresh, parts.length === 1 ? parts[0]! : Buffer.concat(parts), { flush }));
    whileInUse(() => renameSync(fresh, path));
  } catch (error) {
    // A partial file would take up scarce disk space.
    rmSync(fresh, { force: true });
    throw error;
  }
}
