import { persianLetter } from '../../text/persian.ts';
import { type ImportNote, note } from '../notes.ts';
import { isPictureName } from '../media-names.ts';
import { escapeHtml as escape } from '../reading/html-scan.ts';
import type { ImportedPicture } from '../record.ts';

/** Data that shortcodes refer to. */
export interface ShortcodeContext {
  /** An attachment by its number. */
  attachment(id: string): ImportedPicture | undefined;
  /** Attachments of the post, for a gallery without numbers. */
  attached: readonly string[];
}

type Attributes = ReadonlyMap<string, string>;
type Expand = (attributes: Attributes, inner: string, context: ShortcodeContext) => string | undefined;

/**
 * Expand the shortcodes of a text to HTML. Unknown ones are replaced by their inner text, with a note. Words in brackets
 * that are not shortcodes stay as they are, and so do shortcodes escaped by double brackets.
 *
 * @example expandShortcodes('[embed]https://www.aparat.com/v/abc[/embed]', context).html
 */
export function expandShortcodes(html: string, context: ShortcodeContext): { html: string; notes: ImportNote[] } {
  if (!html.includes('[')) return { html, notes: [] };
  const notes: ImportNote[] = [];
  const closings = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name]) => name!.toLowerCase()));
  const expand = (text: string, depth: number): string => {
    let written = '';
    let from = 0;
    const pairs = pairUp(text);
    for (const match of text.matchAll(opening)) {
      const [whole, escape = '', name = '', rest = '', slash = ''] = match;
      if (match.index < from) continue;
      const key = name.toLowerCase();
      const end = match.index + whole.length;
      const isCode =
        known.has(key) ||
        closings.has(key) ||
        /^\s+[\w-]+\s*=/.test(rest) ||
        slash !== '' ||
        /^\/?(?:vc|et_pb|fusion|av|mk|cs|kc|rev)_/.test(key);
      if (escape === '[' || !isCode) continue;
      const closing = pairs.get(match.index);
      const inner = closing === undefined ? '' : text.slice(end, closing.start);
      const expanded = depth < maxDepth ? known.get(key)?.(readAttributes(rest), inner, context) : undefined;
      written += text.slice(from, match.index);
      if (expanded === undefined) {
        if (!wrappers.test(key))
          notes.push(note('lost', 'A shortcode has no counterpart; its inner text was kept.', `[${name}]`));
        written += shownIn(readAttributes(rest), context);
        written += depth < maxDepth ? expand(inner, depth + 1) : inner;
      } else written += expanded;
      from = closing?.end ?? end;
    }
    return written + text.slice(from);
  };
  const expanded = expand(html, 0).replace(/\[(\[[a-z][\w-]*[^\][]*\])\]/gi, '$1');
  return { html: expanded.replace(/\[\/(?:vc|et_pb|fusion|av|mk|cs|kc)_[\w-]*\]/gi, ''), notes };
}

