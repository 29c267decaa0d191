import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { whileInUse } from '../base/in-use.ts';

/** Bytes before the content: four for its checksum. */
const headLength = 4;

/** Write a file of the cache. It takes its name when it is whole, so that a build that is killed leaves no half of it. */
export function writeCacheFile(path: string, content: Uint8Array): void {
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(crc32(content));
  replaceFile(path, [head, content]);
}

/** Read a file of the cache; `undefined` if it is not there, or damaged. */
export function readCacheFile(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(headLength);
    return bytes.length >= headLength && bytes.readUInt32LE() === crc32(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Write a value of JSON into the cache. */
export function writeCacheJson(path: string, value: unknown): void {
  writeCacheFile(path, Buffer.from(JSON.stringify(value)));
}

/** Read a value of JSON out of the cache; whoever wrote it vouches for its type. */
export function readCacheJson<Value>(path: string): Value | undefined {
  const content = readCacheFile(path);
  return content && (JSON.parse(content.toString('utf8')) as Value);
}

/** Write a file under another name, then give it its own. */
export function replaceFile(path: string, parts: readonly Uint8Array[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, parts.length === 1 ? parts[0]! : Buffer.concat(parts));
  whileInUse(() => renameSync(fresh, path));
}
