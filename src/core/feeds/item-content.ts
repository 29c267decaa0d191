import type { Element, ElementContent, Properties } from 'hast';
import { rehype } from 'rehype';
import { formatDate } from '../dates/news-date.ts';
import { standAloneHtml } from './stand-alone-html.ts';
import { imageOf, videoOf } from './media.ts';
import { absoluteUrl } from '../urls.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import type { Urls } from '../urls.ts';
import { stripForbidden } from './xml.ts';

/**
 * Write the full text of an article as self-contained HTML for feed readers: right-to-left, every URL absolute and
 * percent-encoded, with everything on the article's page in the same order: picture, text, video, corrections, source.
 */
export function feedContent(site: Site, article: SiteArticle): string {
  const { urls } = site;
  const head = write([
    article.kicker && element('p', {}, article.kicker),
    article.hasOwnLead && element('p', {}, element('strong', {}, article.lead)),
    figure(urls, article),
    article.dateline && element('p', {}, element('bdi', {}, article.dateline)),
  ]);
  const body = stripForbidden(standAloneHtml(urls, article.url, article.body.html));
  const foot = write([film(urls, article), corrections(article), sourceLine(site, article)]);
  return `<div dir="rtl" lang="fa">${head}${body}${foot}</div>`;
}

/** An element, a text, or nothing. */
type Part = Element | string | false | undefined;

const html = rehype().data('settings', { fragment: true }).freeze();

function figure(urls: Urls, article: SiteArticle): Element | undefined {
  const image = imageOf(urls, article);
  if (!image) return undefined;
  const { url: src, description: alt, width, height } = image;
  const caption = [article.image?.caption, image.credit].filter(Boolean).join(' — ');
  return element(
    'figure',
    {},
    element('img', { src, alt, width, height }),
    caption && element('figcaption', {}, caption),
  );
}

// A link below the video's still: readers drop `<video>` or its controls, and play the enclosure instead.
function film(urls: Urls, article: SiteArticle): Element | undefined {
  const { video } = article;
  const file = videoOf(urls, article);
  const href = file?.url ?? (video?.url && absoluteUrl(urls, article.url, video.url));
  if (!video || !href) return undefined;
  const link = element('a', { href }, `فیلم: ${video.title}`);
  if (!file?.thumbnail) return element('p', {}, link);
  const still = element('a', { href }, element('img', { src: file.thumbnail, alt: video.title }));
  return element('figure', {}, still, element('figcaption', {}, link));
}

function corrections(article: SiteArticle): Element | undefined {
  if (article.corrections.length === 0) return undefined;
  const items = article.corrections.map(({ date, text }) =>
    element('li', {}, element('time', { dateTime: date.iso }, formatDate(date)), `: ${text}`),
  );
  return element('section', {}, element('h2', {}, 'اصلاحیه'), element('ul', {}, ...items));
}

function sourceLine({ urls, config }: Site, article: SiteArticle): Element {
  const { label, homepage } = article.source;
  const href = homepage && absoluteUrl(urls, article.url, homepage);
  const source = element('bdi', {}, label);
  const back = element('a', { href: urls.absolute(article.url) }, `خواندن این خبر در ${config.name}`);
  return element('p', {}, 'منبع: ', href ? element('a', { href }, source) : source, ' | ', back);
}

function element(tagName: string, properties: Properties, ...children: readonly Part[]): Element {
  return { type: 'element', tagName, properties, children: nodesOf(children) };
}

function nodesOf(children: readonly Part[]): ElementContent[] {
  return children.flatMap((child) => (typeof child === 'string' ? { type: 'text', value: child } : child || []));
}

function write(children: readonly Part[]): string {
  return stripForbidden(html.stringify({ type: 'root', children: nodesOf(children) }));
}
