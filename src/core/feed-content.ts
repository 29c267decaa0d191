import { rehype } from 'rehype';
import { visit, SKIP } from 'unist-util-visit';
import { formatDate } from './dates.ts';
import { absoluteUrl, imageOf, videoOf } from './feed-media.ts';
import type { Site, SiteArticle } from './site.ts';
import type { Urls } from './urls.ts';
import { stripForbidden } from './xml.ts';

type Root = ReturnType<typeof html.parse>;
type Child = Extract<Root['children'][number], { type: 'comment' | 'element' | 'text' }>;
type Element = Extract<Child, { type: 'element' }>;

/**
 * Write the full text of an article as HTML that stands alone in a feed reader: right-to-left, every address absolute
 * and percent-encoded, with all that the article's page holds in the same order: picture, text, video, corrections,
 * source.
 */
export function feedContent(site: Site, article: SiteArticle): string {
  const { head, body, foot } = partsOf(site, article);
  return `<div dir="rtl" lang="fa">${head}${body}${foot}</div>`;
}

interface Parts {
  head: string;
  body: string;
  foot: string;
}

const html = rehype().data('settings', { fragment: true }).freeze();
/** What a feed reader can use. Classes, ids and hints for our own pages are noise there. */
const kept = new Set(
  ['alt', 'align', 'cite', 'colSpan', 'dateTime', 'dir', 'height', 'href', 'lang', 'rowSpan', 'scope', 'src', 'start']
    .concat('title', 'type', 'width', 'checked', 'disabled', 'reversed', 'value'),
);
const addresses = ['href', 'src', 'cite'] as const;
// An article is in the feeds of the site and of each of its tags, and is written once for all of them. The parts are
// kept apart because most bodies are the article's own HTML, and take no memory then.
const known = new WeakMap<Site, WeakMap<SiteArticle, Parts>>();

function partsOf(site: Site, article: SiteArticle): Parts {
  const ofSite = known.get(site) ?? new WeakMap<SiteArticle, Parts>();
  known.set(site, ofSite);
  const parts = ofSite.get(article) ?? writeParts(site, article);
  ofSite.set(article, parts);
  return parts;
}

function writeParts(site: Site, article: SiteArticle): Parts {
  const { urls } = site;
  const head = write([
    article.kicker && element('p', {}, article.kicker),
    article.hasOwnLead && element('p', {}, element('strong', {}, article.lead)),
    figure(urls, article),
    article.dateline && element('p', {}, element('bdi', {}, article.dateline)),
  ]);
  const foot = write([film(urls, article), corrections(article), sourceLine(site, article)]);
  return { head, body: stripForbidden(bodyOf(urls, article)), foot };
}

function bodyOf(urls: Urls, article: SiteArticle): string {
  // Only attributes hold what must change, and in our HTML a `<` always opens a tag: plain paragraphs pass as they are.
  if (!/<[a-z\d]+\s/.test(article.html)) return article.html;
  const tree = html.parse(article.html);
  visit(tree, 'element', (node, index, parent) => {
    if (parent && index !== undefined && isAnchor(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    node.properties = standAlone(urls, article.url, node.properties);
    return undefined;
  });
  return html.stringify(tree);
}

/** Tell whether an element is the link that a heading has to itself. */
function isAnchor({ tagName, properties }: Element): boolean {
  const names = properties['className'];
  return tagName === 'a' && Array.isArray(names) && names.includes('anchor');
}

function standAlone(urls: Urls, page: string, properties: Element['properties']): Element['properties'] {
  const result = Object.fromEntries(Object.entries(properties).filter(([name]) => kept.has(name)));
  for (const name of addresses) {
    const address = result[name];
    if (address !== undefined) result[name] = absoluteUrl(urls, page, String(address));
  }
  return result;
}

function figure(urls: Urls, article: SiteArticle): Element | undefined {
  const image = imageOf(urls, article);
  if (!image) return undefined;
  const { url: src, description: alt, width, height } = image;
  const caption = [article.image?.caption, image.credit].filter(Boolean).join(' — ');
  return element('figure', {}, element('img', { src, alt, width, height }), caption && element('figcaption', {}, caption));
}

/** Many feed readers drop `<video>`, so the link under it must do alone. */
function film(urls: Urls, article: SiteArticle): Element | undefined {
  const { video } = article;
  const file = videoOf(urls, article);
  const href = file?.url ?? (video?.url && absoluteUrl(urls, article.url, video.url));
  if (!video || !href) return undefined;
  const link = element('a', { href }, `فیلم: ${video.title}`);
  if (!file) return element('p', {}, link);
  const player = element('video', { src: href, poster: file.thumbnail, controls: true, preload: 'none' });
  return element('figure', {}, player, element('figcaption', {}, link));
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

function element(
  tagName: string,
  properties: Element['properties'],
  ...children: readonly (Element | string | undefined)[]
): Element {
  return { type: 'element', tagName, properties, children: nodesOf(children) };
}

function nodesOf(children: readonly (Element | string | false | undefined)[]): Child[] {
  return children.flatMap((child) => (typeof child === 'string' ? { type: 'text', value: child } : child || []));
}

function write(children: readonly (Element | string | false | undefined)[]): string {
  return stripForbidden(html.stringify({ type: 'root', children: nodesOf(children) }));
}
