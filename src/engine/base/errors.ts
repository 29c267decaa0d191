import type { MessageLanguage } from '../../core/problems/problem.ts';
import { type DiskSpace, spaceOf } from './disk-space.ts';
import { type SystemCode, systemSentences } from './system-sentences.ts';

/** Describes an error in the language of the messages. */
type Words = (language: MessageLanguage) => string;

/** Publishing was interrupted. */
export class InterruptedError extends Error {
  readonly words: Words;
  /** Whether the new site is in place nevertheless, and only its record in the cache is missing. */
  readonly isPublished: boolean;

  constructor(words: Words, { isPublished = false, ...options }: ErrorOptions & { isPublished?: boolean } = {}) {
    super(words('en'), options);
    this.words = words;
    this.isPublished = isPublished;
  }
}

/**
 * The build failed because of the environment (disk full, permissions). The message says what happened and in which
 * state the site is.
 */
export class MachineError extends Error {
  readonly words: Words;

  constructor(words: string | Words, options?: ErrorOptions) {
    const write = typeof words === 'string' ? (): string => words : words;
    super(write('en'), options);
    this.words = write;
  }
}

/**
 * Describe an error of the operating system, such as a full disk, in a sentence or two; `undefined` for other errors.
 * Errors passed between threads have only a message, so it is parsed as well; a full disk is also recognised from the
 * messages and causes of other errors, such as those of Vite, sharp or zlib.
 *
 * @example describeSystemError(error) // 'The disk is full: /srv/dist could not be written. Free some space.'
 */
export function describeSystemError(error: unknown, language: MessageLanguage = 'en'): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const full = findFull(error);
  if (full) return systemSentences[full.code][language](full.path, { ...full.space, ...spaceOf(error) });
  const { code = codeIn(error.message), path = pathIn(error.message) } = error as NodeJS.ErrnoException;
  if (code !== undefined && Object.hasOwn(systemSentences, code))
    return systemSentences[code as SystemCode][language](path);
  return code !== undefined && path !== undefined ? `${path}: ${error.message}.` : undefined;
}

/** Return whether an error was caused by a full disk or an exhausted quota. */
export function isFullError(error: unknown): boolean {
  return error instanceof Error && findFull(error) !== undefined;
}

/** A full disk or an exhausted quota. */
interface Full {
  code: 'ENOSPC' | 'EDQUOT';
  path: string | undefined;
  space: DiskSpace;
}

const maxDepth = 5;
// Wording of Node, POSIX, Rust (in Vite's bundler) and Windows.
const signs: readonly (readonly [Full['code'], RegExp])[] = [
  ['ENOSPC', /\bENOSPC\b|no space left on device|\(os error (?:28|112)\)|not enough space on the disk/i],
  ['EDQUOT', /\bEDQUOT\b|(?:disk )?quota exceeded|\(os error 122\)/i],
];

function findFull(error: Error, depth = 0): Full | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  const found = signs.find(([name, sign]) => code === name || sign.test(error.message))?.[0];
  if (found) {
    const named = path ?? pathIn(error.message) ?? /(?<=[\s'"«(])(?:\/|[A-Z]:\\)[^\s'"»)]+/.exec(error.message)?.[0];
    return { code: found, path: named, space: spaceOf(error) };
  }
  if (depth === maxDepth) return undefined;
  const { cause, errors } = error as Error & { cause?: unknown; errors?: unknown };
  const below = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  for (const each of below) {
    const deeper = each instanceof Error ? findFull(each, depth + 1) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

function codeIn(message: string): string | undefined {
  return /^(E[A-Z]+): /.exec(message)?.[1];
}

function pathIn(message: string): string | undefined {
  return /, \w+ '([^']+)'/.exec(message)?.[1];
}

/**
 * A command was called with invalid arguments. Its message is English; errors that writers may see have a Persian one
 * as well.
 */
export class UsageError extends Error {
  readonly persian: string | undefined;

  constructor(message: string, persian?: string) {
    super(message);
    this.persian = persian;
  }
}

/** The newspaper’s configuration is invalid. */
export class ConfigError extends UsageError {
  /** The language of messages set in the configuration, even if other settings are invalid. */
  readonly language: 'fa' | 'en' | undefined;

  constructor(message: string, persian?: string, language?: 'fa' | 'en') {
    super(message, persian);
    this.language = language;
  }
}
