import type { Article } from '../article.ts';
import { toLatinDigits } from '../text/persian.ts';
import { memoize } from '../text/memoize.ts';

/** What the order of articles depends on. */
export type Ordered = Pick<Article, 'date' | 'order' | 'file' | 'slug'>;

/**
 * Compare two articles for lists with the newest first: the one order of articles on the whole site. Of the same moment,
 * such as all of a day without hours, the one with the higher `order` counts as newer (without one it is 0), and then the
 * one whose path comes later, with numbers by their value: `10-x.md` is newer than `2-x.md`.
 *
 * @returns A negative number if `a` comes first; 0 only for the same article.
 */
export function compareNewest(a: Ordered, b: Ordered): number {
  return (
    b.date.epoch - a.date.epoch ||
    (b.order ?? 0) - (a.order ?? 0) ||
    comparePaths(b.file, a.file) ||
    (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)
  );
}

/** Sort articles for lists: newest first. */
export function newestFirst<Item extends Ordered>(articles: readonly Item[]): Item[] {
  return articles.toSorted(compareNewest);
}

/**
 * Compare paths as people count: folder by folder, numbers in digits of any script by their value, without the extension
 * of markdown files.
 *
 * @example comparePaths('a/2-x.md', 'a/10-x.md') // negative
 */
export function comparePaths(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const order = compareParts(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A path as numbers and the texts between them: `['articles', '/', '', '10', '-x']`; a folder ends at its slash. */
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

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
