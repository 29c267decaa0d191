import type { NumberedList } from './site.ts';

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