const opening = /(\[?)\[([a-z][\w-]*)((?:\s(?:"[^"]*"|'[^']*'|[^\]["'])*?)?)(\/?)\]/gi;
const openingOrClosing = new RegExp(String.raw`${opening.source}|\[/([a-z][\w-]*)\]`, 'gi');
const maxDepth = 10;

/** Write the visible words and pictures in the attributes of an unknown shortcode. */
function shownIn(attributes: Attributes, context: ShortcodeContext): string {
  const title = ['title', 'heading'].map((name) => attributes.get(name) ?? '').find(hasWords);
  const words = ['subtitle', 'text', 'content', 'quote', 'caption']
    .map((name) => attributes.get(name) ?? '')
    .filter(hasWords);
  const pictures = ['image', 'img', 'src'].flatMap((name) => {
    const value = attributes.get(name) ?? '';
    const found = /^\d+$/.test(value)
      ? context.attachment(value)
      : isPictureName(value) && /^(?:https?:)?\/\S+$/i.test(value)
        ? { src: value }
        : undefined;
    return found ? [picture(found)] : [];
  });
  const heading = title === undefined ? '' : `<p><strong>${escape(title)}</strong></p>`;
  return heading + words.map((text) => `<p>${escape(text)}</p>`).join('') + pictures.join('');
}

/** Return whether a value is text for readers, not a setting such as `center` or `#fff`. */
function hasWords(value: string): boolean {
  return persianLetter.test(value) || /\p{L}.*\s.*\p{L}/u.test(value);
}

/** Layout of page builders, of which only the content is kept. */
const wrappers =
  /^(?:vc|et_pb|fusion|av|mk|cs|kc)_|^(?:row|col|column|columns|section|one_\w+|two_\w+|three_\w+|center|rtl|ltr|spoiler|accordion|tabs?|toggle)$/;

/** Match closing shortcodes with their opening ones, by the offset of the latter. */
function pairUp(text: string): Map<number, { start: number; end: number }> {
  const pairs = new Map<number, { start: number; end: number }>();
  const open = new Map<string, number[]>();
  for (const match of text.matchAll(openingOrClosing)) {
    const [whole, , name, , slash, closed] = match;
    const key = (name ?? closed)!.toLowerCase();
    if (closed !== undefined) {
      const start = open.get(key)?.pop();
      if (start !== undefined) pairs.set(start, { start: match.index, end: match.index + whole.length });
    } else if (slash === '') {
      const others = open.get(key);
      if (others) others.push(match.index);
      else open.set(key, [match.index]);
    }
  }
  return pairs;
}

function readAttributes(text: string): Attributes {
  const attributes = new Map<string, string>();
  let place = 0;
  for (const [, name, double, single, bare, lone] of text
    .replace(/&quot;|[“”″]|&#8221;|&#8220;|&#8243;/g, '"')
    .matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"?([^\s"'\]=]+)"?/g)) {
    if (name === undefined) attributes.set(`${place++}`, lone ?? '');
    else attributes.set(name.toLowerCase(), (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'));
  }
  return attributes;
}

function link(address: string): string {
  return `<p>${escape(address)}</p>`;
}

function picture({ src, alt = '', caption = '' }: ImportedPicture): string {
  const below = caption === '' ? '' : `<figcaption>${escape(caption)}</figcaption>`;
  return `<figure><img src="${escape(src)}" alt="${escape(alt)}">${below}</figure>`;
}

const known: ReadonlyMap<string, Expand> = new Map<string, Expand>([
  ['caption', caption],
  ['wp_caption', caption],
  ['gallery', gallery],
  ['embed', (attributes, inner) => link(inner.trim() || (attributes.get('src') ?? ''))],
  ['audio', media],
  ['video', media],
  [
    'playlist',
    (attributes, _, context) =>
      idsOf(attributes)
        .map((id) => context.attachment(id))
        .flatMap((file) =>
          file ? [`<audio src="${escape(file.src)}" title="${escape(file.caption ?? '')}"></audio>`] : [],
        )
        .join(''),
  ],
  [
    'aparat',
    (attributes, inner) => aparat(attributes.get('id') ?? attributes.get('code') ?? attributes.get('0') ?? inner),
  ],
  ['aparat_video', (attributes, inner) => aparat(attributes.get('id') ?? attributes.get('0') ?? inner)],
  [
    'youtube',
    (attributes, inner) => youtube(attributes.get('id') ?? attributes.get('url') ?? attributes.get('0') ?? inner),
  ],
  ['quote', (_, inner) => `<blockquote>${inner}</blockquote>`],
  ['blockquote', (_, inner) => `<blockquote>${inner}</blockquote>`],
  [
    'button',
    (attributes, inner) => {
      const href = attributes.get('url') ?? attributes.get('href') ?? attributes.get('link');
      return href === undefined ? undefined : `<a href="${escape(href)}">${inner}</a>`;
    },
  ],
]);

/** The picture, with a caption from the text after it, or from the attribute in older posts. */
function caption(attributes: Attributes, inner: string): string {
  const [img = ''] = /<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>|<img\b[^>]*>/i.exec(inner) ?? [];
  const words = img === '' ? inner : inner.slice(inner.indexOf(img) + img.length).trim();
  const below = words || escape(attributes.get('caption') ?? '');
  return `<figure>${img}<figcaption>${below}</figcaption></figure>`;
}

function gallery(attributes: Attributes, _: string, context: ShortcodeContext): string {
  const ids = idsOf(attributes);
  const chosen = ids.length > 0 ? ids : context.attached;
  return chosen
    .map((id) => context.attachment(id))
    .flatMap((file) => (file ? [picture(file)] : []))
    .join('');
}

function idsOf(attributes: Attributes): string[] {
  return (attributes.get('ids') ?? attributes.get('include') ?? '').split(/[\s,]+/).filter((id) => /^\d+$/.test(id));
}

function media(attributes: Attributes, inner: string): string | undefined {
  const src = ['src', '0', 'mp4', 'm4v', 'webm', 'ogv', 'mp3', 'm4a', 'ogg', 'wav']
    .map((name) => attributes.get(name))
    .find((value, at) => value !== undefined && (at !== 1 || /^https?:/.test(value)));
  const found = src ?? /https?:\/\/[^\s<"']+/.exec(inner)?.[0];
  if (found === undefined) return undefined;
  return /\.(?:mp3|m4a|ogg|wav)(?:$|\?)/i.test(found)
    ? `<audio src="${escape(found)}"></audio>`
    : `<video src="${escape(found)}"></video>`;
}

function aparat(text: string): string | undefined {
  const id = /(?:\/v\/|videohash\/|embed\/)?([A-Za-z0-9]{3,20})\/?(?:[?#].*)?$/.exec(text.trim())?.[1];
  return id === undefined ? undefined : link(`https://www.aparat.com/v/${id}`);
}

function youtube(text: string): string | undefined {
  const id = /(?:v=|youtu\.be\/|embed\/)?([\w-]{11})(?:[?&#].*)?$/.exec(text.trim())?.[1];
  return id === undefined ? undefined : link(`https://www.youtube.com/watch?v=${id}`);
}
