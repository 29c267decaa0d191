import { type ImportNote, note } from '../notes.ts';
import { firstPicture, titleText } from '../reading/html-scan.ts';
import { resolveAddress } from '../reading/values.ts';
import type { ImportedBody, ImportedPicture, ImportRecord } from '../record.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../xml/read-xml.ts';

/** Further places to look for pictures. */
export interface MediaContext {
  body: ImportedBody;
  summary: ImportedBody | undefined;
  /** Absolute address against which addresses are resolved. */
  base: string | undefined;
}

/**
 * Find the picture and video of an item: in Media RSS, in an enclosure, or else the first picture of its text. Elements
 * for podcasts (`itunes:`) are ignored.
 */
export function mediaOf(
  item: XmlElement,
  context: MediaContext,
  notes: ImportNote[],
): Pick<ImportRecord, 'image' | 'video'> {
  const found = [
    ...childrenOf(item, 'media:content'),
    ...childrenOf(item, 'media:group').flatMap((group) => childrenOf(group, 'media:content')),
    ...childrenOf(item, 'enclosure'),
    ...childrenOf(item, 'link').filter((link) => attributeOf(link, 'rel') === 'enclosure'),
  ].filter((element) => addressOf(element) !== '' && !avatar.test(addressOf(element)));
  const picture =
    found.find(isPicture) ??
    childOf(item, 'media:thumbnail') ??
    childOf(childOf(item, 'media:group'), 'media:thumbnail');
  const video = found.find(isVideo);
  // Those in a group are one picture in several sizes.
  const pictures = childrenOf(item, 'media:content').filter((element) => found.includes(element) && isPicture(element));
  for (const other of pictures.slice(1))
    notes.push(note('lost', 'A further picture of the feed is left out.', addressOf(other)));
  for (const other of found) {
    if (!isPicture(other) && !isVideo(other))
      notes.push(note('lost', 'An attached file is left out.', addressOf(other)));
  }
  return {
    image: picture ? readPicture(picture, item, context) : firstOf(context),
    video: video && { url: resolveAddress(addressOf(video), context.base) },
  };
}

function readPicture(picture: XmlElement, item: XmlElement, { base }: MediaContext): ImportedPicture {
  const part = (name: string): string | undefined => {
    const element = childOf(picture, name) ?? childOf(childOf(item, 'media:group'), name) ?? childOf(item, name);
    return titleText(textOf(element)) || undefined;
  };
  const caption = part('media:description');
  return {
    src: resolveAddress(addressOf(picture), base),
    alt: part('media:text') ?? caption,
    caption,
    credit: part('media:credit'),
  };
}

function firstOf({ body, summary, base }: MediaContext): ImportedPicture | undefined {
  const texts = [body, summary].map((text) => (text?.form === 'html' ? firstPicture(text.text) : undefined));
  const attributes = texts.find((tag) => tag !== undefined)?.attributes;
  if (!attributes) return undefined;
  return { src: resolveAddress(attributes.get('src') ?? '', base), alt: attributes.get('alt')?.trim() || undefined };
}

function addressOf(element: XmlElement): string {
  return (attributeOf(element, 'url') || attributeOf(element, 'href')).trim();
}

function isPicture(element: XmlElement): boolean {
  return kindOf(element) === 'image';
}

function isVideo(element: XmlElement): boolean {
  return kindOf(element) === 'video';
}

function kindOf(element: XmlElement): string {
  const said = attributeOf(element, 'medium') || attributeOf(element, 'type').split('/')[0]!;
  if (said !== '') return said.toLowerCase();
  const [ending = ''] = /(?<=\.)\w+$/.exec(addressOf(element).replace(/[?#].*$/s, '')) ?? [];
  return /^(?:jpe?g|png|gif|webp|avif)$/i.test(ending)
    ? 'image'
    : /^(?:mp4|webm|m4v|mov)$/i.test(ending)
      ? 'video'
      : '';
}

// WordPress.com puts the author's before the picture of the text.
const avatar = /^https?:\/\/(?:[\w-]+\.)?gravatar\.com\//i;
