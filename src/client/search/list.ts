import type { SearchArticle } from '../../core/search/article.ts';
import type { SearchAnswer } from '../../core/search/ranking.ts';
import { element } from '../elements.ts';
import type { SearchIndex } from './index.ts';
import { yieldToKeys } from './yield.ts';
import { hitItem } from './results.ts';

/** Whether the text of an article answers a question with quotations. */
export type TextTest = (article: SearchArticle, number: number) => boolean;

/** A list of hits that grows. */
export interface HitList {
  /** Render the next hits below the present ones, and return the first new item. */
  next(count: number): Promise<HTMLElement | undefined>;
  readonly drawn: number;
  /** Number of articles whose texts were read. */
  readonly read: number;
  readonly isAtEnd: boolean;
}

// Texts that are tested at one time.
const mostRead = 40;

/**
 * Create the list of an answer's hits. If texts are tested, a limited number is read at a time.
 *
 * @param test Articles that fail it are left out.
 * @param isCurrent Whether the list is still that of the latest query.
 */
export function createList(
  results: HTMLElement,
  { articles, lackedBy, sought }: SearchAnswer,
  index: SearchIndex,
  test: TextTest | undefined,
  isCurrent: () => boolean,
): HitList {
  let [drawn, read] = [0, 0];
  const nextItems = async (count: number): Promise<HTMLElement[]> => {
    const items: HTMLElement[] = [];
    const end = read + (test ? Math.max(mostRead, count) : count);
    while (items.length < count && read < Math.min(end, articles.length) && isCurrent()) {
      const numbers = articles.slice(read, Math.min(read + count, end));
      const loaded = await Promise.all(numbers.map((number) => index.article(number)));
      for (const [place, article] of loaded.entries()) {
        if (items.length === count || !isCurrent()) break;
        read++;
        if (test?.(article, numbers[place]!) ?? true) items.push(hitItem(article, sought, lackedBy(numbers[place]!)));
        // Texts take some milliseconds each, and readers may be typing.
        await yieldToKeys();
      }
    }
    return items;
  };
  return {
    get drawn() {
      return drawn;
    },
    get read() {
      return read;
    },
    get isAtEnd() {
      return read >= articles.length;
    },
    next: async (count) => {
      const items = await nextItems(count);
      if (!isCurrent()) return undefined;
      if (drawn === 0) results.replaceChildren(...(items.length > 0 ? [element('ol')] : []));
      results.lastElementChild?.append(...items);
      drawn += items.length;
      return items[0];
    },
  };
}
