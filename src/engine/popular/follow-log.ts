import { digestOf } from '../cache/digest.ts';
import { stampOf } from '../cache/file-stamp.ts';
import { isDamage, peek, readLines } from './log-file.ts';

/** How far a log was read. */
export interface LogMark {
  /** Digest of its first line. */
  first: string;
  /** Position after the last line that was read, in bytes, decompressed. */
  offset: number;
  /** Digest of the bytes before it: two logs may begin alike. */
  tail: string;
  /** State of the file at the time, which tells without opening it that nothing is new. */
  stamp: string;
}

const tailLength = 256;
const longestFirst = 65_536;

/**
 * Pass the lines of a log that are new since the last time to a function.
 *
 * @param marks Of all logs, the latest last.
 * @returns The mark of this log, absent if it has no complete line yet, and the one that it replaces; and whether the log is not
 *   cut off, as a compressed one may be.
 */
export async function followLog(
  path: string,
  marks: readonly LogMark[],
  take: (line: string) => void,
): Promise<{ mark?: LogMark | undefined; known?: LogMark | undefined; isWhole: boolean }> {
  if (path === '-') return { isWhole: (await readLines(path, 0, take)).isWhole };
  const stamp = stampOf(path);
  const seen = marks.find((mark) => mark.stamp === stamp);
  if (seen) return { mark: seen, known: seen, isWhole: true };
  const first = await firstLine(path);
  if (first === undefined) return { isWhole: true };
  const known = await findMark(
    path,
    marks.filter((mark) => mark.first === first),
  );
  const { end, isWhole } = await readLines(path, known?.offset ?? 0, take);
  return { mark: { first, offset: end, tail: await tailOf(path, end), stamp }, known, isWhole };
}

async function findMark(path: string, marks: readonly LogMark[]): Promise<LogMark | undefined> {
  for (const mark of marks.toReversed()) if ((await tailOf(path, mark.offset)) === mark.tail) return mark;
  return undefined;
}

async function firstLine(path: string): Promise<string | undefined> {
  const start = await peekSafely(path, 0, longestFirst);
  const end = start.indexOf(10);
  return end === -1 && start.length < longestFirst
    ? undefined
    : digestOf(start.subarray(0, end === -1 ? undefined : end));
}

async function tailOf(path: string, offset: number): Promise<string> {
  const start = Math.max(0, offset - tailLength);
  return digestOf(await peekSafely(path, start, offset - start));
}

async function peekSafely(path: string, start: number, count: number): Promise<Buffer> {
  try {
    return await peek(path, start, count);
  } catch (error) {
    if (isDamage(error)) return Buffer.alloc(0);
    throw error;
  }
}
