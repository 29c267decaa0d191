import type { Wording } from './wording.ts';

/** Wording of warnings about the notation of other systems, such as Hugo shortcodes. */
export const notationWording = {
  'other-notation': {
    en: {
      message: '{systemKind}, which does nothing here; readers see its signs: {found}',
      fix: 'What to do: {insteadKind}{example}',
    },
    fa: {
      message: '{systemKind} که این‌جا کاری نمی‌کند و خواننده نشانه‌هایش را می‌بیند: {found}',
      fix: 'چاره: {insteadKind}{example}',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;

/** The system that each notation belongs to, and its replacement. */
export const notationWords = {
  notationOfHugo: { en: 'this is notation of Hugo', fa: 'این نشانه‌گذاری Hugo است' },
  notationOfJekyll: { en: 'this is notation of Jekyll (Liquid)', fa: 'این نشانه‌گذاری Jekyll (Liquid) است' },
  notationOfTemplates: { en: 'this is notation of templates', fa: 'این نشانه‌گذاری قالب‌هاست' },
  notationOfKramdown: { en: 'this is notation of Kramdown and Pandoc', fa: 'این نشانه‌گذاری Kramdown و Pandoc است' },
  notationOfWikis: { en: 'this is notation of wikis and Obsidian', fa: 'این نشانه‌گذاری ویکی‌ها و Obsidian است' },
  notationOfDirectives: {
    en: 'this is notation of Docusaurus, MkDocs and others',
    fa: 'این نشانه‌گذاری Docusaurus، MkDocs و مانند آن‌هاست',
  },
  notationOfWordPress: { en: 'this is notation of WordPress or a forum', fa: 'این نشانه‌گذاری وردپرس یا انجمن‌هاست' },
  notationOfMdx: { en: 'this is notation of MDX', fa: 'این نشانه‌گذاری MDX است' },
  notationOfEditors: { en: 'this is notation of some other editor', fa: 'این نشانه‌گذاری ویرایشگر دیگری است' },
  notationPicture: { en: 'write a picture in its place:  ', fa: 'به جای آن تصویر بگذارید:  ' },
  notationGallery: {
    en: 'write its pictures one after the other, each on a line of its own:  ',
    fa: 'تصویرهایش را پشت سر هم بگذارید، هر کدام در یک خط:  ',
  },
  notationVideo: {
    en: 'remove it here, and write in the front matter:  ',
    fa: 'آن را از متن حذف کنید و در مشخصات خبر بنویسید:  ',
  },
  notationNote: {
    en: 'write a quotation in its place, with > before each line:  ',
    fa: 'به جای آن نقل‌قول بنویسید، با > در آغاز هر خط:  ',
  },
  notationLink: { en: 'write a link in its place:  ', fa: 'به جای آن پیوند بگذارید:  ' },
  notationCode: {
    en: 'write code between two lines of three backticks:  ',
    fa: 'کد را میان دو خط با سه نشان ` بگذارید:  ',
  },
  notationRemove: { en: 'remove it; nothing is needed in its place.', fa: 'آن را حذف کنید؛ چیزی به جایش لازم نیست.' },
  notationOther: {
    en: 'write what readers are to see; if it is this notation itself, put it between backticks:  ',
    fa: 'آنچه را خواننده باید ببیند بنویسید؛ اگر خود همین نشانه‌هاست، میان دو نشان ` بگذارید:  ',
  },
} as const satisfies Record<string, Record<'en' | 'fa', string>>;

/** A key of {@link notationWords}. */
export type NotationWord = keyof typeof notationWords;
