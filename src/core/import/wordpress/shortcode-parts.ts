import { decodeReferences } from '../../front-matter/foreign-texts.ts';
import { persianLetter } from '../../text/persian.ts';
import { decodePath } from '../../urls.ts';
import { isPictureName } from '../media-names.ts';
import { escapeHtml } from '../reading/html-scan.ts';
import type { ImportedPicture } from '../record.ts';

/** Data that shortcodes refer to. */
export interface ShortcodeContext {
  /** An attachment by its number. */
  attachment(id: string): ImportedPicture | undefined;
  /** Attachments of the post, for a gallery without numbers. */
  attached: readonly string[];
}

/** Attributes of a shortcode by lower-case name, those without a name by position: `0`. Values are decoded. */
export type Attributes = ReadonlyMap<string, string>;

/** Read the attributes of a shortcode. */
export function readAttributes(text: string): Attributes {
  const attributes = new Map<string, string>();
  let place = 0;
  // Visual editors replace the quotation marks around values, but those within a value are no delimiters.
  const delimited = text.includes('"') ? text : text.replace(/&quot;|[“”″]|&#8221;|&#8220;|&#8243;/g, '"');
  for (const [, name, double, single, bare, lone] of delimited.matchAll(
    /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))|"?([^\s"'\]=]+)"?/g,
  )) {
    if (name === undefined) attributes.set(`${place++}`, lone ?? '');
    else attributes.set(name.toLowerCase(), decodeReferences(double ?? single ?? bare ?? ''));
  }
  return attributes;
}

/** Write an address as a block, which is embedded if it is a video. */
export function link(address: string): string {
  return `<p>${escapeHtml(address)}</p>`;
}

/** Write a picture with its caption. */
export function picture({ src, alt = '', caption = '' }: ImportedPicture): string {
  const below = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${below}</figure>`;
}

/** Return whether a shortcode shows a form, whose name is not shown to readers. */
export function isForm(key: string): boolean {
  return /form/.test(key);
}

/** Write a shortcode without a counterpart: the visible words, pictures and links of its attributes, and its content. */
export function showParts(
  attributes: Attributes,
  content: string,
  isBlock: boolean,
  context: ShortcodeContext,
): string {
  const valuesOf = (names: string): string[] => names.split(' ').map((name) => attributes.get(name) ?? '');
  const heading = valuesOf('title heading').find(hasWords);
  const words = valuesOf('subtitle text content quote caption').filter(hasWords);
  const cite = valuesOf('cite author').find(hasWords);
  const inner = content.trim();
  const alt = attributes.get('alt') ?? '';
  const pictures = [...valuesOf('image img src'), inner].flatMap((value) => {
    const found = /^\d+$/.test(value) && value !== inner ? context.attachment(value) : pictureAt(value, alt);
    return found ? [picture(found)] : [];
  });
  const target = targetOf(attributes);
  const rest = pictureAt(inner, alt) ? '' : /^https?:\/\/[^\s<>"[\]]+$/.test(inner) ? link(inner) : content;
  const linked = (html: string): string =>
    target === undefined ? html : `<a href="${escapeHtml(target)}">${html}</a>`;
  const isLabel = target !== undefined && rest !== '' && !/[<[\n]/.test(rest);
  const isNamed = heading !== undefined || pictures.length > 0 || isLabel;
  return [
    heading === undefined ? '' : `<p><strong>${linked(escapeHtml(heading))}</strong></p>`,
    ...words.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...pictures.map((each) => (heading === undefined ? each.replace(/<img[^>]*>/, linked) : each)),
    isBlock && rest !== '' ? `<div>${rest}</div>` : isLabel && heading === undefined ? linked(rest) : rest,
    target === undefined || isNamed ? '' : link(target),
    cite === undefined ? '' : `<p>— ${escapeHtml(cite)}</p>`,
  ].join('');
}

function pictureAt(address: string, alt: string): ImportedPicture | undefined {
  return isPictureName(address) && /^(?:https?:)?\/\/[^\s<>"]+$/i.test(address) ? { src: address, alt } : undefined;
}

/** Address to which a shortcode leads. WPBakery writes `url:https%3A%2F%2F…|title:…`. */
export function targetOf(attributes: Attributes): string | undefined {
  return ['url', 'link', 'href', 'button_url', 'src']
    .map((name) => attributes.get(name) ?? '')
    .map((value) => (value.startsWith('url:') ? (decodePath(/^url:([^|]*)/.exec(value)![1]!) ?? '') : value))
    .find((address) => /^https?:\/\/[^\s<>"]+$/.test(address) && !pictureAt(address, ''));
}

/** Return whether a value is text for readers, not a setting such as `center` or `#fff`. */
function hasWords(value: string): boolean {
  return persianLetter.test(value) || /\p{L}.*\s.*\p{L}/u.test(value);
}
