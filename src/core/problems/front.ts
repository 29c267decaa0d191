import type { Wording } from './wording.ts';

/** Wording of problems in `front.yml`, in which editors compose the front page, and in the files of editions. */
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
  'edition-name': {
    en: {
      message: 'an edition is named after its day; «{name}» is no day.',
      fix: 'Name the file as in  1405-09-08.yml',
    },
    fa: {
      message: 'نام پروندهٔ هر شماره، روز آن است؛ «{name}» روز نیست.',
      fix: 'نام پرونده را مانند  1405-09-08.yml  بنویسید.',
    },
  },
  'edition-gone': {
    en: {
      message: 'there is no published article «{slug}»; the page of this edition leaves it out.',
      fix: 'Remove it from the list, or correct its name.',
    },
    fa: {
      message: 'خبر منتشرشده‌ای به نام «{slug}» نیست؛ صفحهٔ این شماره آن را نشان نمی‌دهد.',
      fix: 'آن را از فهرست بردارید یا نامش را درست کنید.',
    },
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
