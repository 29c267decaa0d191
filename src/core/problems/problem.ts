import { problemTable, type ValueKind, valueKinds } from './table.ts';
import { type Wording } from './wording.ts';
import { isOrthographyRule } from './orthography.ts';

/** The kinds of problem; `table.ts` has the wording of each. */
export type ProblemId = keyof typeof problemTable;

/** Languages of the messages. */
export type MessageLanguage = 'en' | 'fa';

/** A problem in the content: its kind, its position, and the values that its message quotes. */
export interface Problem {
  id: ProblemId;
  /** Path relative to the project. */
  file: string;
  /** 1-based; so is `column`. */
  line: number;
  column: number;
  /** The front-matter field, as in `image.alt`. */
  field?: string | undefined;
  /** Replacements for the placeholders in the wording, by name. */
  values: Readonly<Record<string, string>>;
}

/** Thrown by commands that can't continue with the problems they collected. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in the content`);
    this.name = 'ContentError';
    this.problems = sortProblems(problems);
  }
}

/** Sort problems by file, line, column, kind and field. */
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
 * Format a problem for the terminal: position, field and message, then the fix on its own line. Warnings include the
 * name of their rule.
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

/** Fill in the wording of a problem, without its position: the message and the fix. */
export function wordProblem({ id, values }: Problem, language: MessageLanguage): Wording {
  const { message, fix } = problemTable[id][language];
  return { message: fill(message, values, language), fix: fill(fix, values, language) };
}

/** Shorten a value from the content so that a message can quote it on one line, in at most 80 characters. */
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
 * Replace unsafe characters with U+FFFD. Content is untrusted: control characters (U+0000–001F, U+007F–009F, bidi
 * overrides) could overwrite the terminal, and lone surrogates can't be encoded. GitHub's runners interpret `##[`
 * anywhere in a line as the beginning of a command.
 */
export function printable(text: string): string {
  return text.replace(unprintable, '�').toWellFormed();
}

// oxlint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|#(?=#\[)/g;

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
