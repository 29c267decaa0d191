const minute = 60_000;
const hour = 60 * minute;
const words = new Intl.RelativeTimeFormat('fa', { numeric: 'always' });

/** Replace the dates of fresh news with their age for a day: «۳ ساعت پیش». The date moves to the tooltip. */
export function showRelativeTimes(root: ParentNode, now: number): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>('time[data-relative]')) {
    const text = relativeTime(now - Date.parse(time.dateTime));
    if (text === undefined) continue;
    time.title = `${time.textContent} (${time.title})`;
    time.textContent = text;
    time.removeAttribute('data-relative');
  }
}

/**
 * Format an age of less than a day, in milliseconds; `undefined` for any other.
 *
 * @example relativeTime(3 * 60 * 60 * 1000) // '۳ ساعت پیش'
 */
export function relativeTime(age: number): string | undefined {
  if (!(age >= 0 && age < 24 * hour)) return undefined;
  if (age < minute) return 'همین حالا';
  return age < hour ? words.format(-Math.floor(age / minute), 'minute') : words.format(-Math.floor(age / hour), 'hour');
}
