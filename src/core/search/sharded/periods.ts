/** Consecutive days whose articles are indexed together. */
export interface SearchPeriod {
  /**
   * Its first and last years, months or days: `1404`, `1400-1403`, `140401-140407`, `14040716-14040731`, `until-1403`,
   * `since-14040801`.
   */
  name: string;
  /** Its articles, oldest first: from `start` (inclusive) to `end` (exclusive). */
  start: number;
  end: number;
  /** Whether new articles are added to it. */
  isNewest: boolean;
}

// The newest period receives all new articles: it has at least this many, and at most twice as many or those of one
// day.
const newestSize = 24;
// Articles of recent days, except the newest, are indexed together up to this number.
const recentSize = 1024;
// Largest number of articles of a past period; it doubles with the site, so that periods stay few.
const pastSize = 4096;
const doubledFrom = 8 * pastSize;

/**
 * Split days into periods, oldest first, by the calendar: time is halved into blocks, and these again, with boundaries
 * at days, months, years, or 2, 4, 8 years. The past is halved until no block has more articles than a period may have.
 * Around the 24th newest article three nested blocks begin the periods that still grow: a large one, a recent one, and
 * the newest, which receives everything after it.
 *
 * So past periods stay unchanged while news arrives, whatever its day; a change in an old month affects its period
 * alone; and boundaries depend only on the days of the articles.
 *
 * @param days The Jalali day of each article, oldest first, from {@link numberDay}.
 */
export function splitPeriods(days: readonly number[]): SearchPeriod[] {
  const turn = days[Math.max(0, days.length - newestSize)];
  if (turn === undefined) return [];
  let past = pastSize;
  for (let size = doubledFrom; size <= days.length; size *= 2) past *= 2;
  const [large, recent, newest] = [past, recentSize, newestSize].map((most) => shrink(allTime, turn, days, most).first);
  return [
    ...splitBefore(allTime, large!, days, past),
    { first: large!, size: recent! - large! },
    { first: recent!, size: newest! - recent! },
    { first: newest!, size: allTimeSize - newest! },
  ].flatMap((block) => {
    const [start, end] = [placeOf(block.first, days), placeOf(block.first + block.size, days)];
    return end > start ? [{ name: nameBlock(block), start, end, isNewest: block.first === newest }] : [];
  });
}

/** Number a Jalali day so that months begin at multiples of 32, and years at multiples of 512. */
export function numberDay({ year, month, day }: { year: number; month: number; day: number }): number {
  return (year * monthsOfYear + month) * daysOfMonth + day;
}

interface Block {
  /** Its first day and number of days, whether or not these exist in the calendar. */
  first: number;
  size: number;
}

const [monthsOfYear, daysOfMonth] = [16, 32];
const daysOfYear = monthsOfYear * daysOfMonth;
const allTimeSize = 2 ** 24;
const allTime: Block = { first: 0, size: allTimeSize };

/** Halve a block towards a day while it has more than `most` articles. */
function shrink(block: Block, day: number, days: readonly number[], most: number): Block {
  let { first, size } = block;
  while (size > 1 && countOf({ first, size }, days) > most) {
    size /= 2;
    if (day >= first + size) first += size;
  }
  return { first, size };
}

/** Split the part of a block before a day, which must be the first of one of its sub-blocks. */
function splitBefore({ first, size }: Block, day: number, days: readonly number[], most: number): Block[] {
  if (first >= day || countOf({ first, size }, days) === 0) return [];
  const isSmall = size === 1 || countOf({ first, size }, days) <= most;
  if (first + size <= day && isSmall) return [{ first, size }];
  const half = size / 2;
  return [first, first + half].flatMap((start) => splitBefore({ first: start, size: half }, day, days, most));
}

function countOf({ first, size }: Block, days: readonly number[]): number {
  return placeOf(first + size, days) - placeOf(first, days);
}

/** Index of the first article that is not before a day. */
function placeOf(day: number, days: readonly number[]): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nameBlock({ first, size }: Block): string {
  if (first + size === allTimeSize) return first === 0 ? 'all' : `since-${writeDay(first)}`;
  const last = first + size - 1;
  const digits = isAligned(first, size, daysOfYear) ? 4 : isAligned(first, size, daysOfMonth) ? 6 : 8;
  const [from, to] = [first, last].map((day) => writeDay(day).slice(0, digits));
  if (first === 0) return `until-${to}`;
  return from === to ? from! : `${from}-${to}`;
}

function isAligned(first: number, size: number, unit: number): boolean {
  return first % unit === 0 && size % unit === 0;
}

/** Format a day as `14040731`; values beyond the calendar are clamped to the nearest month and day. */
function writeDay(day: number): string {
  const year = Math.floor(day / daysOfYear);
  const month = Math.min(12, Math.max(1, Math.floor(day / daysOfMonth) % monthsOfYear));
  const date = Math.max(1, day % daysOfMonth);
  return [String(year).padStart(4, '0'), ...[month, date].map((part) => String(part).padStart(2, '0'))].join('');
}
