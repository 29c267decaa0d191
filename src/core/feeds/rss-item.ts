import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { feedContent } from './item-content.ts';
import { guidOf } from './guid.ts';
import { audioOf, type FeedMedia, imageOf, videoOf } from './media.ts';
import { laterChangeOf } from '../site/last-change.ts';
import { commentsUrl, hasDiscussion } from '../comments/addresses.ts';
import { memoize } from '../text/memoize.ts';
import { toPersianDigits } from '../text/persian.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { escapeXml, stripForbidden, xmlElement } from './xml.ts';

/**
 * Return the function that writes the RSS 2.0 items of a site. An item is the same in all feeds of the site, and takes
 * the library as long as the rest of a feed, so each is written once.
 */
export function itemWriter(site: Site): (article: SiteArticle) => Promise<string> {
  let writer = writers.get(site);
  if (!writer) writers.set(site, (writer = memoize(cachedItems, (article: SiteArticle) => writeItem(site, article))));
  return writer;
}

// Items belong to their site: an item of another site cannot be found, and they are freed with it.
const writers = new WeakMap<Site, (article: SiteArticle) => Promise<string>>();
/** At a few kilobytes each, some hundred megabytes on sites of many thousand articles. */
const cachedItems = 30_000;

async function writeItem(site: Site, article: SiteArticle): Promise<string> {
  const { absolute, page } = site.urls;
  const feed = await getRssString({
    title: '',
    description: '',
    site: absolute(page()),
    items: [itemOf(site, article)],
  });
  const item = feed.slice(feed.indexOf('<item>'), feed.lastIndexOf('</channel>'));
  return escapePlainTexts(withGuid(item, guidOf(site, article), absolute(article.url)));
}

/**
 * Replace the guid of an item if it is not the item's link: @astrojs/rss only writes links as guids (RSS 2.0, `<guid>`
 * sub-element of `<item>`).
 */
function withGuid(item: string, guid: string, link: string): string {
  if (guid === link) return item;
  const written = `<guid isPermaLink="false">${escapeXml(stripForbidden(guid))}</guid>`;
  return item.replace(/<guid[^>]*>[^<]*<\/guid>/, () => written);
}

/**
 * Write `<` and `&` of plain texts in the one way that no feed reader takes for markup (RSS Best Practices Profile,
 * section 2.1 on character data).
 *
 * @example escapePlainTexts('<title>a &lt; b &amp; c</title>') // '<title>a &#x3C; b &#x26; c</title>'
 */
export function escapePlainTexts(xml: string): string {
  return xml.replace(plainTexts, (text) => text.replaceAll('&lt;', '&#x3C;').replaceAll('&amp;', '&#x26;'));
}

const plainTexts = /<(title|category|dc:creator|media:(?:title|description|credit))>[^<]*(?=<\/\1>)/g;

function itemOf(site: Site, article: SiteArticle): RSSFeedItem {
  const { urls } = site;
  const image = imageOf(urls, article);
  const video = videoOf(urls, article);
  const audio = audioOf(urls, article);
  // An item has one (RSS 2.0): the video, as long as there is one.
  const enclosed = video?.type ? video : audio;
  const change = laterChangeOf(article);
  const names = article.authors.length > 0 ? article.authors : [article.source];
  return {
    title: stripForbidden(article.title),
    link: urls.absolute(article.url),
    pubDate: new Date(article.date.epoch),
    // The text of an article without a paragraph comes after a description, as all others do.
    description: asHtml(article.lead || article.title),
    content: feedContent(site, article),
    categories: categoriesOf(article),
    ...(hasDiscussion(site, article) && { commentsUrl: urls.absolute(commentsUrl(urls, article)) }),
    customData: [
      ...names.map(({ label }) => textElement('dc:creator', label)),
      ...[image, video, audio].map((media) => (media ? mediaElement(media) : '')),
      thumbnailElement(image?.url ?? video?.thumbnail),
      change ? xmlElement('atom:updated', {}, change.iso) : '',
    ].join(''),
    // 0 is what the RSS Advisory Board's profile asks for where the length of another site's file is unknown.
    ...(enclosed?.type && {
      enclosure: { url: enclosed.url, type: enclosed.type, length: enclosed.bytes ?? 0 },
    }),
  };
}

function categoriesOf({ section, tags }: SiteArticle): string[] {
  const labels = [...(section ? [section] : []), ...tags].map(({ label }) => stripForbidden(label));
  return [...new Set(labels)];
}

function mediaElement(media: FeedMedia): string {
  const { medium, url, type, bytes, width, height, duration, title, description, credit, thumbnail } = media;
  return xmlElement(
    'media:content',
    // An attribute of MRSS must not be 0.
    { url, medium, type, fileSize: bytes || undefined, width, height, duration },
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

/** Write plain text as HTML, as which the descriptions of items are read. */
export function asHtml(text: string): string {
  return stripForbidden(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
