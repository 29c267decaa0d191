const days = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});
const dayLength = 86_400_000;

/** Return the year of the lunar Hijri calendar (Umm al-Qura) at `epoch`, in milliseconds since 1970-01-01T00:00Z. */
export function lunarYear(epoch: number): number {
  return partsAt(epoch).year;
}

/**
 * Convert a day of the lunar Hijri calendar to noon UTC of that day, in milliseconds since 1970-01-01T00:00Z. Iran's
 * own lunar calendar may differ by a day.
 *
 * @returns `undefined` if there is no such day.
 */
export function lunarDay(year: number, month: number, day: number): number | undefined {
  // An estimate: 354.367 days a year, from 16 July 622 of the Julian calendar.
  const near = Date.UTC(622, 6, 19, 12) + Math.round((year - 1) * 354.367 + (month - 1) * 29.53 + day) * dayLength;
  for (let away = -3; away <= 3; away += 1) {
    const parts = partsAt(near + away * dayLength);
    if (parts.year === year && parts.month === month && parts.day === day) return near + away * dayLength;
  }
  return undefined;
}

function partsAt(epoch: number): { year: number; month: number; day: number } {
  const parts = Object.fromEntries(days.formatToParts(epoch).map(({ type, value }) => [type, value]));
  return { year: Number(parts['year']), month: Number(parts['month']), day: Number(parts['day']) };
}
