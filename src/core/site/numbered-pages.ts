import type { NumberedList, SiteArticle } from './site.ts';

/** A list split into pages that never shift. */
export interface SplitList<Item> {
  /** The newest items, newest first: fewer than two pages. */
  newest: readonly Item[];
  /** Full pages; page 1, the oldest, first. Within a page the newest item is first. */
  pages: readonly (readonly Item[])[];
}

/**
 * Split a list, newest first, into the items shown at its own URL and full numbered pages, counted from the oldest
 * item. Adding an item at the front changes only `newest`, or appends a page to `pages`; existing pages never change.
 * `newest` keeps at least one page of items, so the list's own page is never short.
 *
 * @example splitList(['e', 'd', 'c', 'b', 'a'], 2) // { newest: ['e', 'd', 'c'], pages: [['b', 'a']] }
 */
export function splitList<Item>(items: readonly Item[], size: number): SplitList<Item> {
  const pageCount = Math.max(0, Math.floor(items.length / size) - 1);
  const end = items.length;
  const pages = Array.from({ length: pageCount }, (_, index) =>
    items.slice(end - (index + 1) * size, end - index * size),
  );
  return { newest: items.slice(0, end - pageCount * size), pages };
}

/** Create a numbered list from items, newest first. */
export function toList<Item>(label: string, url: string, items: readonly Item[], size: number): NumberedList<Item> {
  return Object.freeze({ label, url, count: items.length, ...splitList(items, size) });
}

/** A link to a numbered page. */
export interface PagerNumber {
  number: number;
  url: string;
}

/** Links from one page of a list to the others. */
export interface Pager {
  /** The list's own page with its newest articles; absent on that page. */
  newest?: string | undefined;
  /** The page with the next newer articles. */
  newer?: string | undefined;
  /** The page with the next older articles. */
  older?: string | undefined;
  /** The numbers around this page, highest first. */
  numbers: readonly PagerNumber[];
  /** The page with the oldest articles, unless it is among the numbers. */
  oldest?: PagerNumber | undefined;
}

/** One page of a list: its own page (`number` is undefined) or a numbered one. */
export interface ListPage<Item = SiteArticle> {
  number?: number | undefined;
  /** Path of this page. */
  url: string;
  articles: readonly Item[];
}

/** Number of numbers on a list's own page, and of older ones on a numbered page. */
const shownNumbers = { own: 4, older: 2 };

/**
 * Path of a numbered page.
 *
 * @example numberedUrl('/tags/x/', 3) // '/tags/x/page/3/'
 */
export function numberedUrl(listUrl: string, number: number): string {
  return `${listUrl}page/${number}/`;
}

/** List the pages of a list: its own page, then page 1, 2 and so on. */
export function listPages<Item>({ url, newest, pages }: NumberedList<Item>): ListPage<Item>[] {
  const numbered = pages.map((articles, index) => ({
    number: index + 1,
    url: numberedUrl(url, index + 1),
    articles,
  }));
  return [{ url, articles: newest }, ...numbered];
}

/**
 * Compute the pager of a page. Nothing on a numbered page changes when the list grows, so its link to newer articles is
 * always the next number; until that page is full, a redirect leads to the list itself.
 *
 * @param number Number of the page; `undefined` for the list's own page.
 */
export function pagerOf<Item>({ url, pages }: NumberedList<Item>, number: number | undefined): Pager {
  const linkTo = (other: number): PagerNumber => ({ number: other, url: numberedUrl(url, other) });
  const [highest, lowest] =
    number === undefined
      ? [pages.length, pages.length - shownNumbers.own + 1]
      : [number + 1, number - shownNumbers.older];
  // A gap of one page would be as wide as its number.
  const last = lowest <= 2 ? 1 : lowest;
  const numbers = Array.from({ length: Math.max(0, highest - last + 1) }, (_, index) => linkTo(highest - index));
  const older = number === undefined ? pages.length : number - 1;
  return {
    ...(number !== undefined && { newest: url, newer: numberedUrl(url, number + 1) }),
    older: older > 0 ? numberedUrl(url, older) : undefined,
    numbers,
    oldest: last > 1 ? linkTo(1) : undefined,
  };
}
