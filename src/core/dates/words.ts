import { foldKey } from '../text/persian.ts';

/** Names of the Jalali months in order, with their variants in Iran and Afghanistan. */
const jalali = [
  'فروردین حمل',
  'اردیبهشت ثور',
  'خرداد جوزا',
  'تیر سرطان',
  'مرداد امرداد اسد',
  'شهریور سنبله',
  'مهر میزان',
  'آبان ابان عقرب',
  'آذر اذر قوس',
  'دی جدی',
  'بهمن دلو',
  'اسفند اسپند حوت',
];
const gregorian = [
  'january jan ژانویه جنوری',
  'february feb فوریه فبروری',
  'march mar مارس مارچ',
  'april apr آوریل آپریل اپریل',
  'may می مه',
  'june jun ژوئن ژوین جون',
  'july jul ژوئیه ژوییه جولای جولایی',
  'august aug اوت آگوست اگوست آگست اگست',
  'september sep sept سپتامبر سپتمبر',
  'october oct اکتبر اکتوبر',
  'november nov نوامبر نومبر',
  'december dec دسامبر دسمبر',
];
/** Names of the weekdays from Sunday, in the order of `Date.getUTCDay`. */
const weekdays = [
  'sunday sun یکشنبه',
  'monday mon دوشنبه',
  'tuesday tue tues سهشنبه',
  'wednesday wed چهارشنبه',
  'thursday thu thur thurs پنجشنبه پنجشنبه',
  'friday fri جمعه آدینه',
  'saturday sat شنبه',
];
const units =
  'یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم';

/** A month of one of the two calendars, 1–12. */
export interface Month {
  calendar: 'jalali' | 'gregorian';
  month: number;
}

/** Find the month that a word names, with or without «ماه». */
export function monthOf(word: string): Month | undefined {
  const key = foldKey(word);
  return months.get(key) ?? months.get(key.replace(/ماه$/, ''));
}

/** Find the weekday that a word names, from 0 for Sunday. */
export function weekdayOf(word: string): number | undefined {
  return days.get(foldKey(word));
}

/** Find the day of the month that an ordinal names. @example ordinalOf('بیست و چهارم') // 24 */
export function ordinalOf(words: string): number | undefined {
  return ordinals.get(foldKey(words));
}

/** Names of weekdays for messages, from Sunday. */
export const weekdayKinds = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const months = new Map<string, Month>([
  ...jalali.flatMap((names, index) => entries(names, { calendar: 'jalali', month: index + 1 } as const)),
  ...gregorian.flatMap((names, index) => entries(names, { calendar: 'gregorian', month: index + 1 } as const)),
]);
const days = new Map(weekdays.flatMap((names, index) => entries(names, index)));
const ordinals = new Map<string, number>([
  ['اول', 1],
  ['نخست', 1],
  ['سیام', 30],
  ['سیویکم', 31],
  ...units.split(' ').map((word, index): [string, number] => [foldKey(word), index + 1]),
  ...units
    .split(' ')
    .slice(0, 9)
    .map((word, index): [string, number] => [foldKey(`بیست و ${word}`), index + 21]),
]);

function entries<Value>(names: string, value: Value): [string, Value][] {
  return names.split(' ').map((name) => [foldKey(name), value]);
}
