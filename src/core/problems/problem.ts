import { problemTable, type ValueKind, valueKinds } from './table.ts';
import { type Wording } from './wording.ts';
import { isOrthographyRule } from './orthography.ts';

/** The kinds of problem; each has its wording in `problem-table.ts`. */
export type ProblemId = keyof typeof problemTable;

/** The languages that messages are written in. */
export type MessageLanguage = 'en' | 'fa';

/** Something wrong with the content: what, where, and the words that its message needs. */
export interface Problem {
  id: ProblemId;
  /** Relative to the project. */
  file: string;
  /** 1-based; so is `column`. */
  line: number;
  column: number;
  /** The front-matter field, as in `image.alt`. */
  field?: string | undefined;
  /** Fills the places in braces of the wording. */
  values: Readonly<Record<string, string>>;
}

/** Thrown by commands that can't go on with the problems they collected. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.name = 'ContentError';
    this.problems = sortProblems(problems);
  }
}

/** Sort problems by file, line, column and kind. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.id, b.id) ||
      compare(a.field ?? '', b.field ?? ''),
  );
}

/**
 * Write a problem for people: its place, field and message, then the fix on a line of its own. Warnings name their rule.
 *
 * @example
 * formatProblem(problem, 'en')
 * // content/articles/1404/07/shahrdar.md:4:1  tags: expected a list, found the text «ایران».
 * //   Write:  tags: [ایران]
 */
export function formatProblem(problem: Problem, language: MessageLanguage): string {
  const { message, fix } = wordProblem(problem, language);
  const place = `${printable(problem.file)}:${problem.line}:${problem.column}`;
  const field = problem.field === undefined ? '' : `${printable(problem.field)}: `;
  const rule = isOrthographyRule(problem.id) ? ` [${problem.id}]` : '';
  return `${place}  ${field}${message}${rule}\n  ${fix}`;
}

/** Word a problem without its place: what is wrong, and what to do about it. */
export function wordProblem({ id, values }: Problem, language: MessageLanguage): Wording {
  const { message, fix } = problemTable[id][language];
  return { message: fill(message, values, language), fix: fill(fix, values, language) };
}

/** Shorten a value of the content so that a message can quote it on one line. */
export function quoteValue(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

function fill(wording: string, values: Readonly<Record<string, string>>, language: MessageLanguage): string {
  return wording.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    if (!name.endsWith('Kind')) return printable(value);
    return value === '' ? '' : valueKinds[value as ValueKind][language];
  });
}

/**
 * Content is untrusted: control characters could write over a terminal (U+0000–001F, U+007F–009F, bidi overrides). Halves of
 * surrogate pairs can't be written at all. GitHub's runners take `##[` anywhere in a line for the beginning of a command.
 */
export function printable(text: string): string {
  return text.replace(unprintable, '�').toWellFormed();
}

// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|#(?=#\[)/g;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
