/** Publishing was interrupted halfway. */
export class InterruptedError extends Error {}

/**
 * The build failed because of the environment (disk full, permissions). The message says what happened and in which
 * state the site is.
 */
export class MachineError extends Error {}

/**
 * Describe an error of the operating system, such as a full disk, in a sentence or two; `undefined` for other errors.
 * Errors passed between threads have only a message, so it is parsed as well.
 *
 * @example describeSystemError(error) // 'The disk is full: /srv/dist could not be written. Free some space.'
 */
export function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = codeIn(error.message), path = pathIn(error.message) } = error as NodeJS.ErrnoException;
  const say = sentences[code ?? ''];
  if (say) return say(path ?? 'a file');
  return code !== undefined && path !== undefined ? `${path}: ${error.message}.` : undefined;
}

const full = (place: string): string => `The disk is full: ${place} could not be written. Free some space.`;
const forbidden = (place: string): string =>
  `${place} may not be read or changed by this user. Change its owner or its permissions.${heldOpen}`;
const inUse = (place: string): string => `${place} is in use by another program. Close that program, and try again.`;
// Windows reports both cases with the same error.
const heldOpen = process.platform === 'win32' ? ' Or another program has it open: close that program.' : '';
const vanished = (place: string): string => `${place} no longer exists: it was removed in the meantime. Try again.`;
const tooMany = (place: string): string =>
  `${place} could not be opened: too many files are open. Raise the limit (ulimit -n).`;

const sentences: Readonly<Record<string, (place: string) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EBUSY: inUse,
  EPERM: forbidden,
  EROFS: (place) => `${place} can’t be written: the disk is mounted read-only.`,
  ENOENT: vanished,
  ENOTDIR: vanished,
  EMFILE: tooMany,
  ENFILE: tooMany,
};

function codeIn(message: string): string | undefined {
  return /^(E[A-Z]+): /.exec(message)?.[1];
}

function pathIn(message: string): string | undefined {
  return /, \w+ '([^']+)'/.exec(message)?.[1];
}

/** A command was called with invalid arguments. Its message is English; what writers see has Persian words as well. */
export class UsageError extends Error {
  readonly persian: string | undefined;

  constructor(message: string, persian?: string) {
    super(message);
    this.persian = persian;
  }
}

/** The newspaper’s configuration is invalid. */
export class ConfigError extends UsageError {
  /** The language of messages that the configuration names, whatever else is wrong with it. */
  readonly language: 'fa' | 'en' | undefined;

  constructor(message: string, persian?: string, language?: 'fa' | 'en') {
    super(message, persian);
    this.language = language;
  }
}
