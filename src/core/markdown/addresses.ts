import { decodePath, encodePath, isAbsoluteUrl, type Urls } from '../urls.ts';
import { slugify } from '../text/slug.ts';
import { toLatinDigits } from '../text/persian.ts';

/** The resolved target of a link. */
interface Destination {
  /** A valid, percent-encoded URL. */
  href: string;
  /** Whether it leaves the site. */
  isExternal: boolean;
  /** Slug of the article that it leads to. */
  article?: string;
  /** For URLs of this site, the path below its base path, percent-encoded, or the fragment: `/tags/x/`, `#y`. */
  own?: string;
}

/** An article referenced by the index file of its folder: `../metro/index.md`. */
const indexFile = /^(?:[^?#]*\/)?([^./?#][^/?#]*)\/_?index\.(?:md|markdown)(?=[?#]|$)/i;
/** An article referenced by its file: `../07/metro.md`. */
const articleFile = /^(?:[^?#]*\/)?([^/?#]+)\.(?:md|markdown)(?=[?#]|$)/i;
/** An article referenced by its folder: `../metro/`. */
const articleFolder = /^(?:[^?#]*\/)?([^./?#][^/?#]*)\/(?=[?#]|$)/;

/** Return whether a text is exactly one web or e-mail address. @example isAddress('www.example.org') // true */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text) || mail.test(text.replace(/^mailto:/i, ''));
}

/**
 * Resolve the target of a link. Articles are referenced by path (`/news/<slug>/`), by file (`../07/<slug>.md`) or by
 * the folder of their `index.md` (`../<slug>/`); only the schemes http, https, mailto and tel are allowed. Return
 * `undefined` for anything else.
 *
 * @example resolveAddress('../07/برف.md#جاده', urls) // { href: '/news/%D8…/#%D8…', isExternal: false, article: 'برف' }
 */
export function resolveAddress(address: string, urls: Urls): Destination | undefined {
  const target = /^www\./i.test(address) ? `https://${address}` : address;
  if (target.startsWith('#')) return { href: encodeRest(target), isExternal: false, own: encodeRest(target) };
  if (target.startsWith('/') && !target.startsWith('//')) return resolvePath(target, urls);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase();
  if (scheme === 'mailto') return resolveMail(target.slice('mailto:'.length));
  if (scheme === 'tel') return resolvePhone(target);
  if (scheme === 'http' || scheme === 'https' || target.startsWith('//')) return resolveUrl(target, urls);
  if (isAbsoluteUrl(target)) return undefined;
  const name = indexFile.exec(target) ?? articleFile.exec(target) ?? articleFolder.exec(target);
  return name ? articleOf(name[1]!, target.slice(name[0].length), urls) : undefined;
}

/**
 * Normalise an absolute web address to a valid URL: Punycode host, percent-encoded path, no credentials. `undefined` if
 * it is invalid.
 */
export function encodeUrl(address: string): string | undefined {
  if (/^https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?(?:[/?#]|$)/.test(address)) {
    return URL.canParse(address) ? encodeRest(address) : undefined;
  }
  const url = URL.parse(address.startsWith('//') ? `https:${address}` : address);
  if (!url) return undefined;
  // «https://bank.example@evil.example» pretends to lead to the bank.
  url.username = '';
  url.password = '';
  return encodeRest(url.href);
}

/** Percent-decode a text; malformed sequences are kept. */
export function decodeAddress(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => decodePath(encoded) ?? encoded);
}

const mail = /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+$/;

function resolveUrl(address: string, urls: Urls): Destination | undefined {
  const href = encodeUrl(address);
  if (href === undefined) return undefined;
  const { host, pathname, search, hash } = new URL(href);
  if (host !== new URL(urls.absolute('/')).host) return { href, isExternal: true };
  const isOfSite = pathname === urls.base || pathname.startsWith(`${urls.base}/`);
  return isOfSite ? resolvePath(`${pathname.slice(urls.base.length)}${search}${hash}`, urls) : outside(href);
}

function resolvePath(address: string, urls: Urls): Destination {
  const [, fullPath = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  // «//evil.example» would be a URL on another host.
  const path = fullPath.replace(/^(?:\/(?:\.|%2e){0,2}(?=\/))+/i, '');
  const article = /^\/news\/([^/]+)\/?$/.exec(decodeAddress(path))?.[1];
  return (
    (article === undefined ? undefined : articleOf(article, rest, urls)) ??
    ownPlace(encodePath(path) + encodeRest(rest), urls)
  );
}

function ownPlace(own: string, { base }: Urls): Destination {
  return { href: base + own, isExternal: false, own };
}

function articleOf(name: string, rest: string, urls: Urls): Destination | undefined {
  const slug = slugify(decodeAddress(name));
  if (slug === '') return undefined;
  const href = urls.page('news', slug) + encodeRest(withHeadingId(rest));
  return { href, isExternal: false, article: slug, own: href.slice(urls.base.length) };
}

/**
 * Convert a fragment to a heading id: writers link to a section by its heading, and the id is the heading's slug. Other
 * ids are ASCII and are kept.
 */
function withHeadingId(rest: string): string {
  const [, query = '', name = ''] = /^([^#]*)(?:#(.*))?$/s.exec(rest) ?? [];
  const heading = decodeAddress(name);
  return /[^\x21-\x7E]/.test(heading) && !heading.startsWith(':~:') ? `${query}#${slugify(heading)}` : rest;
}

function resolveMail(address: string): Destination | undefined {
  const isMail = mail.test(address.replace(/\?.*$/s, ''));
  return isMail ? outside(`mailto:${encodeRest(address)}`) : undefined;
}

function resolvePhone(address: string): Destination | undefined {
  const number = toLatinDigits(decodeAddress(address.slice('tel:'.length))).replace(/[\s().-]+/g, '');
  return /^\+?\d{3,15}$/.test(number) ? outside(`tel:${number}`) : undefined;
}

function outside(href: string): Destination {
  return { href, isExternal: false };
}

/** Encode characters that RFC 3986 does not allow in a URL, and any `%` that does not begin an escape. */
function encodeRest(address: string): string {
  return address
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^!#$%&'()*+,./:;=?@\w~[\]-]|[[\]]/gu, (character) =>
      character.isWellFormed() ? encodeURIComponent(character) : '%EF%BF%BD',
    );
}
