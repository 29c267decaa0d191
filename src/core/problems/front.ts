import type { Wording } from './wording.ts';

/** Wording of problems in `front.yml`, in which editors compose the front page. */
export const frontWording = {
  'front-block': {
    en: {
      message: 'a block shows one of these: {contents}; this one has none or several{found}.',
      fix: 'Write one of them:  - section: society  or  - latest',
    },
    fa: {
      message: 'هر بلوک یکی از این‌ها را نشان می‌دهد: {contents}؛ این یکی هیچ یا چند تا دارد{found}.',
      fix: 'یکی از آن‌ها را بنویسید:  - section: society  یا  - latest',
    },
  },
  'front-count': {
    en: { message: 'expected a number from 1 to 20, found «{found}».', fix: 'Write:  count: 4' },
    fa: { message: 'عددی از ۱ تا ۲۰ باید باشد؛ «{found}» نوشته شده است.', fix: 'بنویسید:  count: 4' },
  },
  'front-tag': {
    en: {
      message: 'no published article has the tag «{found}».{hint}',
      fix: 'Write a tag that articles have, or remove the block.',
    },
    fa: {
      message: 'هیچ خبر منتشرشده‌ای برچسب «{found}» ندارد.{hint}',
      fix: 'برچسبی بنویسید که خبرها دارند یا این بلوک را بردارید.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
