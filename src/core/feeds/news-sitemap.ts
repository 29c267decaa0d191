import type { Site, SiteArticle } from '../site/site.ts';
import { escapeXml, xmlDeclaration, xmlElement } from './xml.ts';

/**
 * Write the sitemap of the news of the last two days, as Google describes it (developers.google.com, «Create a news
 * sitemap»). A sitemap must not be empty: without recent news it lists the newest article, without the news elements.
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
