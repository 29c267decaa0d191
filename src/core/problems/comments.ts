import type { Wording } from './wording.ts';

/** Wording of problems in the files of `content/comments`. */
export const commentWording = {
  'comments-json': {
    en: {
      message: 'the line is not a JSON object: {found}',
      fix: 'Write one comment a line, as in  {example}',
    },
    fa: {
      message: 'این سطر یک شیء JSON نیست: {found}',
      fix: 'در هر سطر یک نظر بنویسید، مانند  {example}',
    },
  },
  'comments-field': {
    en: {
      message: '«{found}» is not what «{name}» may be: expected {expectedKind}.',
      fix: 'Write, for instance:  {example}',
    },
    fa: {
      message: '«{found}» برای «{name}» درست نیست: باید {expectedKind} باشد.',
      fix: 'برای نمونه بنویسید:  {example}',
    },
  },
  'comments-duplicate': {
    en: {
      message: 'the id «{id}» is also on line {other}.',
      fix: 'Remove one of the two lines, or give it another id.',
    },
    fa: {
      message: 'شناسهٔ «{id}» در سطر {other} هم آمده است.',
      fix: 'یکی از دو سطر را حذف کنید یا شناسه‌اش را عوض کنید.',
    },
  },
  'comments-too-large': {
    en: {
      message: 'the file is too large: at most {maxSize} bytes and {maxLines} lines are read.',
      fix: 'Remove comments from it; an article with so many is better closed with  comments: false',
    },
    fa: {
      message: 'پرونده بزرگ است: بیش از {maxSize} بایت یا {maxLines} سطر خوانده نمی‌شود.',
      fix: 'چند نظر را از آن حذف کنید؛ تبادل نظر خبری با این همه نظر را با  comments: false  ببندید.',
    },
  },
  'comments-orphan': {
    en: {
      message: 'there is no article «{slug}», so no page shows these comments.',
      fix: 'Rename the file after its article’s address, or remove it.',
    },
    fa: {
      message: 'خبری به نام «{slug}» نیست و این نظرها در هیچ صفحه‌ای نمی‌آید.',
      fix: 'نام پرونده را همان نشانی خبر بگذارید یا آن را حذف کنید.',
    },
  },
  'comments-parent': {
    en: {
      message: 'the comment answers «{re}», which is not in this file.',
      fix: 'Correct «re», or remove it; until then the comment stands by itself.',
    },
    fa: {
      message: 'این نظر پاسخ به «{re}» است که در این پرونده نیست.',
      fix: '«re» را درست یا حذف کنید؛ تا آن زمان این نظر جداگانه نشان داده می‌شود.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;

/** What a value of a comment may be; these replace the placeholder `expectedKind`. */
export const commentKinds = {
  commentId: { en: 'ten small Latin letters and digits', fa: 'ده حرف کوچک لاتین و رقم' },
  commentAt: { en: 'a moment with an offset', fa: 'زمانی با اختلاف ساعت' },
  commentName: { en: 'a text of at most 60 characters', fa: 'متنی با حداکثر ۶۰ نویسه' },
  commentText: { en: 'a text of 1 to 20,000 characters', fa: 'متنی با ۱ تا ۲۰٬۰۰۰ نویسه' },
  commentRemoved: { en: 'true, and neither name nor text with it', fa: 'true، بی نام و متن' },
  commentKey: {
    en: 'one of id, at, name, text, re, by, removed',
    fa: 'یکی از id و at و name و text و re و by و removed',
  },
} as const satisfies Record<string, Record<'en' | 'fa', string>>;
