import type { NewsDate } from '../dates/news-date.ts';
import { termKinds } from '../site/terms.ts';
import { lastChangeOf, latestOf, newestChange } from '../site/last-change.ts';
import { listPages } from '../site/numbered-pages.ts';
import type { NumberedList, Site, SiteArticle } from '../site/site.ts';
import { escapeXml, xmlDeclaration, xmlElement } from './xml.ts';

/** An entry of a sitemap. */
export interface SitemapEntry {
  /** Absolute and percent-encoded. */
  url: string;
  /** When the page's content last changed, if known. */
  changed?: NewsDate | undefined;
}

/**
 * List every page for search engines. The oldest article comes first, so that a new one leaves full sitemaps unchanged.
 */
export function sitemapEntries({
  articles,
  pages,
  archive,
  terms,
  latest,
  corrections,
  editions,
  urls,
}: Site): SitemapEntry[] {
  const changed = newestChange(articles);
  const lists = [latest, ...Object.values(terms).flat(), ...archive.flatMap(({ months }) => months)];
  const entries: SitemapEntry[] = [
    ...articles.toReversed().map((article) => ({ url: article.url, changed: lastChangeOf(article) })),
    ...lists.flatMap(listEntries),
    ...listPages(corrections).map((page) => ({
      url: page.url,
      changed: latestOf(page.articles.map(({ date }) => date)),
    })),
    ...(editions ? listPages(editions) : []).flatMap(({ url, articles: days }) => [
      { url, changed: days[0]?.day },
      ...days.map((edition) => ({ url: edition.url, changed: edition.day })),
    ]),
    ...archive.map(({ url, months }) => ({ url, changed: newestChange(months.flatMap(articlesOf)) })),
    ...['archive', ...termKinds].map((name) => ({ url: urls.page(name), changed })),
    { url: urls.page(), changed },
    // It changes with the names of terms, not with articles.
    { url: urls.page('feeds') },
    ...pages,
  ];
  return entries.map(({ url, changed }) => ({ url: urls.absolute(url), changed }));
}

/** Split entries into sitemaps of at most `size`; sitemaps.org allows 50,000. There is always at least one. */
export function splitSitemap(entries: readonly SitemapEntry[], size = 50_000): SitemapEntry[][] {
  const count = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: count }, (_, index) => entries.slice(index * size, (index + 1) * size));
}

/** Write a sitemap (sitemaps.org 0.9). */
export function writeSitemap(entries: readonly SitemapEntry[]): string {
  return write('urlset', 'url', entries);
}

/** Write the index of a site's sitemaps; the n-th is at `/sitemap-<n>.xml`, from 1. */
export function writeSitemapIndex({ urls }: Site, sitemaps: readonly (readonly SitemapEntry[])[]): string {
  const entries = sitemaps.map((sitemap, index) => ({
    url: urls.absolute(urls.file(`sitemap-${index + 1}.xml`)),
    changed: latestOf(sitemap.map(({ changed }) => changed)),
  }));
  return write('sitemapindex', 'sitemap', entries);
}

function listEntries(list: NumberedList): SitemapEntry[] {
  return listPages(list).map(({ url, articles }) => ({ url, changed: newestChange(articles) }));
}

function articlesOf({ newest, pages }: NumberedList): SiteArticle[] {
  return [...newest, ...pages.flat()];
}

function write(root: string, name: string, entries: readonly SitemapEntry[]): string {
  const children = entries.map(({ url, changed }) => {
    const modified = changed ? xmlElement('lastmod', {}, changed.iso) : '';
    return `${xmlElement(name, {}, xmlElement('loc', {}, escapeXml(url)), modified)}\n`;
  });
  const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `${xmlDeclaration}\n${xmlElement(root, { xmlns }, '\n', ...children)}\n`;
}
