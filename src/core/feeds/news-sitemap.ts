import type { Site, SiteArticle } from '../site/site.ts';
import { escapeXml, xmlDeclaration, xmlElement } from './xml.ts';

/** Google takes articles of the last two days, and at most so many. */
const freshTime = 48 * 3_600_000;
const freshCount = 1000;

/** Tell whether an article belongs into the news sitemap at a moment. Both are milliseconds since 1970-01-01T00:00Z. */
export function isFresh(epoch: number, now: number): boolean {
  return epoch > now - freshTime;
}

/** Find the articles for the news sitemap. @param articles Newest first. */
export function freshArticles<Item extends Pick<SiteArticle, 'date'>>(articles: readonly Item[], now: number): Item[] {
  const end = articles.findIndex(({ date }) => !isFresh(date.epoch, now));
  return articles.slice(0, Math.min(freshCount, end === -1 ? articles.length : end));
}

/**
 * Write the sitemap of the news of the last two days, as Google describes it (developers.google.com, «Create a news
 * sitemap»). A sitemap must list something: where there is no news, it is the newest article, without what makes it news.
 */
export function writeNewsSitemap({ config, urls, fresh, articles }: Site): string {
  const publication = xmlElement(
    'news:publication',
    {},
    xmlElement('news:name', {}, escapeXml(config.name)),
    xmlElement('news:language', {}, 'fa'),
  );
  const entryOf = ({ url, date, title }: SiteArticle): string =>
    entry(
      urls.absolute(url),
      xmlElement(
        'news:news',
        {},
        publication,
        xmlElement('news:publication_date', {}, date.iso),
        xmlElement('news:title', {}, escapeXml(title)),
      ),
    );
  const older = fresh.length > 0 ? [] : [entry(urls.absolute(articles[0]?.url ?? urls.page()))];
  const xmlns = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  };
  return `${xmlDeclaration}\n${xmlElement('urlset', xmlns, '\n', ...fresh.map(entryOf), ...older)}\n`;
}

function entry(url: string, ...more: string[]): string {
  return `${xmlElement('url', {}, xmlElement('loc', {}, escapeXml(url)), ...more)}\n`;
}
