import type { NumberedList, SiteArticle } from './site.ts';

/** A numbered page that a pager leads to. */
export interface PagerNumber {
  number: number;
  url: string;
}

/** The ways on from one page of a list. */
export interface Pager {
  /** The list's own page, which holds its newest articles; absent there. */
  newest?: string | undefined;
  /** The page with the articles just after these. */
  newer?: string | undefined;
  /** The page with the articles just before these. */
  older?: string | undefined;
  /** The numbers around this page, highest first. */
  numbers: readonly PagerNumber[];
  /** The page with the oldest articles, unless it is among the numbers. */
  oldest?: PagerNumber | undefined;
}

/** One page of a list: the list's own (`number` is undefined) or a numbered one. */
export interface ListPage<Item = SiteArticle> {
  number?: number | undefined;
  /** The path of this page. */
  url: string;
  articles: readonly Item[];
}

/** How many numbers a list's own page shows, and how many older ones a numbered page. */
const shownNumbers = { own: 4, older: 2 };

/**
 * Write the path of a numbered page.
 *
 * @example numberedUrl('/tags/x/', 3) // '/tags/x/page/3/'
 */
export function numberedUrl(listUrl: string, number: number): string {
  return `${listUrl}page/${number}/`;
}

/** Lay out the pages of a list: its own page, then page 1, 2 and so on. */
export function listPages<Item>({ url, newest, pages }: NumberedList<Item>): ListPage<Item>[] {
  const numbered = pages.map((articles, index) => ({
    number: index + 1,
    url: numberedUrl(url, index + 1),
    articles,
  }));
  return [{ url, articles: newest }, ...numbered];
}

/**
 * Find the ways on from a page of a list. A numbered page says nothing that changes when the list grows, so its way to
 * newer articles is always the next number; where that page is not full yet, a redirect of the site leads on to the list
 * itself.
 *
 * @param number That of the page; `undefined` for the list's own page.
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
