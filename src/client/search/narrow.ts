import { filterArticles, type SearchFilters } from '../../core/search/filters.ts';
import { orderByDate } from '../../core/search/order.ts';
import type { SearchAnswer } from '../../core/search/ranking.ts';
import type { SearchIndex } from './index.ts';
import type { SearchState } from './state.ts';

/** Look up the numbers of the filters in a URL; an unknown name becomes -1, which no article has. */
export function numberFilters({ filters }: SearchState, { labels }: SearchIndex): SearchFilters {
  const { section, source, year, tag } = filters;
  return {
    ...(section && { section: labels.sections.findIndex(([slug]) => slug === section) || -1 }),
    ...(source && { source: labels.sources.indexOf(source) }),
    ...(year && { year: Number(year) || -1 }),
    ...(tag && { tag: labels.tags.indexOf(tag) }),
  };
}

/** Apply the filters and the order of a state to an answer. */
export function narrow(found: SearchAnswer, state: SearchState, opened: SearchIndex): SearchAnswer {
  const filters = numberFilters(state, opened);
  const [articles, whole] = [found.articles, found.whole].map((all) => filterArticles(all, opened.rows, filters));
  const list = { ...found, articles: articles!, whole: whole! };
  return state.sort === 'date' ? { ...list, articles: orderByDate(list) } : list;
}
