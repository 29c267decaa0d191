import type { Element } from 'hast';
import { h } from 'hastscript';
import { rehype } from 'rehype';
import { formatDate } from '../dates/news-date.ts';
import { standAloneHtml } from './stand-alone-html.ts';
import { audioOf, imageOf, videoOf } from './media.ts';
import { galleryWithPicture } from '../markdown/galleries.ts';
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
  const gallery = article.image && galleryWithPicture(article.body.html, article.image);
  const head = write([
    article.kicker ? h('p', article.kicker) : undefined,
    article.hasOwnLead ? h('p', h('strong', article.lead)) : undefined,
    gallery === undefined ? figure(urls, article) : undefined,
    article.dateline ? h('p', h('bdi', article.dateline)) : undefined,
  ]);
  const body = stripForbidden(standAloneHtml(urls, article.url, gallery ?? article.body.html));
  const foot = write([film(urls, article), recording(urls, article), corrections(article), sourceLine(site, article)]);
  return `<div dir="rtl" lang="fa">${head}${body}${foot}</div>`;
}

const html = rehype().data('settings', { fragment: true }).freeze();

function figure(urls: Urls, article: SiteArticle): Element | undefined {
  const image = imageOf(urls, article);
  if (!image) return undefined;
  const { url: src, description: alt, width, height } = image;
  const caption = [article.image?.caption, image.credit].filter(Boolean).join(' — ');
  const picture = h('img', { src, alt, width, height });
  return h('figure', picture, caption ? h('figcaption', caption) : undefined);
}

// A link below the video's still: readers drop `<video>` or its controls, and play the enclosure instead.
function film(urls: Urls, article: SiteArticle): Element | undefined {
  const { video } = article;
  const file = videoOf(urls, article);
  const href = file?.url ?? (video?.url && absoluteUrl(urls, article.url, video.url));
  if (!video || !href) return undefined;
  const link = h('a', { href }, `فیلم: ${video.title}`);
  if (!file?.thumbnail) return h('p', link);
  const still = h('a', { href }, h('img', { src: file.thumbnail, alt: video.title }));
  return h('figure', still, h('figcaption', link));
}

function recording(urls: Urls, article: SiteArticle): Element | undefined {
  const audio = audioOf(urls, article);
  return audio && h('p', h('a', { href: audio.url }, `صدا: ${audio.title}`));
}

function corrections(article: SiteArticle): Element | undefined {
  if (article.corrections.length === 0) return undefined;
  const items = article.corrections.map(({ date, text }) =>
    h('li', h('time', { dateTime: date.iso }, formatDate(date)), `: ${text}`),
  );
  return h('section', h('h2', 'اصلاحیه'), h('ul', ...items));
}

function sourceLine({ urls, config }: Site, article: SiteArticle): Element {
  const { label, homepage } = article.source;
  const href = homepage && absoluteUrl(urls, article.url, homepage);
  const source = h('bdi', label);
  const back = h('a', { href: urls.absolute(article.url) }, `خواندن این خبر در ${config.name}`);
  return h('p', 'منبع: ', href ? h('a', { href }, source) : source, ' | ', back);
}

function write(parts: (Element | undefined)[]): string {
  return stripForbidden(html.stringify(h(undefined, parts)));
}
