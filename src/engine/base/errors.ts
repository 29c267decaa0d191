/** A build could not go on while it was publishing. */
export class InterruptedError extends Error {}

/** A build failed for a reason of the machine; the message says it, and what has become of the site. */
export class MachineError extends Error {}

/**
 * Tell in a sentence or two what the system refused, such as to write to a full disk; `undefined` for errors that are none
 * of the system's. Errors that come from threads have nothing but their message.
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
const inUse = (place: string): string =>
  `${place} is in use by another program. Close what has it open, and try again.`;
/** Windows does not say which of the two it is. */
const heldOpen = process.platform === 'win32' ? ' Or another program has it open: close that.' : '';
const vanished = (place: string): string => `${place} is no longer there: it has vanished in the meantime. Try again.`;
const tooMany = (place: string): string =>
  `${place} could not be opened: too many files are open. Raise the limit (ulimit -n).`;

const sentences: Readonly<Record<string, (place: string) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EBUSY: inUse,
  EPERM: forbidden,
  EROFS: (place) => `${place} can’t be written: the disk is mounted for reading only.`,
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

/** A command was called in a way that can't be right. */
export class UsageError extends Error {}

/** The newspaper’s settings are unsound. */
export class ConfigError extends UsageError {}
