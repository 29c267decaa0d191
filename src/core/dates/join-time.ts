import { parseDate } from './news-date.ts';

/**
 * Join a date and a time of day that are written apart, as in `date: 1404/07/24` and `time: 10:30`.
 *
 * @returns The date with its time; `conflict` if the date has another time; `undefined` if the second text is no time.
 * @example joinTime('1404/07/24', 'ساعت ۱۰:۳۰') // '1404/07/24 ساعت ۱۰:۳۰'
 */
export function joinTime(date: string, time: string): string | 'conflict' | undefined {
  const phrase = [time, `ساعت ${time}`].find((each) => isMoment(`${anyDay} ${each}`));
  if (phrase === undefined || typeof parseDate(time) !== 'string') return undefined;
  const parsed = parseDate(date);
  if (typeof parsed === 'string' || !parsed.hasTime) return `${date} ${phrase}`;
  const day = parseDate(`${parsed.iso.slice(0, 10)} ${phrase}`);
  return typeof day === 'object' && day.epoch === parsed.epoch ? date : 'conflict';
}

const anyDay = '1404/01/01';

function isMoment(text: string): boolean {
  const date = parseDate(text);
  return typeof date === 'object' && date.hasTime;
}
