import type { Article } from '../article.ts';
import { toLatinDigits } from '../text/persian.ts';
import { compareTexts } from '../text/compare.ts';
import { memoize } from '../text/memoize.ts';

/** The fields that determine the order of articles. */
export type Ordered = Pick<Article, 'date' | 'order' | 'file' | 'slug'>;

/**
 * Compare two articles, newest first. Every list on the site uses this order. Among articles with the same date, such
 * as those of one day without times, the one with the higher `order` (default 0) counts as newer, and then the one
 * whose path sorts later, with numbers compared by value: `10-x.md` is newer than `2-x.md`.
 *
 * @returns A negative number if `a` comes first; 0 only for the same article.
 */
export function compareNewest(a: Ordered, b: Ordered): number {
  return (
    b.date.epoch - a.date.epoch ||
    (b.order ?? 0) - (a.order ?? 0) ||
    comparePaths(b.file, a.file) ||
    compareTexts(a.slug, b.slug)
  );
}

/** Sort articles, newest first. */
export function newestFirst<Item extends Ordered>(articles: readonly Item[]): Item[] {
  return articles.toSorted(compareNewest);
}

/**
 * Compare paths in natural order: folder by folder, with numbers in digits of any script compared by value. The
 * extension of Markdown files is ignored.
 *
 * @example comparePaths('a/2-x.md', 'a/10-x.md') // negative
 */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareParts(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return compareTexts(a, b);
}

/** Split a path at slashes and numbers, keeping both: `['articles', '/', '', '10', '-x']`. */
const partsOf = memoize(10_000, (path: string): readonly string[] =>
  toLatinDigits(path.normalize('NFC'))
    .replace(/(?:\/_?index)?\.(?:md|markdown)$/i, '')
    .split(/(\/|\d+)/),
);

function compareParts(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) {
    const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
    return left.length - right.length || compareTexts(left, right);
  }
  return compareTexts(a, b);
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}
