import { gfmFromMarkdown } from 'mdast-util-gfm';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfm } from 'micromark-extension-gfm';
import { rehype } from 'rehype';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { escapeHtml } from '../reading/html-scan.ts';
import { type Fields, fieldsOf, isYes, listOf, textIn, valueOf } from '../reading/values.ts';
import { type ImportNote, note } from '../notes.ts';
import type { ImportedBody } from '../record.ts';

/** A post's text, and the findings of reading it. */
export interface GhostBody {
  body: ImportedBody;
  notes: readonly ImportNote[];
}

/**
 * Render a card of Ghost's editor as HTML with Ghost's own class names, without decoration. Lexical and Mobiledoc share
 * the names of cards and fields.
 *
 * @returns `undefined` for unknown cards.
 */
export function cardHtml(type: string, card: Fields, notes: ImportNote[]): string | undefined {
  if (isForMembers(card)) {
    notes.push(note('lost', 'A card that only members saw is left out.', type));
    return '';
  }
  const render = Object.hasOwn(cards, type) ? cards[type] : undefined;
  return render?.(card, notes);
}

/** Return the markdown of a markdown card; `undefined` for other cards. */
export function cardMarkdown(type: string, card: Fields): string | undefined {
  return type === 'markdown' || type === 'card-markdown' ? textIn(card, 'markdown') : undefined;
}

type CardRenderer = (card: Fields, notes: ImportNote[]) => string;

const cards: Readonly<Record<string, CardRenderer>> = {
  image: (card) => figure('image', linked(picture(card), textIn(card, 'href')), card),
  gallery: (card) =>
    figure(
      'gallery',
      listOf(valueOf(card, 'images'))
        .map((image) => picture(fieldsOf(image) ?? {}))
        .join(''),
      card,
    ),
  'before-after': (card) =>
    figure(
      'before-after',
      ['beforeImage', 'afterImage'].map((name) => picture(fieldsOf(valueOf(card, name)) ?? {})).join(''),
      card,
    ),
  embed: (card) => figure('embed', textIn(card, 'html') || link(textIn(card, 'url')), card),
  bookmark: renderBookmark,
  callout: (card) => box('callout', `<div class="kg-callout-text">${textIn(card, 'calloutText')}</div>`),
  toggle: (card) =>
    box(
      'toggle',
      `<h4 class="kg-toggle-heading-text">${textIn(card, 'heading')}</h4>` +
        `<div class="kg-toggle-content">${textIn(card, 'content')}</div>`,
    ),
  html: (card) => `<!--kg-card-begin: html-->${textIn(card, 'html')}<!--kg-card-end: html-->`,
  markdown: renderMarkdown,
  'card-markdown': renderMarkdown,
  code: renderCode,
  codeblock: renderCode,
  hr: () => '<hr>',
  horizontalrule: () => '<hr>',
  divider: () => '<hr>',
  video: (card) => media('video', card),
  audio: (card) => media('audio', card) + wrap('p', escapeHtml(textIn(card, 'title'))),
  file: (card) =>
    wrap('p', link(textIn(card, 'src'), textIn(card, 'fileTitle') || textIn(card, 'fileName'))) +
    wrap('p', escapeHtml(textIn(card, 'fileCaption'))),
  button: (card) => wrap('p', link(textIn(card, 'buttonUrl'), textIn(card, 'buttonText'))),
  product: (card) =>
    picture({ src: valueOf(card, 'productImageSrc') }) +
    wrap('h4', textIn(card, 'productTitle')) +
    wrap('div', textIn(card, 'productDescription')) +
    (isYes(valueOf(card, 'productButtonEnabled'))
      ? wrap('p', link(textIn(card, 'productUrl'), textIn(card, 'productButton')))
      : ''),
  header: (card) =>
    picture({ src: valueOf(card, 'backgroundImageSrc') }) +
    wrap('h2', textIn(card, 'header')) +
    wrap('h3', textIn(card, 'subheader')) +
    (isYes(valueOf(card, 'buttonEnabled'))
      ? wrap('p', link(textIn(card, 'buttonUrl'), textIn(card, 'buttonText')))
      : ''),
  'call-to-action': (card, notes) => {
    notes.push(note('look', 'A call to action, such as an advertisement, is part of the text.'));
    const button = isYes(valueOf(card, 'showButton'))
      ? link(textIn(card, 'buttonUrl'), textIn(card, 'buttonText'))
      : '';
    return picture({ src: valueOf(card, 'imageUrl') }) + wrap('div', textIn(card, 'textValue')) + wrap('p', button);
  },
  paywall: () => '<!--members-only-->',
  signup: leftOut('A form for subscribing is left out.'),
  transistor: leftOut('A player for members only is left out.'),
  email: leftOut('A card that was only in e-mails is left out.'),
  'email-cta': leftOut('A card that was only in e-mails is left out.'),
};

