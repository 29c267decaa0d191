import type { Wording } from './wording.ts';

/** The wording of what the proofreader finds, under the names by which a rule is switched off. */
export const orthographyWording = {
  letters: {
    en: { message: 'expected Persian letters, found «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'حرف‌های «{found}» فارسی نیست.', fix: 'بنویسید:  {proposed}' },
  },
  'invisible-marks': {
    en: { message: 'invisible marks stand in «{found}».', fix: 'Write it without them:  {proposed}' },
    fa: { message: 'در «{found}» نویسهٔ ناپیدا هست.', fix: 'بی آن بنویسید:  {proposed}' },
  },
  'half-space-missing': {
    en: { message: 'a half-space is missing in «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: '«{found}» نیم‌فاصله کم دارد.', fix: 'بنویسید:  {proposed}' },
  },
  'half-space-as-space': {
    en: { message: 'a space stands for a half-space in «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'در «{found}» فاصله به جای نیم‌فاصله نشسته است.', fix: 'بنویسید:  {proposed}' },
  },
  'straight-quotes': {
    en: { message: 'straight quotation marks stand at Persian text: {found}', fix: 'Write « and »:  {proposed}' },
    fa: { message: 'نشان نقل‌قول این‌جا گیومهٔ فارسی نیست: {found}', fix: 'گیومه بگذارید:  {proposed}' },
  },
  'latin-punctuation': {
    en: { message: 'Latin punctuation follows Persian letters in «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'در «{found}» نشانهٔ لاتین پس از حرف فارسی آمده است.', fix: 'بنویسید:  {proposed}' },
  },
  'punctuation-spacing': {
    en: { message: 'the space at the punctuation of «{found}» is wrong.', fix: 'Write:  {proposed}' },
    fa: { message: 'فاصلهٔ نشانه در «{found}» درست نیست.', fix: 'بنویسید:  {proposed}' },
  },
  digits: {
    en: { message: 'expected Persian digits, found «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'رقم‌های «{found}» فارسی نیست.', fix: 'بنویسید:  {proposed}' },
  },
  separators: {
    en: { message: 'the number «{found}» is not written the Persian way.', fix: 'Write:  {proposed}' },
    fa: { message: 'عدد «{found}» به شیوهٔ فارسی نوشته نشده است.', fix: 'بنویسید:  {proposed}' },
  },
  guillemets: {
    en: { message: 'a quotation mark has no partner: {found}', fix: 'Write both « and » in one paragraph.' },
    fa: { message: 'یک گیومه جفت ندارد: {found}', fix: 'گیومه را در همان بند باز و بسته کنید.' },
  },
  'repeated-word': {
    en: { message: 'a word stands twice: «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'در «{found}» واژه‌ای دو بار آمده است.', fix: 'بنویسید:  {proposed}' },
  },
  'title-full-stop': {
    en: { message: 'the headline ends in a full stop: «{found}».', fix: 'Write:  {proposed}' },
    fa: { message: 'تیتر با نقطه پایان یافته است: «{found}».', fix: 'بنویسید:  {proposed}' },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;

/** A rule of the proofreader, by name. */
export type OrthographyRule = keyof typeof orthographyWording;

/** The names of all rules. */
export const orthographyRules = Object.keys(orthographyWording) as readonly OrthographyRule[];

/** Tell whether a name is that of a rule. */
export function isOrthographyRule(name: string): name is OrthographyRule {
  return Object.hasOwn(orthographyWording, name);
}
