import type { JalaliDay } from '../days.ts';

/**
 * Return the Jalali day at a moment, computed with `Intl`.
 *
 * @param epoch In milliseconds since 1970-01-01T00:00Z.
 */
export function jalaliDayAt(epoch: number, timeZone: string): Required<JalaliDay> {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const parts = new Map(format.formatToParts(epoch).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
  return { year: parts.get('year')!, month: parts.get('month')!, day: parts.get('day')! };
}
