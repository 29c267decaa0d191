import { gregorianDay } from '../dates/news-date.ts';
import type { ValueKind } from '../problems/table.ts';
import { type Problem, type ProblemId, quoteValue } from '../problems/problem.ts';
import { memoize } from '../text/memoize.ts';
import { cleanName, cleanText, isLonger } from './clean-text.ts';
import { type Comment, commentId, commentLimits, compareComments } from './comment.ts';

/** The comments of a file, and its problems. */
export interface ParsedComments {
  /** In the order of {@link compareComments}; without the lines that have problems. */
  comments: readonly Comment[];
  problems: readonly Problem[];
  /** Comments that answer none of the file. */
  warnings: readonly Problem[];
}

/**
 * Parse a file of `content/comments`: JSON Lines, one comment a line. Texts are cleaned as the service cleans them, so that it
 * does not matter who wrote the file. All problems are collected.
 *
 * @param file Path for messages.
 */
export function parseComments(text: string, file: string): ParsedComments {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length > commentLimits.fileLines) return { ...nothing, problems: [tooLarge(file)] };
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.trim() === '') continue;
    const place: Place = { file, line: index + 1, problems };
    const comment = readLine(line, place);
    if (!comment) continue;
    const other = places.get(comment.id);
    if (other !== undefined) report(place, 'comments-duplicate', { id: comment.id, other: `${other}` });
    else {
      places.set(comment.id, index + 1);
      comments.push(comment);
    }
  }
  const warnings: Problem[] = [];
  for (const { id, re } of comments)
    if (re !== undefined && !places.has(re))
      report({ file, line: places.get(id)!, problems: warnings }, 'comments-parent', { re });
  return { comments: comments.toSorted(compareComments), problems, warnings };
}

/** A line, and where its problems go. */
interface Place {
  file: string;
  line: number;
  problems: Problem[];
}

// Plain functions: closures for each line of 100,000 would be much of what has to be collected.
function report({ file, line, problems }: Place, id: ProblemId, values: Record<string, string>): void {
  problems.push({ id, file, line, column: 1, values });
}

function refuse(place: Place, row: Record<string, unknown>, name: string, expectedKind: ValueKind): void {
  const found = quoteValue(JSON.stringify(row[name]) ?? '');
  report(place, 'comments-field', { name, found, expectedKind, example: examples[name] ?? example });
}

const nothing = { comments: [], warnings: [] };

/** The problem of a file that is larger than any build reads. */
export function tooLarge(file: string): Problem {
  const { fileBytes, fileLines } = commentLimits;
  const values = { maxSize: `${fileBytes}`, maxLines: `${fileLines}` };
  return { id: 'comments-too-large', file, line: 1, column: 1, values };
}

/** Write comments as a file: sorted, each on its line, keys always in the same order. */
export function writeComments(comments: readonly Comment[]): string {
  return comments
    .toSorted(compareComments)
    .map(({ id, at, name, text, re, by, removed }) => `${JSON.stringify({ id, at, name, text, re, by, removed })}\n`)
    .join('');
}

const keys = ['id', 'at', 'name', 'text', 're', 'by', 'removed'];

function readLine(line: string, place: Place): Comment | undefined {
  const row = readObject(line);
  if (!row) return void report(place, 'comments-json', { found: quoteValue(line), example });
  const before = place.problems.length;
  for (const name in row) {
    if (keys.includes(name)) continue;
    // The value may be private, so messages do not repeat it.
    report(place, 'comments-key', { name: quoteValue(name), fields: keys.join(', ') });
  }
  const { id, at, name, text = '', re, by, removed } = row;
  if (!isId(id)) refuse(place, row, 'id', 'commentId');
  if (typeof at !== 'string' || !isMoment(at)) refuse(place, row, 'at', 'commentAt');
  if (!isName(name)) refuse(place, row, 'name', 'commentName');
  if (re !== undefined && !isId(re)) refuse(place, row, 're', 'commentId');
  if (!isName(by) || by === '') refuse(place, row, 'by', 'commentName');
  const clean = typeof text === 'string' ? cleanText(text) : undefined;
  const isRemoved = removed === true && name === undefined && clean === '';
  if (removed !== undefined && !isRemoved) refuse(place, row, 'removed', 'commentRemoved');
  else if (!isRemoved && (!clean || isLonger(clean, commentLimits.storedText)))
    refuse(place, row, 'text', 'commentText');
  if (place.problems.length > before) return undefined;
  const own = typeof name === 'string' ? cleanName(name) : '';
  const comment: Comment = { id: id as string, at: at as string, text: clean! };
  if (own !== '') comment.name = own;
  if (re !== undefined) comment.re = re as string;
  if (by !== undefined) comment.by = by as string;
  if (isRemoved) comment.removed = true;
  return comment;
}

function readObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && commentId.test(value);
}

function isName(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && !isLonger(value, commentLimits.name));
}

/** Return whether a text is a moment in ISO 8601, of a day that exists. */
function isMoment(at: string): boolean {
  return moment.test(at) && isDay(at.slice(0, 10));
}

const moment = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Cached, because comments share few days. */
const isDay = memoize(5000, (day: string): boolean => {
  const [year, month, date] = day.split('-').map(Number);
  return year! >= 1970 && gregorianDay(year!, month!, date!) !== undefined;
});

const examples: Readonly<Record<string, string>> = {
  id: '"id":"k3v9m2xq7a"',
  at: '"at":"2026-11-29T18:03:00+03:30"',
  name: '"name":"نگار"',
  text: '"text":"بند نخست\\n\\nبند دوم"',
  re: '"re":"k3v9m2xq7a"',
  by: '"by":"newsroom"',
  removed: '"removed":true',
};
const example = '{"id":"k3v9m2xq7a","at":"2026-11-29T18:03:00+03:30","name":"نگار","text":"…"}';
