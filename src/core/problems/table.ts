import { addressWording } from './addresses.ts';
import { audioWording } from './audio.ts';
import { commentKinds, commentWording } from './comments.ts';
import { dateWording } from './dates.ts';
import { fieldWording } from './fields.ts';
import { fileWording } from './files.ts';
import { frontWording } from './front.ts';
import { frontMatterWording } from './front-matter.ts';
import { imageWording } from './images.ts';
import { liveWording } from './live.ts';
import { notationWording, notationWords } from './notation.ts';
import { orderWording } from './order.ts';
import { numberReadings, orthographyWording } from './orthography.ts';
import { siteWording } from './site.ts';
import { slipWording } from './slips.ts';
import { yamlReasons } from './yaml.ts';

/**
 * Names of front-matter value types, notes to examples, YAML reasons and readings of numbers; they replace the placeholders whose names end
 * in `Kind`.
 */
export const valueKinds = {
  text: { en: 'the text', fa: 'متنِ' },
  aText: { en: 'a text', fa: 'متن' },
  list: { en: 'a list', fa: 'فهرست' },
  fields: { en: 'a group of fields', fa: 'گروهی از فیلدها' },
  boolean: { en: 'true or false', fa: 'true یا false' },
  textOrFields: { en: 'a text or a group of fields', fa: 'متن یا گروهی از فیلدها' },
  nothing: { en: 'nothing', fa: 'هیچ' },
  altNote: {
    en: '  (alt: what is seen, for those who can’t see it)',
    fa: '  (در alt بنویسید چه دیده می‌شود، برای کسی که تصویر را نمی‌بیند)',
  },
  dateNote: {
    en: '  (year/month/day and, if you like, the hour)',
    fa: '  (سال/ماه/روز و اگر خواستید ساعت)',
  },
  saturday: { en: 'Saturday', fa: 'شنبه' },
  sunday: { en: 'Sunday', fa: 'یکشنبه' },
  monday: { en: 'Monday', fa: 'دوشنبه' },
  tuesday: { en: 'Tuesday', fa: 'سه‌شنبه' },
  wednesday: { en: 'Wednesday', fa: 'چهارشنبه' },
  thursday: { en: 'Thursday', fa: 'پنجشنبه' },
  friday: { en: 'Friday', fa: 'جمعه' },
  sameTitle: { en: 'title', fa: 'تیتر' },
  sameText: { en: 'text', fa: 'متن' },
  sameTitleAndText: { en: 'title and text', fa: 'تیتر و متن' },
  ...yamlReasons,
  ...notationWords,
  ...numberReadings,
  ...commentKinds,
} as const satisfies Record<string, Record<'en' | 'fa', string>>;

/** A key of {@link valueKinds}. */
export type ValueKind = keyof typeof valueKinds;

/**
 * Wording of every kind of problem. To add a kind, add an entry to one of the files in this folder, code that reports
 * it, and a case to `tests/sites/problems.test.ts`.
 */
export const problemTable = {
  ...fileWording,
  ...frontMatterWording,
  ...frontWording,
  ...fieldWording,
  ...dateWording,
  ...addressWording,
  ...imageWording,
  ...audioWording,
  ...liveWording,
  ...notationWording,
  ...siteWording,
  ...orderWording,
  ...orthographyWording,
  ...slipWording,
  ...commentWording,
};