function leftOut(what: string): CardRenderer {
  return (_, notes) => {
    notes.push(note('lost', what));
    return '';
  };
}

function isForMembers(card: Fields): boolean {
  const web = fieldsOf(valueOf(fieldsOf(valueOf(card, 'visibility')), 'web'));
  return web !== undefined && valueOf(web, 'nonMember') === false;
}

function renderBookmark(card: Fields): string {
  const metadata = fieldsOf(valueOf(card, 'metadata')) ?? card;
  const url = textIn(card, 'url') || textIn(metadata, 'url');
  if (url === '') return '';
  const title = textIn(metadata, 'title') || url;
  const inner = `<a class="kg-bookmark-container" href="${escapeHtml(url)}"><div class="kg-bookmark-title">${escapeHtml(title)}</div></a>`;
  return figure('bookmark', inner, card);
}

function renderCode(card: Fields): string {
  const language = textIn(card, 'language').replace(/[^\w+#-]/g, '');
  const open = language === '' ? '<code>' : `<code class="language-${language}">`;
  const code = `<pre>${open}${escapeHtml(textIn(card, 'code'))}</code></pre>`;
  return textIn(card, 'caption') === '' ? code : figure('code', code, card);
}

function renderMarkdown(card: Fields, notes: ImportNote[]): string {
  const markdown = textIn(card, 'markdown');
  try {
    if (markdown.length > maxMarkdown) throw new RangeError('too long');
    const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const html = remark().use(remarkRehype, { allowDangerousHtml: true }).runSync(tree);
    const written = rehype().data('settings', { allowDangerousHtml: true }).stringify(html);
    // The heading of footnotes is for screen readers only.
    return written.replace(/<h2[^<>]* id="footnote-label"[^<>]*>[^<>]*<\/h2>/, '');
  } catch {
    notes.push(note('changed', 'A card with too much markdown became plain text.'));
    return `<pre>${escapeHtml(markdown)}</pre>`;
  }
}

function picture(image: Fields): string {
  const src = textIn(image, 'src');
  if (src === '') return '';
  const title = textIn(image, 'title');
  const extra = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(textIn(image, 'alt'))}"${extra}>`;
}

function media(name: 'video' | 'audio', card: Fields): string {
  const src = textIn(card, 'src');
  if (src === '') return '';
  const poster = textIn(card, 'customThumbnailSrc') || textIn(card, 'thumbnailSrc');
  const extra = name === 'video' && poster !== '' ? ` poster="${escapeHtml(poster)}"` : '';
  return figure(name, `<${name} src="${escapeHtml(src)}"${extra} controls></${name}>`, card);
}

function figure(name: string, inner: string, card: Fields): string {
  if (inner === '') return '';
  const caption = textIn(card, 'caption');
  return `<figure class="kg-card kg-${name}-card">${inner}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
}

function box(name: string, inner: string): string {
  return `<div class="kg-card kg-${name}-card">${inner}</div>`;
}

function linked(inner: string, href: string): string {
  return inner === '' || href === '' ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`;
}

function link(href: string, text = ''): string {
  return href === '' ? escapeHtml(text) : `<a href="${escapeHtml(href)}">${escapeHtml(text || href)}</a>`;
}

/** Write an element; `''` if it would be empty. */
export function wrap(tag: string, inner: string): string {
  return inner === '' ? '' : `<${tag}>${inner}</${tag}>`;
}

const maxMarkdown = 500_000;
