import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { feedContent } from './item-content.ts';
import { type FeedMedia, imageOf, videoOf } from './media.ts';
import { laterChangeOf } from '../site/last-change.ts';
import { toPersianDigits } from '../text/persian.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { escapeXml, stripForbidden, xmlElement } from './xml.ts';

/**
 * Write an article's RSS 2.0 item. All feeds of the site share it, and writing it takes the library as long as the rest
 * of a feed, so it is cached.
 */
export async function writeItem(site: Site, article: SiteArticle): Promise<string> {
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
  const item = escapePlainTexts(feed.slice(feed.indexOf('<item>'), feed.lastIndexOf('</channel>')));
  items.set(article, item);
  return item;
}

/**
 * Write `<` and `&` of plain texts in the one form that no feed reader takes for markup (RSS Best Practices Profile,
 * section 2.1 on character data).
 *
 * @example escapePlainTexts('<title>a &lt; b &amp; c</title>') // '<title>a &#x3C; b &#x26; c</title>'
 */
export function escapePlainTexts(xml: string): string {
  return xml.replace(plainTexts, (text) => text.replaceAll('&lt;', '&#x3C;').replaceAll('&amp;', '&#x26;'));
}

let written: { site: Site; items: Map<SiteArticle, string> } | undefined;
// A few kilobytes each.
const mostItems = 30_000;
const plainTexts = /<(title|category|dc:creator|media:(?:title|description|credit))>[^<]*(?=<\/\1>)/g;

function itemOf(site: Site, article: SiteArticle): RSSFeedItem {
  const { urls } = site;
  const image = imageOf(urls, article);
  const video = videoOf(urls, article);
  const change = laterChangeOf(article);
  const names = article.authors.length > 0 ? article.authors : [article.source];
  return {
    title: stripForbidden(article.title),
    link: urls.absolute(article.url),
    pubDate: new Date(article.date.epoch),
    // An article may have no paragraph; its text comes after a description like any other.
    description: asHtml(article.lead || article.title),
    content: feedContent(site, article),
    categories: categoriesOf(article),
    customData: [
      ...names.map(({ label }) => textElement('dc:creator', label)),
      ...[image, video].map((media) => (media ? mediaElement(media) : '')),
      thumbnailElement(image?.url ?? video?.thumbnail),
      change ? xmlElement('atom:updated', {}, change.iso) : '',
    ].join(''),
    // 0 is what the RSS Advisory Board's profile asks for when the length of a remote file is unknown.
    ...(video?.type && { enclosure: { url: video.url, type: video.type, length: video.bytes ?? 0 } }),
  };
}

function categoriesOf({ section, tags }: SiteArticle): string[] {
  const labels = [...(section ? [section] : []), ...tags].map(({ label }) => stripForbidden(label));
  return [...new Set(labels)];
}

function mediaElement(media: FeedMedia): string {
  const { medium, url, type, bytes, width, height, title, description, credit, thumbnail } = media;
  return xmlElement(
    'media:content',
    // MRSS does not allow 0 here.
    { url, medium, type, fileSize: bytes || undefined, width, height },
    title ? textElement('media:title', title) : '',
    description ? textElement('media:description', description) : '',
    credit ? textElement('media:credit', credit) : '',
    thumbnailElement(thumbnail),
  );
}

function thumbnailElement(url: string | undefined): string {
  return url ? xmlElement('media:thumbnail', { url }) : '';
}

// `@astrojs/rss` parses this again, and would read «007» as the number 7: with Persian digits it stays text.
function textElement(name: string, text: string): string {
  return xmlElement(name, {}, escapeXml(Number.isNaN(Number(text)) ? text : toPersianDigits(text)));
}

/** Escape plain text as HTML: item descriptions are read as HTML. */
function asHtml(text: string): string {
  return stripForbidden(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
