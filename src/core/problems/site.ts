import type { Wording } from './wording.ts';

/** Wording of problems that are found once all files have been read. */
export const siteWording = {
  'popular-file': {
    en: {
      message: 'this is not the list of the most read articles that npm run popular writes.',
      fix: 'Remove the file, and run npm run popular again.',
    },
    fa: {
      message: 'این فهرست پربازدیدترین خبرها نیست، آن‌گونه که npm run popular می‌نویسد.',
      fix: 'پرونده را حذف کنید و npm run popular را دوباره اجرا کنید.',
    },
  },
  'address-unknown': {
    en: {
      message: 'there is no page or file at «{address}» on this site.',
      fix: 'Correct the address, or remove it.',
    },
    fa: {
      message: 'در این سایت صفحه یا پرونده‌ای به نشانی «{address}» نیست.',
      fix: 'نشانی را درست یا حذف کنید.',
    },
  },
  'address-misspelt': {
    en: { message: 'there is no page or file at «{address}» on this site.', fix: 'Write:  {nearest}' },
    fa: { message: 'در این سایت صفحه یا پرونده‌ای به نشانی «{address}» نیست.', fix: 'بنویسید:  {nearest}' },
  },
  'address-unpublished': {
    en: {
      message: 'there is nothing at «{address}» until {other} is published (a draft, or its date is still to come).',
      fix: 'Remove the address until then, or publish both together.',
    },
    fa: {
      message: 'تا {other} منتشر نشود (پیش‌نویس است یا زمانش نرسیده) چیزی به نشانی «{address}» نیست.',
      fix: 'تا آن زمان نشانی را بردارید یا هر دو را با هم منتشر کنید.',
    },
  },
  'anchor-unknown': {
    en: { message: '{target} has no heading «#{anchor}» to jump to.', fix: 'Write one of:  {anchors}' },
    fa: { message: '{target} میان‌تیتری به نام «‎#{anchor}» ندارد.', fix: 'یکی از این‌ها را بنویسید:  {anchors}' },
  },
  'anchor-none': {
    en: {
      message: '{target} has no headings, so «#{anchor}» leads to no place in it.',
      fix: 'Write the link without #{anchor}, or remove it.',
    },
    fa: {
      message: '{target} میان‌تیتری ندارد و «‎#{anchor}» به جایی در آن نمی‌رود.',
      fix: 'پیوند را بی ‎#{anchor} بنویسید یا حذف کنید.',
    },
  },
  'file-unread': {
    en: {
      message: 'the file is not read: the names of texts end in .md or .markdown.',
      fix: 'Rename it to  {proposed}  or move it out of the folder.',
    },
    fa: {
      message: 'این پرونده خوانده نمی‌شود: نام پروندهٔ متن باید به ‎.md یا ‎.markdown پایان یابد.',
      fix: 'نامش را بگذارید  {proposed}  یا آن را از این پوشه بردارید.',
    },
  },
  'file-document': {
    en: {
      message: 'the file is not read: it is a document of another program.',
      fix: 'Copy its text into a file  {proposed}  and move the document out of the folder.',
    },
    fa: {
      message: 'این پرونده خوانده نمی‌شود: سندِ برنامه‌ای دیگر است.',
      fix: 'متنش را در پرونده‌ای به نام  {proposed}  بگذارید و خود سند را از این پوشه بردارید.',
    },
  },
  'file-astray': {
    en: {
      message: 'the file is not read: it is in none of the folders articles, pages, authors, sections and tags.',
      fix: 'Move it into  {folder}',
    },
    fa: {
      message: 'این پرونده خوانده نمی‌شود: در هیچ یک از پوشه‌های articles و pages و authors و sections و tags نیست.',
      fix: 'آن را به این پوشه ببرید:  {folder}',
    },
  },
  'setting-nowhere': {
    en: {
      message: 'there is no page or file at «{address}» on this site.{hint}',
      fix: 'Correct the address, or make the page: a link of the footer is left out without its page.',
    },
    fa: {
      message: 'در این سایت صفحه یا پرونده‌ای به نشانی «{address}» نیست.{hint}',
      fix: 'نشانی را درست کنید یا صفحه را بسازید: پیوند پاصفحه بی صفحه‌اش نشان داده نمی‌شود.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
