import { formatPlainNumber } from '../text/persian.ts';
import { kindLabels } from '../site/terms.ts';
import type { ArchiveMonth, ArchiveYear, SiteArticle, TermKind, TermLink } from '../site/site.ts';
import type { Urls } from '../urls.ts';

/** A step of the path from the front page to a page. The current page has no `url`. */
export interface Crumb {
  label: string;
  url?: string | undefined;
}

/** Breadcrumbs of an article: front page, then its section. */
export function articleCrumbs(urls: Urls, article: Pick<SiteArticle, 'section'>): Crumb[] {
  return article.section ? [homeCrumb(urls), article.section] : [homeCrumb(urls)];
}

/** Breadcrumbs of the index of a kind of term. */
export function kindCrumbs(urls: Urls, kind: TermKind): Crumb[] {
  return [homeCrumb(urls), { label: kindLabels[kind].many }];
}

/** Breadcrumbs of a tag, section, source or author; `number` is given for numbered pages. */
export function termCrumbs(urls: Urls, term: TermLink, number?: number): Crumb[] {
  const { many } = kindLabels[term.kind];
  return [homeCrumb(urls), { label: many, url: urls.page(term.kind) }, ...listCrumbs(term, number)];
}

/** Readers' name of the page of feeds. */
export const feedsLabel = 'خوراک‌ها';

/** Breadcrumbs of the page of feeds. */
export function feedsCrumbs(urls: Urls): Crumb[] {
  return [homeCrumb(urls), { label: feedsLabel }];
}

/** Breadcrumbs of a list of the whole site: «آخرین اخبار», «اصلاحیه‌ها». */
export function siteListCrumbs(urls: Urls, list: Required<Crumb>, number?: number): Crumb[] {
  return [homeCrumb(urls), ...listCrumbs(list, number)];
}

/** Breadcrumbs of a day’s edition. */
export function editionCrumbs(urls: Urls, list: Required<Crumb>, name: string): Crumb[] {
  return [homeCrumb(urls), { label: list.label, url: list.url }, { label: name }];
}

/** Breadcrumbs of the archive, one of its years, or one of its months. */
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
