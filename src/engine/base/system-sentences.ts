import type { MessageLanguage } from '../../core/problems/problem.ts';
import type { DiskSpace } from './disk-space.ts';

/** Explains a system error for a path, and what to do about it. */
type Sentence = (path: string | undefined, space?: DiskSpace) => string;
type Sentences = Readonly<Record<MessageLanguage, Sentence>>;

// Windows reports the same errors for files that are in use and for files without permission.
const isWindows = process.platform === 'win32';

const forbidden: Sentences = {
  en: (path = 'A file') =>
    `${path} may not be read or changed by this user. Change its owner or its permissions.${isWindows ? ' Or another program has it open: close that program.' : ''}`,
  fa: (path = 'پرونده‌ای') =>
    `این کاربر نمی‌تواند ${path} را بخواند یا تغییر دهد. مالک یا اجازه‌های آن را تغییر دهید.${isWindows ? ' شاید هم برنامهٔ دیگری آن را باز کرده است: آن برنامه را ببندید.' : ''}`,
};
const vanished: Sentences = {
  en: (path = 'A file') => `${path} no longer exists: it was removed in the meantime. Try again.`,
  fa: (path = 'پرونده‌ای') => `${path} دیگر نیست: در این میان حذف شده است. دوباره بکوشید.`,
};
const tooMany: Sentences = {
  en: (path = 'A file') => `${path} could not be opened: too many files are open. Raise the limit (ulimit -n).`,
  fa: (path = 'پرونده‌ای') => `${path} باز نشد: پرونده‌های باز بیش از اندازه‌اند. این حد را بالا ببرید (ulimit -n).`,
};

/** Error codes with explanations of their own (errno(3), and one of Node). */
export type SystemCode =
  | 'ENOSPC'
  | 'EDQUOT'
  | 'EACCES'
  | 'EPERM'
  | 'EBUSY'
  | 'EROFS'
  | 'ENOENT'
  | 'ENOTDIR'
  | 'EMFILE'
  | 'ENFILE'
  | 'ERR_WORKER_OUT_OF_MEMORY';

/** Explanations of system errors, by code. */
export const systemSentences: Readonly<Record<SystemCode, Sentences>> = {
  ENOSPC: {
    en: (path = 'a file', space) =>
      `The disk is full: ${path} could not be written${room(space, 'en')}. Free some space.`,
    fa: (path = 'پرونده‌ای', space) => `دیسک پر است: ${path} نوشته نشد${room(space, 'fa')}. جا باز کنید.`,
  },
  EDQUOT: {
    en: (path = 'a file') =>
      `The disk is full for this user, whose quota is used up: ${path} could not be written. Free some space, or have the quota raised.`,
    fa: (path = 'پرونده‌ای') => `سهم این کاربر از دیسک پر است: ${path} نوشته نشد. جا باز کنید یا سهم بیشتری بگیرید.`,
  },
  EACCES: forbidden,
  EPERM: forbidden,
  EBUSY: {
    en: (path = 'A file') => `${path} is in use by another program. Close that program, and try again.`,
    fa: (path = 'پرونده‌ای') => `برنامهٔ دیگری ${path} را به کار گرفته است. آن برنامه را ببندید و دوباره بکوشید.`,
  },
  EROFS: {
    en: (path = 'A file') => `${path} can’t be written: the disk is mounted read-only.`,
    fa: (path = 'پرونده‌ای') => `${path} نوشته نمی‌شود: دیسک تنها برای خواندن وصل شده است.`,
  },
  ENOENT: vanished,
  ENOTDIR: vanished,
  EMFILE: tooMany,
  ENFILE: tooMany,
  ERR_WORKER_OUT_OF_MEMORY: {
    en: () => 'Memory ran out: give the build more (docs/operations.md says how much a site needs).',
    fa: () => 'حافظه تمام شد: حافظهٔ بیشتری به ساخت سایت بدهید (اندازه‌اش در docs/operations.md هست).',
  },
};

function room({ free, needed }: DiskSpace = {}, language: MessageLanguage): string {
  if (free === undefined) return '';
  const amount = (bytes: number): string => megabytes(bytes, language);
  if (language === 'fa')
    return needed === undefined ? ` (${amount(free)} جا هست)` : ` (${amount(free)} جا هست و ${amount(needed)} لازم است)`;
  return needed === undefined ? ` (${amount(free)} free)` : ` (${amount(free)} free, ${amount(needed)} needed)`;
}

/** Format a number of bytes as megabytes. @example megabytes(1_500_000, 'en') // '1.5 MB' */
export function megabytes(bytes: number, language: MessageLanguage): string {
  const value = (bytes / 1e6).toLocaleString(language === 'fa' ? 'fa-IR' : 'en-US', { maximumFractionDigits: 1 });
  return `${value} ${language === 'fa' ? 'مگابایت' : 'MB'}`;
}
