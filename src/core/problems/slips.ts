import type { Wording } from './wording.ts';

/** Wording of slips, which are mistyped markdown, keyed by the rule names used to disable them. */
export const slipWording = {
  'heading-form': {
    en: {
      message: 'this is no heading, and readers see its signs: {found}',
      fix: 'Put a space after the signs:  {proposed}',
    },
    fa: {
      message: 'این میان‌تیتر نمی‌شود و خواننده نشانه‌اش را می‌بیند: {found}',
      fix: 'پس از نشانه فاصله بگذارید:  {proposed}',
    },
  },
  'heading-accidental': {
    en: {
      message: 'the line of signs below makes a heading of this text: {found}',
      fix: 'Leave a blank line between the two, or remove the signs.',
    },
    fa: {
      message: 'خطِ زیر این متن آن را میان‌تیتر می‌کند: {found}',
      fix: 'میان آن دو یک خط خالی بگذارید یا نشانه‌ها را بردارید.',
    },
  },
  'list-form': {
    en: {
      message: 'this is no list, and readers see it as running text: {found}',
      fix: 'Begin each item as in:  {proposed}',
    },
    fa: {
      message: 'این فهرست نمی‌شود و خواننده آن را پشت سر هم می‌بیند: {found}',
      fix: 'هر سطر را این‌گونه آغاز کنید:  {proposed}',
    },
  },
  'link-form': {
    en: { message: 'this is no link, and readers see its signs: {found}', fix: 'Write:  {proposed}' },
    fa: { message: 'این پیوند نمی‌شود و خواننده نشانه‌هایش را می‌بیند: {found}', fix: 'بنویسید:  {proposed}' },
  },
  'note-form': {
    en: { message: 'readers see {found} as it stands; here, a note is a quotation.', fix: 'Write:  {proposed}' },
    fa: { message: 'خواننده {found} را همین‌گونه می‌بیند؛ یادداشت این‌جا نقل‌قول است.', fix: 'بنویسید:  {proposed}' },
  },
  'emphasis-form': {
    en: { message: 'this is no emphasis, and readers see its signs: {found}', fix: 'Write:  {proposed}' },
    fa: { message: 'این پررنگ نمی‌شود و خواننده نشانه‌هایش را می‌بیند: {found}', fix: 'بنویسید:  {proposed}' },
  },
  'emphasis-open': {
    en: {
      message: 'the emphasis that begins here is not closed, and readers see its signs: {found}',
      fix: 'Put {mark} at its end as well, in the same paragraph, or remove it here.',
    },
    fa: {
      message: 'پررنگی‌ای که این‌جا آغاز شده بسته نشده است و خواننده نشانه‌هایش را می‌بیند: {found}',
      fix: 'در پایان آن هم، در همین بند، {mark} بگذارید یا آن را از این‌جا بردارید.',
    },
  },
  'signs-left': {
    en: {
      message: 'readers see these signs as they stand: {found}',
      fix: 'Remove them, or if readers are to see them, write:  {proposed}',
    },
    fa: {
      message: 'خواننده این نشانه‌ها را همین‌گونه می‌بیند: {found}',
      fix: 'آن‌ها را بردارید یا اگر خواننده باید ببیندشان، بنویسید:  {proposed}',
    },
  },
  'formula-form': {
    en: { message: 'this is no formula, and readers see its source: {found}', fix: 'Write:  {proposed}' },
    fa: { message: 'این فرمول نمی‌شود و خواننده متن خامش را می‌بیند: {found}', fix: 'بنویسید:  {proposed}' },
  },
  'fence-open': {
    en: {
      message: 'the code that begins here is not closed, so all that follows is code: {found}',
      fix: 'Write a line of {mark} after the last line of the code.',
    },
    fa: {
      message: 'کدی که این‌جا آغاز شده بسته نشده است و هر چه پس از آن بیاید کد است: {found}',
      fix: 'پس از آخرین خط کد یک خط {mark} بنویسید.',
    },
  },
  'table-form': {
    en: {
      message: 'this is no table, and readers see its signs: {found}',
      fix: 'Write below its first row:  {proposed}',
    },
    fa: {
      message: 'این جدول نمی‌شود و خواننده نشانه‌هایش را می‌بیند: {found}',
      fix: 'زیر سطر نخست آن بنویسید:  {proposed}',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;

/** Name of a slip rule. */
export type SlipRule = keyof typeof slipWording;

/** The names of all slip rules. */
export const slipRules = Object.keys(slipWording) as readonly SlipRule[];
