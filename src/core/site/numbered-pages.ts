import type { NumberedList } from './site.ts';

/** A list split so that its pages never shift. */
export interface SplitList<Item> {
  /** The newest items, newest first: fewer than two pages of them. */
  newest: readonly Item[];
  /** Full pages; page 1, the oldest, first. Within a page the newest item is first. */
  pages: readonly (readonly Item[])[];
}

/**
 * Split a list, newest first, into what its own address shows and full numbered pages, counted from the oldest item.
 * Adding an item at the front changes `newest` alone, or adds a page at the end of `pages`; no page ever changes.
 * `newest` keeps at least one page of items, so that the list's own page is never short.
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

/** Make a numbered list out of items, newest first. */
export function toList<Item>(label: string, url: string, items: readonly Item[], size: number): NumberedList<Item> {
  return Object.freeze({ label, url, count: items.length, ...splitList(items, size) });
}
