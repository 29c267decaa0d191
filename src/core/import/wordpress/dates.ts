import { dateAt, type NewsDate } from '../../dates/news-date.ts';
import { tehranEpoch } from '../../dates/tehran.ts';

/** The date in UTC; if it is missing, as for drafts, the site's local time, read as Tehran's. */
export function dateOf(gmt: string, local: string): NewsDate | undefined {
  const utc = millisecondsOf(gmt);
  if (utc !== undefined) return dateAt(utc);
  const own = millisecondsOf(local);
  return own === undefined ? undefined : dateAt(tehranEpoch(own));
}

function millisecondsOf(text: string): number | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?/.exec(text) ?? [];
  if (year === undefined || year === '0000' || month === '00' || day === '00') return undefined;
  const epoch = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return Number.isFinite(epoch) ? epoch : undefined;
}

/** The date of a feed's item, for exports of other programs. Drafts have the year −1. */
export function datedBy(pubDate: string): string | undefined {
  return pubDate === '' || /-0001/.test(pubDate) ? undefined : pubDate;
}
