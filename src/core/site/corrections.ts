import { toList } from './numbered-pages.ts';
import type { NumberedList, PublishedCorrection, SiteArticle } from './site.ts';
import type { Urls } from '../urls.ts';

/**
 * List the corrections of all articles, newest first.
 *
 * @param articles Newest first.
 */
export function listCorrections(
  articles: readonly SiteArticle[],
  pageSize: number,
  urls: Urls,
): NumberedList<PublishedCorrection> {
  const corrections = articles.flatMap((article) =>
    article.corrections.map((correction) => ({ ...correction, article })),
  );
  const newestFirst = corrections.toSorted((a, b) => b.date.epoch - a.date.epoch);
  return toList(correctionsLabel, urls.page('corrections'), newestFirst, pageSize);
}

const correctionsLabel = 'اصلاحیه‌ها';
