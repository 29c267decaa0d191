/**
 * Return whether a number such as «۸.۳۰» is a time of day, judging by a word beside it or beside any other member of
 * its range or list: «از ۸.۳۰ تا ۱۰ صبح», «ساعت کاری از ۸ تا ۱۶.۳۰», «۸:۳۰ تا ۱۰.۴۵».
 *
 * @param number Latin digits and one dot.
 * @param before The text before it; about 80 UTF-16 units are enough.
 * @param after The text after it; likewise.
 * @param isCounted Whether a unit of counting follows, which only «ساعت» directly before the number overrides.
 */
export function isClock(number: string, before: string, after: string, isCounted: boolean): boolean {
  if (hourBefore.test(before)) return true;
  if (isCounted || !withMinutes.test(number)) return false;
  const [following = ''] = membersAfter.exec(after) ?? [];
  if (evidence.test(following)) return true;
  const [preceding = ''] = membersBefore.exec(before) ?? [];
  if (evidence.test(preceding)) return true;
  const opening = before.slice(0, before.length - preceding.length);
  if (hourBefore.test(opening) || isHour(opening)) return true;
  const isRange = preceding !== '' || /[0-9۰-۹٠-٩]/.test(following);
  return dayPartBefore.test(opening) || (isRange && dayPartOpening.test(opening));
}

/** Return whether a text ends in «ساعت» and a few words that lead to a time: «ساعت شروع بازی از». */
function isHour(text: string): boolean {
  const found = hourPhrase.exec(text);
  return found !== null && !/(?:^|\s)(?:گذشته|پیش|قبل|اخیر|آینده|بعد|قیمت|نرخ|ارزش|رقم)(?:\s|$)/.test(found[1]!);
}

const gap = '[ \\u00A0\\n]';
const end = '(?![\\p{L}\\p{M}\\p{N}])';
const digit = '[0-9۰-۹٠-٩]';
const hour = '(?:[01۰۱٠١]?[0-9۰-۹٠-٩]|[2۲٢][0-4۰-۴٠-٤])';
const withMinutes = /^(?:[01]?\d|2[0-4])\.[0-5]\d$/;
const member = `(?<!${digit}|[.:/])${hour}(?:[.:][0-5۰-۵٠-٥]${digit})?(?![.:/٫٬]?${digit})`;
/** Parts of the day, with the words that may separate them from a number. */
const dayPart =
  '(?:صبح|بامداد|سحر|ظهر|نیمروز|نیم\\u200C?روز|عصر|غروب|شامگاه|صبحگاه|شب|نیمه[\\u200C ]?شب|بعد[\\u200C ]?از[\\u200C ]?ظهر|' +
  '(?:پیش|قبل|پس) از ظهر|[قب]\\.? ?\\u200C?ظ|به[\\u200C ]وقت)(?:\\u0650|\\u200C?(?:ها|های))?';
const dayBetween = `(?:${gap}دقیقه(?:\\u0654|\\u200Cی)?|${gap}و نیم)?(?:${gap}در)?${gap}`;
const weekday = `روز(?:\\u200C?ها|\\u200C?های)?${gap}(?:(?:(?:یک|دو|سه|چهار|پنج)[\\u200C ]?)?شنبه|جمعه)(?:\\u200C?ها)?`;
const later = `(?:${dayBetween}${dayPart}${end}|${gap}${weekday}${end})`;
const hours = 'ساع(?:ت|ات|ت\\u200C?ها|ت\\u200C?های)\\u0650?';
const joint =
  `(?:${gap}?[–—-]${gap}?|[،,؛]${gap}(?:و${gap})?|` +
  `${gap}(?:و|یا|تا|الی|لغایت)${gap}(?:(?:از|در)${gap})?(?:${hours}${gap})?)`;
const membersAfter = new RegExp(`^(?:${later})?(?:${joint}${member}(?:${later})?){0,6}`, 'u');
const membersBefore = new RegExp(`(?:${member}(?:${later})?${joint}){1,6}$`, 'u');
/** What shows in a series that its members are times: a part of the day, «ساعت», or a colon. */
const evidence = new RegExp(`(?<!\\p{L})(?:${dayPart}|${weekday}|${hours})${end}|${digit}:${digit}`, 'u');

const hourBefore = new RegExp(`(?<![\\p{L}])${hours}[ \\u00A0\\n]{1,2}[(«"]?$`, 'u');
const opener = '(?:از|بین|میان|رأس|حدود|در|تا)';
const dayPartBefore = new RegExp(`(?<!\\p{L})${dayPart}${gap}?:?${gap}$`, 'u');
const dayPartOpening = new RegExp(
  `(?<!\\p{L})${dayPart}(?:${gap}(?:امروز|فردا|هر روز|\\p{L}{0,5}\\u200C?شنبه(?:\\u200C?ها)?|جمعه(?:\\u200C?ها)?))?${gap}?[:،]?${gap}(?:${opener}${gap})?$`,
  'u',
);
const hourPhrase = new RegExp(
  `(?<![\\p{L}\\p{N}]|${digit}${gap})${hours}((?:${gap}[\\p{L}\\p{M}\\u200C]+){0,4}?)${gap}?(?::${gap}|${gap}${opener}${gap})$`,
  'u',
);
