import { decodePath } from '../../urls.ts';
import { byteLength, isDeviceName } from '../../text/slug.ts';
import { hashText } from '../../text/hash.ts';
import { isMediaName } from '../media-names.ts';
import { dropEnd } from '../text.ts';

/** Folder of imported pictures, below the content folder. */
export const mediaFolder = 'media';

/**
 * Path below {@link mediaFolder} for the file at an address: as in WordPress's uploads, or else by host; `undefined` for
 * addresses that can't be a file of an article. The path is safe on every file system, and stays below the folder.
 *
 * @example mediaPath('https://khabar.example/wp-content/uploads/2016/05/pol.jpg') // '2016/05/pol.jpg'
 */
export function mediaPath(address: string): string | undefined {
  const url = URL.parse(address, 'https://none.invalid/');
  if (!url || !/^(?:https?|file):$/.test(url.protocol)) return undefined;
  const path = decodePath(url.pathname) ?? url.pathname;
  if (/^\/*$/.test(path)) return undefined;
  const uploads = /\/(?:wp-content\/uploads|content\/images)\/(.+)$/i.exec(path)?.[1];
  const host = url.hostname === 'none.invalid' ? '' : `${url.hostname.replace(/^www\./, '')}/`;
  const parts = (uploads ?? host + path.slice(1))
    .split('/')
    .filter((part) => part !== '')
    .map(safeName);
  const name = parts.pop();
  if (name === undefined) return undefined;
  const full = isMediaName(name) ? name : `${name}${url.search === '' ? '' : `-${hashText(url.search)}`}.jpg`;
  return [...parts.slice(0, 8), full].join('/');
}

/**
 * Possible addresses of a picture's original, best first: without the size added by WordPress or Blogger, then as given.
 *
 * @example originalsOf('https://a.example/uploads/pol-300x200.jpg')[0] // 'https://a.example/uploads/pol.jpg'
 */
export function originalsOf(address: string): string[] {
  const [, path = address, query = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const sized = path.replace(/-\d{2,5}x\d{2,5}(?=\.\w{3,4}$)/, '');
  const blogger = path
    .replace(/\/(?:s|w|h)\d{2,4}(?:-[a-z\d-]+)?\/(?=[^/]+$)/, '/s0/')
    .replace(/=(?:s|w)\d{2,4}[^/]*$/, '=s0');
  return [...new Set([sized, blogger, path].flatMap((each) => (query === '' ? [each] : [each + query])))];
}

/**
 * Path below {@link mediaFolder} for a file of an imported folder: its own, without a leading folder such as `static`.
 *
 * @example mediaPathOfFile('static/images/pol.jpg') // 'images/pol.jpg'
 */
export function mediaPathOfFile(name: string): string {
  const own = name.replace(/^(?:content|static|source|public|assets|src\/content|src\/assets)\//, '');
  return own
    .split('/')
    .filter((part) => part !== '')
    .map(safeName)
    .join('/');
}

function safeName(part: string): string {
  const clean = part
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u001F\u007F-\u009F<>:"|?*\\#%\u200B-\u200F\u2028-\u202E\u2066-\u2069]+/g, '-')
    .replace(/^[.\s-]+/, '');
  const short = byteLength(clean) > maxBytes ? shorten(clean) : dropEnd(clean, /[.\s]/);
  return short === '' || isDeviceName(short) ? `_${short}` : short;
}

function shorten(name: string): string {
  const extension = /\.\w{1,5}$/.exec(name)?.[0] ?? '';
  let stem = name.slice(0, name.length - extension.length);
  while (byteLength(stem) > maxBytes - 20) stem = stem.slice(0, -1);
  return `${stem.isWellFormed() ? stem : stem.slice(0, -1)}-${hashText(name)}${extension}`;
}

const maxBytes = 180;
