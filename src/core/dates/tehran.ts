import { memoize } from '../text/memoize.ts';

/**
 * Tehran's UTC offset at `epoch` (milliseconds since 1970-01-01T00:00Z), in whole minutes. Before standard time it was
 * +03:25:44; ISO 8601 has no seconds in an offset, so it is rounded to +03:26.
 *
 * @example tehranOffset(Date.UTC(2025, 9, 16)) // 210
 * @example tehranOffset(Date.UTC(2021, 6, 23)) // 270: summer time, last in 2022
 */
export function tehranOffset(epoch: number): number {
  if (epoch >= lastSummerTimeEnd) return 210;
  const today = Math.floor(epoch / day);
  const offset = offsetAtMidnight(today);
  return offset === offsetAtMidnight(today + 1) ? offset : askOffset(epoch);
}

/** The offset at the beginning of a day of UTC; no day has two changes. Cached, because texts share few days. */
const offsetAtMidnight = memoize(5000, (number: number): number => askOffset(number * day));

function askOffset(epoch: number): number {
  const zone = zones.formatToParts(epoch).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [hours = 0, minutes = 0, seconds = 0] = (zone.match(/\d+/g) ?? []).map(Number);
  return Math.round(hours * 60 + minutes + seconds / 60);
}

/**
 * Convert Tehran wall-clock time, given as if it were UTC, to an epoch in milliseconds. A time that the clocks skipped
 * is read with the offset before the skip; of a time that occurred twice, the first is meant (RFC 5545, section 3.3.5).
 *
 * @example tehranEpoch(Date.UTC(2025, 9, 16, 10, 30)) // Date.UTC(2025, 9, 16, 7, 0)
 */
export function tehranEpoch(local: number): number {
  const before = local - tehranOffset(local - day) * minute;
  const after = local - tehranOffset(local + day) * minute;
  const isAfter = showsAt(before) !== local && showsAt(after) === local;
  return isAfter ? after : before;
}

const minute = 60_000;
const day = 24 * 60 * minute;
// Asking Intl takes some microseconds, and nearly all news is newer than this.
const lastSummerTimeEnd = Date.UTC(2022, 8, 21, 20);
const zones = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Tehran', timeZoneName: 'longOffset' });

function showsAt(epoch: number): number {
  return epoch + tehranOffset(epoch) * minute;
}
