import { formatPlainNumber } from '../text/persian.ts';
import { kindLabels } from '../site/term-kinds.ts';
import type { ArchiveMonth, ArchiveYear, SiteArticle, TermKind, TermLink } from '../site/site.ts';
import type { Urls } from '../urls.ts';

/** One step of the path from the front page to a page. The page itself has no `url`. */
export interface Crumb {
  label: string;
  url?: string | undefined;
}

/** Say where an article stands: front page, then its section. */
export function articleCrumbs(urls: Urls, article: Pick<SiteArticle, 'section'>): Crumb[] {
  return article.section ? [homeCrumb(urls), article.section] : [homeCrumb(urls)];
}

/** Say where the index of a kind of terms stands. */
export function kindCrumbs(urls: Urls, kind: TermKind): Crumb[] {
  return [homeCrumb(urls), { label: kindLabels[kind].many }];
}

/** Say where a tag, section, source or author stands; `number` is that of the numbered page, if it is one. */
export function termCrumbs(urls: Urls, term: TermLink, number?: number): Crumb[] {
  const { many } = kindLabels[term.kind];
  return [homeCrumb(urls), { label: many, url: urls.page(term.kind) }, ...listCrumbs(term, number)];
}

/** What readers call the page of feeds. */
export const feedsLabel = 'خوراک‌ها';

/** Say where the page of feeds stands. */
export function feedsCrumbs(urls: Urls): Crumb[] {
  return [homeCrumb(urls), { label: feedsLabel }];
}

/** Say where a list that belongs to the whole site stands: «آخرین اخبار», «اصلاحیه‌ها». */
export function siteListCrumbs(urls: Urls, list: Required<Crumb>, number?: number): Crumb[] {
  return [homeCrumb(urls), ...listCrumbs(list, number)];
}

/** Say where the archive, one of its years or one of its months stands. */
export function archiveCrumbs(urls: Urls, year?: ArchiveYear, month?: ArchiveMonth, number?: number): Crumb[] {
  const archive = { label: archiveLabel, url: urls.page('archive') };
  if (!year) return [homeCrumb(urls), { label: archiveLabel }];
  const yearCrumb = { label: formatPlainNumber(year.year), url: year.url };
  if (!month) return [homeCrumb(urls), archive, { label: yearCrumb.label }];
  return [homeCrumb(urls), archive, yearCrumb, ...listCrumbs(month, number)];
}

const archiveLabel = 'بایگانی';

function homeCrumb(urls: Urls): Crumb {
  return { label: 'خانه', url: urls.page() };
}

function listCrumbs(list: { label: string; url?: string | undefined }, number: number | undefined): Crumb[] {
  if (number === undefined) return [{ label: list.label }];
  return [{ label: list.label, url: list.url }, { label: `صفحه ${formatPlainNumber(number)}` }];
}
