import { element } from '../elements.ts';
import type { SearchIndex } from './index.ts';
import { hitItem } from './results.ts';

/** The hits of one query, in order. */
export interface HitList {
  /** Numbers of articles. */
  articles: readonly number[];
  /** Number of leading articles that match all words of the query. */
  complete: number;
  /** Words to mark in them. */
  sought: ReadonlyMap<string, number>;
}

/**
 * Create an object that renders the next hits of a list below the present ones, and returns the first new item. A line
 * separates articles that match all words from those that match most of them.
 *
 * @param isCurrent Whether the list is still that of the latest query.
 */
export function createDrawer(
  results: HTMLElement,
  { articles, complete, sought }: HitList,
  index: SearchIndex,
  isCurrent: () => boolean,
): { next(count: number): Promise<HTMLElement | undefined>; readonly drawn: number; readonly isAtEnd: boolean } {
  let drawn = 0;
  return {
    get drawn() {
      return drawn;
    },
    get isAtEnd() {
      return drawn >= articles.length;
    },
    next: async (count) => {
      const loaded = await Promise.all(articles.slice(drawn, drawn + count).map((number) => index.article(number)));
      if (!isCurrent()) return undefined;
      const items = loaded.map((article) => hitItem(article, sought));
      if (drawn === 0) results.replaceChildren(element('ol'));
      items.forEach((item, place) => {
        if (complete > 0 && drawn + place === complete)
          results.append(element('p', 'search-divide', 'خبرهایی که بیشتر واژه‌ها را دارند'), element('ol'));
        results.lastElementChild!.append(item);
      });
      drawn += items.length;
      return items[0];
    },
  };
}
