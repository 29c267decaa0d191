import type { Wording } from './wording.ts';

/** Wording of problems with dates. */
export const dateWording = {
  'date-form': {
    en: {
      message: 'expected a Jalali or Gregorian date, found «{found}».',
      fix: 'Write:  {field}: "{guess}"{noteKind}',
    },
    fa: { message: 'تاریخ شمسی یا میلادی لازم است، نه «{found}».', fix: 'بنویسید:  {field}: "{guess}"{noteKind}' },
  },
  'date-ambiguous': {
    en: {
      message: 'the date «{found}» can be read as different days: {readings}',
      fix: 'Write the right one, as in  {field}: "{guess}"',
    },
    fa: {
      message: 'تاریخ «{found}» را چند جور می‌توان خواند: {readings}',
      fix: 'آن را که درست است بنویسید، مانند  {field}: "{guess}"',
    },
  },
  'time-form': {
    en: { message: 'expected a time of day, found «{found}».', fix: 'Write:  {name}: "HH:MM"  or remove it.' },
    fa: { message: 'ساعت لازم است، نه «{found}».', fix: 'بنویسید:  {name}: "HH:MM"  یا آن را حذف کنید.' },
  },
  'date-impossible': {
    en: {
      message: 'there is no such day or hour: «{found}».',
      fix: 'Check the day, the month and leap years (1403 and 1408 are; 1404 to 1407 are not). Perhaps:  {field}: "{guess}"',
    },
    fa: {
      message: 'چنین روز یا ساعتی نیست: «{found}».',
      fix: 'روز و ماه و کبیسه بودن سال را بررسی کنید (۱۴۰۳ و ۱۴۰۸ کبیسه‌اند و ۱۴۰۴ تا ۱۴۰۷ نه). شاید:  {field}: "{guess}"',
    },
  },
  'date-rolls-over': {
    en: {
      message: 'there is no such day: «{found}»; without quotation marks, YAML would silently make it {rolled}.',
      fix: 'Check the day and the month. Perhaps:  {field}: "{guess}"',
    },
    fa: {
      message: 'چنین روزی نیست: «{found}»؛ بی گیومه، YAML آن را بی‌صدا {rolled} می‌خواند.',
      fix: 'روز و ماه را بررسی کنید. شاید:  {field}: "{guess}"',
    },
  },
  'date-weekday': {
    en: {
      message: '«{found}» is not a {weekdayKind}; that day is a {actualKind}.',
      fix: 'Check both. Perhaps:  {field}: "{guess}"',
    },
    fa: {
      message: '«{found}» {weekdayKind} نیست؛ آن روز {actualKind} است.',
      fix: 'هر دو را بررسی کنید. شاید:  {field}: "{guess}"',
    },
  },
  'date-future': {
    en: {
      message: 'the date «{found}» is more than a year away, and the article is hidden until then.',
      fix: 'Check the year. Perhaps:  {field}: "{guess}"',
    },
    fa: {
      message: 'تا «{found}» بیش از یک سال مانده است و خبر تا آن روز پنهان می‌ماند.',
      fix: 'سال را بررسی کنید. شاید:  {field}: "{guess}"',
    },
  },
  'date-lunar': {
    en: {
      message: '«{found}» is in the future of the Jalali calendar; it looks like a date of the lunar one.',
      fix: 'Write the Jalali date. Perhaps:  {field}: "{guess}"',
    },
    fa: {
      message: '«{found}» در تقویم شمسی آینده است و به تاریخ قمری می‌ماند.',
      fix: 'تاریخ شمسی را بنویسید. شاید:  {field}: "{guess}"',
    },
  },
  'date-past': {
    en: {
      message: 'the date «{found}» lies decades before news sites.',
      fix: 'Check the year. Perhaps:  {field}: "{guess}"',
    },
    fa: {
      message: 'تاریخ «{found}» ده‌ها سال پیش از سایت‌های خبری است.',
      fix: 'سال را بررسی کنید. شاید:  {field}: "{guess}"',
    },
  },
  'updated-early': {
    en: {
      message: 'the article was updated («{found}») before its own date («{date}»).',
      fix: 'Check both, or remove «updated».',
    },
    fa: {
      message: 'زمان به‌روزرسانی («{found}») پیش از زمان خود خبر («{date}») است.',
      fix: 'هر دو را بررسی کنید یا «updated» را حذف کنید.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', Wording>>;
