import { type SlipRule, slipRules } from './slips.ts';
import type { Wording } from './wording.ts';

/** Wording of the proofreader's findings, keyed by the rule names used to disable them. */
export const orthographyWording = {
  letters: {
    en: { message: 'expected Persian letters, found «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'حرف‌های «{found}» فارسی نیست.', fix: 'بنویسید:  {proposed}' },
  },
  'invisible-marks': {
    en: { message: 'there are invisible marks in «{found}».', fix: 'Write it without them:  {proposed}' },
    fa: { message: 'در «{found}» نویسهٔ ناپیدا هست.', fix: 'بی آن بنویسید:  {proposed}' },
  },
  'half-space-missing': {
    en: { message: 'a half-space is missing in «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: '«{found}» نیم‌فاصله کم دارد.', fix: 'بنویسید:  {proposed}' },
  },
  'half-space-as-space': {
    en: { message: 'there is a space instead of a half-space in «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'در «{found}» فاصله به جای نیم‌فاصله نشسته است.', fix: 'بنویسید:  {proposed}' },
  },
  'straight-quotes': {
    en: { message: 'quotation marks of other scripts in Persian text: {found}', fix: 'Write « and »:  {proposed}' },
    fa: { message: 'نشان نقل‌قول این‌جا گیومهٔ فارسی نیست: {found}', fix: 'گیومه بگذارید:  {proposed}' },
  },
  'latin-punctuation': {
    en: { message: 'Latin punctuation follows Persian letters in «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'در «{found}» نشانهٔ لاتین پس از حرف فارسی آمده است.', fix: 'بنویسید:  {proposed}' },
  },
  'punctuation-spacing': {
    en: { message: 'the spacing of the punctuation in «{found}» is wrong.', fix: 'Write:  {proposed}' },
    fa: { message: 'فاصلهٔ نشانه در «{found}» درست نیست.', fix: 'بنویسید:  {proposed}' },
  },
  digits: {
    en: { message: 'expected Persian digits, found «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'رقم‌های «{found}» فارسی نیست.', fix: 'بنویسید:  {proposed}' },
  },
  separators: {
    en: { message: 'the number «{found}» is not in Persian notation.', fix: 'Write:  {proposed}' },
    fa: { message: 'عدد «{found}» به شیوهٔ فارسی نوشته نشده است.', fix: 'بنویسید:  {proposed}' },
  },
  'ambiguous-number': {
    en: {
      message: '«{found}» may mean {first} or {second}.',
      fix: 'Write {first} for {firstKind}, or {second} for {secondKind}.',
    },
    fa: {
      message: '«{found}» هم {first} خوانده می‌شود و هم {second}.',
      fix: 'اگر {firstKind} است {first} بنویسید و اگر {secondKind} است {second}.',
    },
  },
  guillemets: {
    en: { message: 'a quotation mark has no partner: {found}', fix: 'Write both « and » in one paragraph.' },
    fa: { message: 'یک گیومه جفت ندارد: {found}', fix: 'گیومه را در همان بند باز و بسته کنید.' },
  },
  'repeated-word': {
    en: { message: 'a word is repeated: «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'در «{found}» واژه‌ای دو بار آمده است.', fix: 'بنویسید:  {proposed}' },
  },
  'raw-html': {
    en: { message: 'this {found} is HTML that markdown has too.', fix: 'Write it in markdown:  {proposed}' },
    fa: { message: 'این {found} به HTML است و در مارک‌داون هم نوشته می‌شود.', fix: 'به مارک‌داون بنویسید:  {proposed}' },
  },
  'title-full-stop': {
    en: { message: 'the headline ends in a full stop: «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'تیتر با نقطه پایان یافته است: «{found}».', fix: 'بنویسید:  {proposed}' },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;

/** The readings of an ambiguous number. */
export const numberReadings = {
  thousandsReading: { en: 'thousands', fa: 'هزارگان' },
  decimalReading: { en: 'a decimal', fa: 'اعشار' },
  listReading: { en: 'several numbers', fa: 'چند عدد' },
} as const satisfies Record<string, Record<'en' | 'fa', string>>;

/** Name of a proofreading rule, for orthography or for markdown slips. */
export type OrthographyRule = keyof typeof orthographyWording | SlipRule;

/** All rule names. */
export const orthographyRules = [...Object.keys(orthographyWording), ...slipRules] as readonly OrthographyRule[];

/** Return whether a string is the name of a rule. */
export function isOrthographyRule(name: string): name is OrthographyRule {
  return (orthographyRules as readonly string[]).includes(name);
}
