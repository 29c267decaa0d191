/**
 * Tell how far Tehran's clocks are ahead of UTC at a moment, in whole minutes. Before standard time came they showed
 * +03:25:44; ISO 8601 has no seconds in an offset, so +03:26 stands for it.
 *
 * @example tehranOffset(Date.UTC(2025, 9, 16)) // 210
 * @example tehranOffset(Date.UTC(2021, 6, 23)) // 270: summer time, last in 2022
 */
export function tehranOffset(epoch: number): number {
  if (epoch >= lastSummerTimeEnd) return 210;
  const zone = zones.formatToParts(epoch).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [hours = 0, minutes = 0, seconds = 0] = (zone.match(/\d+/g) ?? []).map(Number);
  return Math.round(hours * 60 + minutes + seconds / 60);
}

/**
 * Find the moment at which Tehran's clocks showed an hour, given as if it were one of UTC. An hour that they skipped is
 * read with the offset before the skip; of an hour that they showed twice, the first is meant (RFC 5545, section 3.3.5).
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
