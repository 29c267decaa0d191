import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createGunzip } from 'node:zlib';

/** Longest line that is read, in bytes. */
const longestLine = 1_000_000;

/** Iterate the bytes of a log from a position, decompressed if it is gzip (RFC 1952), whatever its name. `-` is the standard input. */
export async function* bytesFrom(path: string, start: number): AsyncGenerator<Buffer> {
  if (path === '-') {
    yield* process.stdin as AsyncIterable<Buffer>;
    return;
  }
  if (!isGzip(path)) {
    yield* createReadStream(path, { start, highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>;
    return;
  }
  let before = start;
  const file = createReadStream(path, { highWaterMark: 1 << 16 });
  try {
    for await (const chunk of file.pipe(createGunzip({ chunkSize: 1 << 16 })) as AsyncIterable<Buffer>) {
      if (chunk.length > before) yield chunk.subarray(before);
      before = Math.max(0, before - chunk.length);
    }
  } finally {
    file.destroy();
  }
}

/** Read the first bytes of a log from a position: at most `count`. */
export async function peek(path: string, start: number, count: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let left = count;
  for await (const chunk of bytesFrom(path, start)) {
    parts.push(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) break;
  }
  return Buffer.concat(parts);
}

/**
 * Pass the complete lines of a log from a position to a function, as latin1 without their ends.
 *
 * @returns Position after the last of them, and whether the file ended as it should. A line that is still being written
 *   is left for the next time.
 */
export async function readLines(
  path: string,
  start: number,
  take: (line: string) => void,
): Promise<{ end: number; isWhole: boolean }> {
  let end = start;
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of bytesFrom(path, start)) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let from = 0;
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
        // Each line is a text of its own: what is kept of a part of a larger one would keep all of it.
        take(bytes.toString('latin1', from, bytes[at - 1] === 13 ? at - 1 : at));
        from = at + 1;
      }
      end += from;
      rest = Buffer.from(bytes.subarray(from));
      if (rest.length > longestLine) {
        end += rest.length;
        rest = Buffer.alloc(0);
      }
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { end, isWhole: false };
  }
  return { end, isWhole: true };
}

/** Return whether an error says that a compressed file is cut off or damaged. */
export function isDamage(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true;
}

function isGzip(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const start = Buffer.alloc(2);
    return readSync(file, start) === 2 && start.readUInt16BE() === 0x1f8b;
  } finally {
    closeSync(file);
  }
}
