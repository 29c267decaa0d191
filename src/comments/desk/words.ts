import type { CommentMark } from '../../core/comments/judge.ts';
import type { CommentState } from '../store/rows.ts';

/** Labels of the states of comments. */
export const stateWords: Readonly<Record<CommentState, string>> = {
  held: 'در انتظار',
  approved: 'منتشرشده',
  rejected: 'ردشده',
  spam: 'هرزنامه',
  removed: 'حذف‌شده',
};

/** Labels of the marks. */
export const markWords: Readonly<Record<CommentMark, string>> = {
  link: 'پیوند',
  word: 'واژهٔ فهرست',
  latin: 'بی حروف فارسی',
  twin: 'تکراری',
  edited: 'ویراسته',
};

/** Confirmations of decisions. */
export const doneWords: Readonly<Record<string, string>> = {
  approved: 'منتشر می‌شود',
  rejected: 'رد شد',
  spam: 'هرزنامه شد',
  removed: 'حذف شد',
  reply: 'پاسخ منتشر می‌شود',
  edit: 'متن ویراسته شد',
  close: 'فرم این خبر بسته شد',
  open: 'فرم این خبر باز شد',
};

/** Acts in the audit. */
export const actWords: Readonly<Record<string, string>> = {
  approved: 'انتشار',
  rejected: 'رد',
  spam: 'هرزنامه',
  removed: 'حذف همیشگی',
  reply: 'پاسخ',
  edit: 'ویرایش متن',
  close: 'بستن فرم',
  open: 'باز کردن فرم',
  login: 'ورود',
  editor: 'گذرواژهٔ تازه',
  'editor removed': 'حذف از میز',
  import: 'ورود نظرهای پیشین',
};

/** Error messages. */
export const faultWords = {
  login: 'نام یا گذرواژه درست نیست.',
  rate: 'چند بار پشت سر هم نام یا گذرواژه نادرست بوده است. یک ربع دیگر دوباره بیازمایید.',
  busy: 'اکنون نمی‌شود. کمی بعد دوباره بیازمایید.',
  proof: 'این صفحه کهنه است. دوباره وارد شوید.',
  missing: 'چنین نظری نیست یا دیگر نمی‌شود این کار را با آن کرد.',
  text: 'متن را بنویسید.',
} as const;
