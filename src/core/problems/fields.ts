import type { Wording } from './wording.ts';

/** Wording of problems with front-matter fields. */
export const fieldWording = {
  'field-missing': {
    en: { message: 'this field is required.', fix: 'Write:  {example}{noteKind}' },
    fa: { message: 'این فیلد لازم است.', fix: 'بنویسید:  {example}{noteKind}' },
  },
  'list-too-long': {
    en: {
      message: 'expected at most {limit}: each makes pages, or lines on pages.',
      fix: 'Keep those that matter most to readers.',
    },
    fa: {
      message: 'بیش از {limit} تا نمی‌تواند باشد: هر یک صفحه‌ای یا سطری در صفحه‌ها می‌سازد.',
      fix: 'آن‌هایی را نگه دارید که برای خواننده مهم‌ترند.',
    },
  },
  'field-unknown': {
    en: {
      message: 'there is no such field; the nearest is «{nearest}».',
      fix: 'Write:  {nearest}: …  or remove it. All fields: {fields}',
    },
    fa: {
      message: 'چنین فیلدی نیست؛ نزدیک‌ترین «{nearest}» است.',
      fix: 'بنویسید:  {nearest}: …  یا آن را حذف کنید. همهٔ فیلدها: {fields}',
    },
  },
  'field-repeated': {
    en: { message: 'this field occurs twice.', fix: 'Keep one of the two lines.' },
    fa: { message: 'این فیلد دو بار نوشته شده است.', fix: 'یکی از دو خط را نگه دارید.' },
  },
  'field-type': {
    en: { message: 'expected {expectedKind}, found {foundKind}{foundText}.', fix: 'Write:  {example}{noteKind}' },
    fa: { message: 'این‌جا {expectedKind} لازم است، نه {foundKind}{foundText}.', fix: 'بنویسید:  {example}{noteKind}' },
  },
  'fields-conflict': {
    en: { message: '«{other}» says the same thing; only one of the two may be given.', fix: 'Remove one of them.' },
    fa: { message: '«{other}» همین را می‌گوید؛ تنها یکی از این دو را می‌توان نوشت.', fix: 'یکی از آن دو را حذف کنید.' },
  },
  'date-form': {
    en: {
      message: 'expected a Jalali or Gregorian date, found «{found}».',
      fix: 'Write:  {field}: "1404/07/24 10:30"  or  {field}: 2025-10-16T10:30:00+03:30',
    },
    fa: {
      message: 'تاریخ شمسی یا میلادی لازم است، نه «{found}».',
      fix: 'بنویسید:  {field}: "1404/07/24 10:30"  یا  {field}: 2025-10-16T10:30:00+03:30',
    },
  },
  'date-impossible': {
    en: {
      message: 'there is no such day or hour: «{found}».',
      fix: 'Check the day, the month and leap years (1403 and 1408 are; 1404 to 1407 are not).',
    },
    fa: {
      message: 'چنین روز یا ساعتی نیست: «{found}».',
      fix: 'روز و ماه و کبیسه بودن سال را بررسی کنید (۱۴۰۳ و ۱۴۰۸ کبیسه‌اند و ۱۴۰۴ تا ۱۴۰۷ نه).',
    },
  },
  'date-rolls-over': {
    en: {
      message: 'there is no such day: «{found}»; without quotation marks, YAML would silently make it {rolled}.',
      fix: 'Check the day and the month.',
    },
    fa: {
      message: 'چنین روزی نیست: «{found}»؛ بی گیومه، YAML آن را بی‌صدا {rolled} می‌خواند.',
      fix: 'روز و ماه را بررسی کنید.',
    },
  },
  'number-form': {
    en: { message: 'expected a number, found «{found}».', fix: 'Write:  {example}' },
    fa: { message: 'این‌جا عدد لازم است، نه «{found}».', fix: 'بنویسید:  {example}' },
  },
  'url-invalid': {
    en: {
      message: 'expected an address that begins with https:// or http://, found «{found}».',
      fix: 'Write:  {example}',
    },
    fa: { message: 'نشانی باید با https:// یا http:// آغاز شود، نه «{found}».', fix: 'بنویسید:  {example}' },
  },
  'video-host-unknown': {
    en: {
      message: '«{host}» is not among the video hosts of this site ({hosts}).',
      fix: 'Use one of them, or add it to videoHosts in src/config.ts.',
    },
    fa: {
      message: '«{host}» از میزبان‌های ویدئوی این سایت ({hosts}) نیست.',
      fix: 'یکی از آن‌ها را به کار ببرید یا آن را در src/config.ts به videoHosts بیفزایید.',
    },
  },
  'section-unknown': {
    en: { message: 'there is no section «{found}».', fix: 'Write one of:  {sections}' },
    fa: { message: 'سرویسی به نام «{found}» نیست.', fix: 'یکی از این‌ها را بنویسید:  {sections}' },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
