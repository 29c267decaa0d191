import { getRssString } from '@astrojs/rss';
import { toRfc822 } from '../dates/news-date.ts';
import { escapePlainTexts, itemWriter } from './rss-item.ts';
import { newestChange } from '../site/last-change.ts';
import type { NewsDate } from '../dates/news-date.ts';
import type { Site, SiteArticle, Term, TermKind } from '../site/site.ts';
import { escapeXml, stripForbidden, xmlElement } from './xml.ts';

/** Write the site's feed (RSS 2.0). */
export function siteFeed(site: Site): Promise<string> {
  const { name: title, description } = site.config;
  const { urls, feed } = site;
  return writeArticles(site, { title, description, page: urls.page(), self: urls.file('rss.xml') }, feed);
}

/** Write the feed of a tag, section, source or author (RSS 2.0). */
export function termFeed(site: Site, term: Term): Promise<string> {
  const { name } = site.config;
  const title = `${term.label} | ${name}`;
  const description = descriptions[term.kind](term.label, name);
  return writeArticles(site, { title, description, page: term.url, self: term.feedUrl }, term.feed);
}

/** What differs between feeds: the texts, the path of the page it belongs to (`page`) and its own (`self`). */
export interface Channel {
  title: string;
  description: string;
  page: string;
  self: string;
}

const descriptions: Readonly<Record<TermKind, (label: string, site: string) => string>> = {
  tags: (label, site) => `تازه‌ترین خبرهای «${label}» در ${site}`,
  sections: (label, site) => `تازه‌ترین خبرهای سرویس «${label}» در ${site}`,
  sources: (label, site) => `تازه‌ترین خبرهای ${site} از «${label}»`,
  authors: (label, site) => `تازه‌ترین نوشته‌های ${label} در ${site}`,
};

const xmlns = {
  content: 'http://purl.org/rss/1.0/modules/content/',
  atom: 'http://www.w3.org/2005/Atom',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

/**
 * Tells browsers of phones the width of their screen, as pages do: they honour it in any XML. Programs ignore elements of
 * namespaces that they do not know (RSS 2.0, “Extending RSS”), and the Feed Validation Service any content of a `div`.
 */
const viewport = xmlElement(
  'div',
  { xmlns: 'http://www.w3.org/1999/xhtml' },
  xmlElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
);

async function writeArticles(site: Site, channel: Channel, articles: readonly SiteArticle[]): Promise<string> {
  const items = Promise.all(articles.map(itemWriter(site)));
  return writeFeed(site, channel, { items: await items, changed: newestChange(articles) });
}

/**
 * Write a feed (RSS 2.0).
 *
 * @param content Items as XML, newest first, and when any of them last changed.
 */
export async function writeFeed(
  { urls, config }: Pick<Site, 'urls' | 'config'>,
  channel: Channel,
  { items, changed }: { items: readonly string[]; changed: NewsDate | undefined },
): Promise<string> {
  const document = await getRssString({
    title: stripForbidden(channel.title),
    description: htmlText(channel.description),
    site: urls.absolute(channel.page),
    xmlns: { ...xmlns },
    customData: [
      viewport,
      xmlElement('language', {}, 'fa-IR'),
      changed ? xmlElement('lastBuildDate', {}, toRfc822(changed)) : '',
      xmlElement('atom:link', { href: urls.absolute(channel.self), rel: 'self', type: 'application/rss+xml' }),
      ...(config.feeds?.hubs ?? []).map((href) => xmlElement('atom:link', { href, rel: 'hub' })),
    ].join(''),
    items: [],
  });
  const head = withStyle(escapePlainTexts(document), urls.file('feed.css'));
  const end = head.lastIndexOf('</channel>');
  return head.slice(0, end) + items.join('') + head.slice(end);
}

/** Reference the style sheet for browsers. The library can only reference XSLT. */
function withStyle(xml: string, href: string): string {
  return xml.replace('?>', () => `?><?xml-stylesheet type="text/css" href="${escapeXml(href)}"?>`);
}

/**
 * Escape plain text for readers that take it for HTML, as some do with a channel's description: only what HTML would
 * parse as a tag or a character reference is escaped.
 */
function htmlText(text: string): string {
  return stripForbidden(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=[a-z/!?])/gi, '&lt;');
}
