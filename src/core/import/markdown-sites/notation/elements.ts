import { decodePath, encodePath } from '../../../urls.ts';

/** Markdown and HTML for pictures, players and links of other systems. The HTML is converted afterwards. */

/** Write a picture: `![alt](src "caption")`, within a link if it has one. */
export function pictureMarkdown(picture: {
  src: string;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
  link?: string | undefined;
}): string {
  const title = [picture.caption, picture.credit]
    .map((part) => plain(withoutMarks(part ?? '')))
    .filter((part) => part !== '')
    .join(' | ');
  const alt = plain(picture.alt ?? '').replace(/[[\]\\]/g, '\\$&');
  const image = `![${alt}](${destination(picture.src)}${title === '' ? '' : ` "${title.replace(/["\\]/g, '\\$&')}"`})`;
  return picture.link === undefined || picture.link === '' ? image : `[${image}](${destination(picture.link)})`;
}

/** Write a link with plain text. */
export function linkMarkdown(text: string, address: string): string {
  return `[${text.replace(/[[\]\\]/g, '\\$&')}](${destination(address)})`;
}

/** Write the target of a link, between `<` and `>` if it contains spaces or parentheses. */
export function destination(address: string): string {
  const plainAddress = address.trim().replace(/[\n<>]/g, (sign) => encodeURIComponent(sign));
  return /[\s()]/.test(plainAddress) || plainAddress === '' ? `<${plainAddress}>` : plainAddress;
}

/** Write the embed code of a video host's player. */
export function playerHtml(host: 'youtube' | 'vimeo' | 'aparat', id: string, title = ''): string {
  const src = {
    youtube: `https://www.youtube.com/embed/${id}`,
    vimeo: `https://player.vimeo.com/video/${id}`,
    aparat: `https://www.aparat.com/video/video/embed/videohash/${id}/vt/frame`,
  }[host];
  return `<iframe src="${attribute(src)}"${title === '' ? '' : ` title="${attribute(title)}"`}></iframe>`;
}

/** Find the id of a video in an argument, which may be its address. */
export function videoId(written: string): string {
  const match = /(?:v=|youtu\.be\/|embed\/|shorts\/|\/v\/|videohash\/|vimeo\.com\/(?:video\/)?)([\w-]{3,})/.exec(
    written,
  );
  return match?.[1] ?? encodeURIComponent(written.trim().replace(/^.*\//, ''));
}

/** Write a player for an audio or video file. */
export function mediaHtml(name: 'video' | 'audio', src: string): string {
  return `<${name} src="${attribute(src)}" controls></${name}>`;
}

/** Write the address of embedded content as a bare link: `<https://…>`. */
export function addressMarkdown(address: string): string {
  return `<${address.replace(/[\s<>]/g, (sign) => encodeURIComponent(sign))}>`;
}

/** Write code as a fenced block. `indent` is the beginning of its lines: spaces, and `>` in a quotation. */
export function fenceMarkdown(code: string, language: string, indent = ''): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).slice(0, 1000).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const name = /^[\w#+.-]+$/.test(language) ? language : '';
  const text = code.replace(/^[^\S\n]*\n/, '').replace(indent.includes('>') ? /\n?[ \t>]*$/ : /\n?[^\S\n]*$/, '');
  return `${fence}${name}\n${text}\n${indent}${fence}`;
}

/** Prefix of links to other files of the folder. */
export const scheme = 'record:';

/**
 * Write the address of a link to another file of the folder.
 *
 * @example recordAddress('content/خبر.md', 'بخش') // 'record:content/%D8%AE%D8%A8%D8%B1.md#%D8%A8%D8%AE%D8%B4'
 */
export function recordAddress(path: string, fragment = ''): string {
  const encode = (text: string): string => encodePath(text).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
  return scheme + encode(path) + (fragment === '' ? '' : `#${encode(fragment)}`);
}

/** Read an address that {@link recordAddress} wrote; `undefined` for all others. */
export function readRecordAddress(address: string): { path: string; fragment: string } | undefined {
  if (!address.startsWith(scheme)) return undefined;
  const [path = '', fragment = ''] = address.slice(scheme.length).split('#', 2);
  const [file, part] = [decodePath(path), decodePath(fragment)];
  return file === undefined || part === undefined ? undefined : { path: file, fragment: part };
}

/** Titles of pictures are plain text, but captions of other systems may be markdown or HTML. */
function withoutMarks(caption: string): string {
  return caption
    .slice(0, maxCaption)
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/(\*\*|__|[*_`])(?=\S)([^*_`]*\S)\1(?![\p{L}\p{N}])/gu, '$2');
}

const maxCaption = 5000;

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function attribute(value: string): string {
  return value
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;');
}
