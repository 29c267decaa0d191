import { decodePath } from '../../urls.ts';
import { isMediaName, isVideoName } from '../media-names.ts';
import { escapeHtml } from '../reading/html-scan.ts';
import { type Attributes, link, picture, type ShortcodeContext, targetOf } from './shortcode-parts.ts';

/** Expands a shortcode to HTML; `undefined` if its attributes do not suffice. */
export type Expand = (attributes: Attributes, inner: string, context: ShortcodeContext) => string | undefined;

/** Shortcodes with a counterpart in HTML. */
export const known: ReadonlyMap<string, Expand> = new Map<string, Expand>([
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
        .flatMap((id) => context.attachment(id) ?? [])
        .map(({ src, caption = '' }) => player(src, caption))
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
      const href = targetOf(attributes);
      const label = inner || escapeHtml(attributes.get('button_text') ?? attributes.get('title') ?? '');
      return href === undefined || label === '' ? undefined : `<a href="${escapeHtml(href)}">${label}</a>`;
    },
  ],
  ['vc_raw_html', (_, inner) => decodePath(decodeBase64(inner.trim())) ?? ''],
  ['vc_raw_js', () => ''],
  ['vc_btn', (attributes) => known.get('button')!(attributes, '', noContext)],
]);

const noContext: ShortcodeContext = { attachment: () => undefined, attached: [] };

/** The expander of a shortcode, or of its namesake without the prefix of a plugin: `su_youtube`, `vc_gallery`. */
export function expanderOf(key: string): Expand | undefined {
  const base = key.replace(/^(?:su|vc|et_pb|fusion)_/, '');
  const own = known.get(key);
  if (own || base === key || !/^(?:audio|button|gallery|quote|video|youtube)$/.test(base)) return own;
  // Without numbers, only WordPress's own gallery shows the post's attachments.
  return (attributes, inner, context) => {
    const isEmpty = base === 'quote' ? attributes.size > 0 : base === 'gallery' && idsOf(attributes).length === 0;
    return isEmpty ? undefined : known.get(base)!(attributes, inner, context);
  };
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}

/** The picture, with a caption from the text after it, or from the attribute in older posts. */
function caption(attributes: Attributes, inner: string): string {
  const [img = ''] = /<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>|<img\b[^>]*>/i.exec(inner) ?? [];
  const words = img === '' ? inner : inner.slice(inner.indexOf(img) + img.length).trim();
  const below = words || escapeHtml(attributes.get('caption') ?? '');
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
  const ids = ['ids', 'include', 'images', 'gallery_ids', 'image_ids'].map((name) => attributes.get(name));
  return (ids.find((list) => list !== undefined) ?? '').split(/[\s,]+/).filter((id) => /^\d+$/.test(id));
}

function media(attributes: Attributes, inner: string): string | undefined {
  const src = ['src', '0', 'mp4', 'm4v', 'webm', 'ogv', 'mp3', 'm4a', 'ogg', 'wav', 'url', 'link']
    .map((name) => attributes.get(name))
    .find((value, at) => value !== undefined && (at !== 1 || /^https?:/.test(value)));
  const found = src ?? /https?:\/\/[^\s<"']+/.exec(inner)?.[0];
  return found === undefined ? undefined : player(found, '');
}

/** A player for a file; a link to a page of a video host, which becomes one. */
function player(src: string, title: string): string {
  if (!isMediaName(src) && !/\.wav$/i.test(src)) return link(src);
  const name = isVideoName(src) ? 'video' : 'audio';
  const label = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  return `<${name} src="${escapeHtml(src)}"${label}></${name}>`;
}

function aparat(text: string): string | undefined {
  const id = /(?:\/v\/|videohash\/|embed\/)?([A-Za-z0-9]{3,20})\/?(?:[?#].*)?$/.exec(text.trim())?.[1];
  return id === undefined ? undefined : link(`https://www.aparat.com/v/${id}`);
}

function youtube(text: string): string | undefined {
  const id = /(?:v=|youtu\.be\/|embed\/)?([\w-]{11})(?:[?&#].*)?$/.exec(text.trim())?.[1];
  return id === undefined ? undefined : link(`https://www.youtube.com/watch?v=${id}`);
}
