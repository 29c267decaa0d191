import { dateAt, type NewsDate } from './news-date.ts';

/**
 * Create the test for dates of some days before the newest one, extended to the start of the Jalali month in which that period
 * begins. Whole months, because an article that drops out has its page changed: this way it happens with the first news of a
 * month and not with each article. Nothing depends on the clock.
 *
 * @param newest Date of the newest published article.
 * @param days 0 includes nothing.
 */
export function recentTest(newest: NewsDate | undefined, days: number): (date: NewsDate) => boolean {
  if (!newest || days === 0) return () => false;
  const first = monthOf(dateAt(newest.epoch - days * dayLength));
  return (date) => monthOf(date) >= first;
}

const dayLength = 86_400_000;

/** Consecutive number of a Jalali month. */
function monthOf({ jalali: { year, month } }: NewsDate): number {
  return year * 12 + month;
}
