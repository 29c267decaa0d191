import type { SearchAnswer } from '../../core/search/ranking.ts';
import { element } from '../elements.ts';
import type { SearchIndex } from './index.ts';
import { hitItem } from './results.ts';

/**
 * Create an object that renders the next hits of a list below the present ones, and returns the first new item.
 *
 * @param isCurrent Whether the list is still that of the latest query.
 */
export function createDrawer(
  results: HTMLElement,
  { articles, lackedBy, sought }: SearchAnswer,
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
      const numbers = articles.slice(drawn, drawn + count);
      const loaded = await Promise.all(numbers.map((number) => index.article(number)));
      if (!isCurrent()) return undefined;
      const items = loaded.map((article, place) => hitItem(article, sought, lackedBy(numbers[place]!)));
      if (drawn === 0) results.replaceChildren(element('ol'));
      results.lastElementChild!.append(...items);
      drawn += items.length;
      return items[0];
    },
  };
}
