import { markdownEnding } from '../../content/file-names.ts';
import { dateAt, type NewsDate, parseDate } from '../../dates/news-date.ts';
import { isReservedSlug } from '../../site/reserved-paths.ts';
import { byteLength, slugify } from '../../text/slug.ts';
import type { ArticleLibrary } from '../library.ts';
import type { ImportRecord } from '../record.ts';
import type { Origin } from './origins.ts';

/** A date, and the position among articles of the same moment. */
export interface Moment {
  date?: NewsDate | undefined;
  order?: number | undefined;
}

/** Text to derive a record's address from: its slug, or its title. */
export function wishOf({ slug }: ImportRecord, title: string): string {
  return slug !== undefined && slugify(slug) !== '' ? slug : title;
}

/** The slug of a file, by its path. */
export function slugOfPath(path: string): string {
  const name = path.replace(/\/index\.(?:md|markdown)$/i, '').replace(markdownEnding, '');
  return slugify(name.slice(name.lastIndexOf('/') + 1));
}

/** A slug that no other page has, nor the site itself. */
export function freePage(base: string, taken: ReadonlySet<string>): string {
  const isFree = (slug: string): boolean => !taken.has(slug) && !isReservedSlug(slug) && byteLength(slug) <= 240;
  const start = byteLength(base) <= 200 ? base : base.slice(0, 80);
  if (isFree(start)) return start;
  for (let number = 2; ; number += 1) if (isFree(`${start}-${number}`)) return `${start}-${number}`;
}

/** A moment assigned by an earlier import. */
export function momentOf({ date, order }: NonNullable<Origin['moment']>): Moment {
  const read = parseDate(date);
  return typeof read === 'string' ? {} : { date: read, order };
}

/**
 * Keep the input's order among articles without a time by numbering them in seconds after midnight, which readers don't
 * see. The first keeps the bare day; after second 59, the count continues in `order`.
 */
export function giveMoment(date: NewsDate, library: ArticleLibrary): Moment {
  if (date.hasTime) return { date };
  const place = library.nextPlace(date);
  const second = Math.min(place, lastSecond);
  const numbered = second === 0 ? date : dateAt(date.epoch + second * 1000);
  return place > lastSecond ? { date: numbered, order: place - lastSecond } : { date: numbered };
}

const lastSecond = 59;
