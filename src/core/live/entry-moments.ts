import type { EntryTime } from './entry-time.ts';

const dayLength = 24 * 60;
/** How far back in minutes a time leaps where midnight has passed. Less is disorder. */
const leap = 6 * 60;
/** The same for the first entry, which may tell of what came before the coverage began. */
const firstLeap = dayLength / 2;

/** The moments of a coverage's entries. */
export interface EntryMoments {
  /** For each entry, in the order of the file: minutes since 1970-01-01T00:00Z, as if Tehran's clocks showed UTC. */
  minutes: readonly number[];
  /** Indices of entries that are earlier than the one before them. */
  disordered: readonly number[];
  /** Whether the file begins with the newest. */
  isNewestFirst: boolean;
}

/**
 * Find the days of entries that give only a time: that of the entry before, or the next one where the time leaps back, as past
 * midnight. Coverage may be written in either direction.
 *
 * @param start When the coverage begins, in minutes as above.
 */
export function placeEntries(times: readonly EntryTime[], start: number): EntryMoments {
  const isNewestFirst = findDirection(times);
  const order = times.map((_, index) => index);
  if (isNewestFirst) order.reverse();
  const minutes = Array.from({ length: times.length }, () => 0);
  const disordered: number[] = [];
  let last = start;
  order.forEach((index, position) => {
    const { day, minutes: time } = times[index]!;
    let moment = (day === undefined ? last - modulo(last, dayLength) : day / 60_000) + time;
    if (day === undefined && last - moment > (position === 0 ? firstLeap : leap)) moment += dayLength;
    if (position > 0 && moment < last) disordered.push(index);
    minutes[index] = moment;
    last = moment;
  });
  return { minutes, disordered, isNewestFirst };
}

/** Return whether most entries are earlier than the one before them, small steps counting alone. */
function findDirection(times: readonly EntryTime[]): boolean {
  let balance = 0;
  for (let index = 1; index < times.length; index++) {
    const [before, after] = [times[index - 1]!, times[index]!];
    const areDated = before.day !== undefined && after.day !== undefined;
    const days = areDated ? (after.day! - before.day!) / 60_000 : 0;
    const step = days + after.minutes - before.minutes;
    // Past midnight the step looks like a long one back.
    balance += Math.sign(!areDated && Math.abs(step) > dayLength / 2 ? -step : step);
  }
  return balance < 0;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
