import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Origin } from '../../core/import/archive/origins.ts';
import { replaceFile } from '../cache/cache-file.ts';
import { digestOf } from '../cache/digest.ts';
import { isWithin } from '../base/paths.ts';

/** Result of writing a record's file; `kept` if it was edited and the source has not changed. */
export type FileOutcome = 'written' | 'updated' | 'unchanged' | 'kept' | 'edited' | 'deleted' | 'occupied';

/**
 * Write a record's file if it is new, or unedited since an earlier import. Edited files are left unchanged, and deleted
 * ones are not restored.
 *
 * @param path Relative to the content folder.
 * @param earlier The origin noted by an earlier import.
 */
export function writeRecord(
  content: string,
  path: string,
  text: string,
  earlier: Origin | undefined,
  isTrial: boolean,
): FileOutcome {
  const file = join(content, path);
  if (!isWithin(file, content)) throw new Error(`${path} is outside of the content folder.`);
  const current = existsSync(file) ? digestOf(readFileSync(file, 'utf8')) : undefined;
  const outcome = decide(current, digestOf(text), earlier);
  if (!isTrial && (outcome === 'written' || outcome === 'updated')) writeWhole(file, text);
  return outcome;
}

/** Compare digests of the current file, the new text, and the text written last. */
function decide(current: string | undefined, next: string, earlier: Origin | undefined): FileOutcome {
  if (current === next) return 'unchanged';
  if (!earlier) return current === undefined ? 'written' : 'occupied';
  if (earlier.text === undefined) return current === undefined ? 'written' : 'edited';
  if (current === undefined) return 'deleted';
  if (current === earlier.text) return 'updated';
  return next === earlier.text ? 'kept' : 'edited';
}

/** Write a text file atomically. */
export function writeWhole(file: string, text: string): void {
  replaceFile(file, [Buffer.from(text)]);
}

/** Merge comments into a file, once per `id`, oldest first. Returns the number of new ones. */
export function mergeComments(content: string, slug: string, lines: string, isTrial: boolean): number {
  const file = join(content, 'comments', `${slug}.jsonl`);
  const existing = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
  const idOf = (line: string): string => /"id":"([^"]*)"/.exec(line)?.[1] ?? line;
  const timeOf = (line: string): number => Date.parse(/"at":"([^"]*)"/.exec(line)?.[1] ?? '');
  const known = new Set(existing.map(idOf));
  const added = lines.split('\n').filter((line) => line !== '' && !known.has(idOf(line)));
  if (added.length > 0 && !isTrial) {
    const all = [...existing, ...added].toSorted((a, b) => timeOf(a) - timeOf(b) || (idOf(a) < idOf(b) ? -1 : 1));
    writeWhole(file, `${all.join('\n')}\n`);
  }
  return added.length;
}
