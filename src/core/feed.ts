import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { toRfc822 } from './dates.ts';
import { feedContent } from './feed-content.ts';
import { imageOf, videoOf, type FeedMedia } from './feed-media.ts';
import { toPersianDigits } from './persian.ts';
import type { Site, SiteArticle, Term, TermKind } from './site.ts';
import { newestChange } from './sitemap.ts';
import { escapeXml, stripForbidden, xmlElement } from './xml.ts';

/** Write the site's feed (RSS 2.0). */
export function siteFeed(site: Site): Promise<string> {
  const { name: title, description } = site.config;
  const { urls, feed: articles } = site;
  return writeFeed(site, { title, description, page: urls.page(), self: urls.file('rss.xml'), articles });
}

/** Write the feed of a tag, section, source or author (RSS 2.0). */
export function termFeed(site: Site, term: Term): Promise<string> {
  const { name } = site.config;
  const title = `${term.label} | ${name}`;
  const description = descriptions[term.kind](term.label, name);
  return writeFeed(site, { title, description, page: term.url, self: term.feedUrl, articles: term.feed });
}

/** A feed's own part: what it is called, the paths of the page it goes with and of itself. */
interface Channel {
  title: string;
  description: string;
  page: string;
  self: string;
  articles: readonly SiteArticle[];
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

async function writeFeed(site: Site, channel: Channel): Promise<string> {
  const changed = newestChange(channel.articles);
  const head = await getRssString({
    title: stripForbidden(channel.title),
    description: htmlText(channel.description),
    site: site.urls.absolute(channel.page),
    xmlns: { ...xmlns },
    customData: [
      xmlElement('language', {}, 'fa-IR'),
      changed ? xmlElement('lastBuildDate', {}, toRfc822(changed)) : '',
      xmlElement('atom:link', { href: site.urls.absolute(channel.self), rel: 'self', type: 'application/rss+xml' }),
    ].join(''),
    items: [],
  });
  const items = await Promise.all(channel.articles.map((article) => writeItem(site, article)));
  const end = head.lastIndexOf('</channel>');
  return head.slice(0, end) + items.join('') + head.slice(end);
}

// An article is in the feeds of the site and of all its terms, and its item, which is the same in all of them, takes the
// library as long as the rest of a feed.
let written: { site: Site; items: Map<SiteArticle, string> } | undefined;
/** A few kilobytes each. */
const mostItems = 30_000;

async function writeItem(site: Site, article: SiteArticle): Promise<string> {
  if (written?.site !== site || written.items.size >= mostItems) written = { site, items: new Map() };
  const { items } = written;
  const known = items.get(article);
  if (known !== undefined) return known;
  const { absolute, page } = site.urls;
  const feed = await getRssString({
    title: '',
    description: '',
    site: absolute(page()),
    items: [itemOf(site, article)],
  });
  const item = feed.slice(feed.indexOf('<item>'), feed.lastIndexOf('</channel>'));
  items.set(article, item);
  return item;
}

function itemOf(site: Site, article: SiteArticle): RSSFeedItem {
  const { urls } = site;
  const image = imageOf(urls, article);
  const video = videoOf(urls, article);
  const names = article.authors.length > 0 ? article.authors : [article.source];
  return {
    title: stripForbidden(article.title),
    link: urls.absolute(article.url),
    pubDate: new Date(article.date.epoch),
    description: htmlText(article.lead),
    content: feedContent(site, article),
    categories: categoriesOf(article),
    customData: [
      ...names.map(({ label }) => textElement('dc:creator', label)),
      ...[image, video].map((media) => (media ? mediaElement(media) : '')),
      thumbnailElement(image?.url ?? video?.thumbnail),
    ].join(''),
    // The length is unknown here; 0 is what the RSS Advisory Board's profile asks for then.
    ...(video?.type && { enclosure: { url: video.url, type: video.type, length: 0 } }),
  };
}

function categoriesOf({ section, tags }: SiteArticle): string[] {
  const labels = [...(section ? [section] : []), ...tags].map(({ label }) => stripForbidden(label));
  return [...new Set(labels)];
}

function mediaElement(media: FeedMedia): string {
  const { medium, url, type, width, height, title, description, credit, thumbnail } = media;
  return xmlElement(
    'media:content',
    { url, medium, type, width, height },
    title ? textElement('media:title', title) : '',
    description ? textElement('media:description', description) : '',
    credit ? textElement('media:credit', credit) : '',
    thumbnailElement(thumbnail),
  );
}

function thumbnailElement(url: string | undefined): string {
  return url ? xmlElement('media:thumbnail', { url }) : '';
}

/** `@astrojs/rss` reads this back, and would read «007» as the number 7: Persian digits stay text. */
function textElement(name: string, text: string): string {
  return xmlElement(name, {}, escapeXml(Number.isNaN(Number(text)) ? text : toPersianDigits(text)));
}

/**
 * Keep plain text plain where it is read as HTML, as RSS descriptions are: only what HTML would take for a tag or a
 * character reference is escaped.
 */
function htmlText(text: string): string {
  return stripForbidden(text)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=[a-z/!?])/gi, '&lt;');
}
