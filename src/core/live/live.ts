import type { NewsDate } from '../dates/news-date.ts';

/** Live coverage of an event (لحظه به لحظه). */
export interface Live {
  /** When it begins; at the article's date if absent. */
  from?: NewsDate | undefined;
  /** When it ends; a day after its last entry if absent. */
  to?: NewsDate | undefined;
  /** When its newest entry was written; absent without entries. */
  last?: NewsDate | undefined;
}

/** How long coverage goes on after its last entry if nobody ends it, in milliseconds. */
const patience = 24 * 60 * 60_000;

/** Return whether coverage goes on at a moment, in milliseconds since 1970-01-01T00:00Z. */
export function isOngoing({ live, date }: { live?: Live | undefined; date: NewsDate }, now: number): boolean {
  if (!live) return false;
  const { to, last = live.from ?? date } = live;
  return now < (to?.epoch ?? Math.max(last.epoch, live.from?.epoch ?? 0) + patience);
}
