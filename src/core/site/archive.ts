import { monthName } from '../dates/news-date.ts';
import { toList } from './numbered-pages.ts';
import { formatPlainNumber } from '../text/persian.ts';
import type { ArchiveMonth, ArchiveYear, SiteArticle } from './site.ts';
import type { Urls } from '../urls.ts';

/** Group articles, sorted newest first, by Jalali year and month, also newest first. */
export function buildArchive(articles: readonly SiteArticle[], pageSize: number, urls: Urls): readonly ArchiveYear[] {
  const years = groupBy(articles, ({ date }) => date.jalali.year);
  return [...years].map(([year, ofYear]): ArchiveYear => {
    const months = groupBy(ofYear, ({ date }) => date.jalali.month);
    return {
      year,
      label: formatPlainNumber(year),
      url: urls.page('archive', String(year)),
      count: ofYear.length,
      months: [...months].map(([month, ofMonth]) => buildMonth(year, month, ofMonth, pageSize, urls)),
    };
  });
}

function buildMonth(
  year: number,
  month: number,
  articles: readonly SiteArticle[],
  pageSize: number,
  urls: Urls,
): ArchiveMonth {
  const url = urls.page('archive', String(year), String(month).padStart(2, '0'));
  return { year, month, ...toList(`${monthName(month)} ${formatPlainNumber(year)}`, url, articles, pageSize) };
}

function groupBy(
  articles: readonly SiteArticle[],
  keyOf: (article: SiteArticle) => number,
): ReadonlyMap<number, readonly SiteArticle[]> {
  return Map.groupBy(articles, keyOf);
}
