import type { SiteArticle } from './site.ts';

/** Articles of Jalali years in a row that are indexed together. */
export interface SearchPeriod {
  /** `1404`, or `1395-1403`. */
  name: string;
  /** Oldest first. */
  articles: readonly SiteArticle[];
}

/** Years are joined while they have no more articles than this together. */
const periodSize = 20_000;

/**
 * Split articles into periods, oldest first. The newest year stands alone, so that the index of the years before it stays
 * as it is while articles are added; older years are joined, since each period costs a query a request.
 *
 * @param articles Oldest first.
 */
export function splitPeriods(articles: readonly SiteArticle[]): SearchPeriod[] {
  const years = Map.groupBy(articles, ({ date }) => date.jalali.year);
  const periods: { first: number; last: number; articles: SiteArticle[] }[] = [];
  const newest = articles.at(-1)?.date.jalali.year;
  for (const [year, those] of years) {
    const open = periods.at(-1);
    if (open && year !== newest && open.articles.length + those.length <= periodSize) {
      open.articles.push(...those);
      open.last = year;
    } else {
      periods.push({ first: year, last: year, articles: [...those] });
    }
  }
  return periods.map(({ first, last, articles: those }) => ({
    name: first === last ? String(first) : `${first}-${last}`,
    articles: those,
  }));
}
