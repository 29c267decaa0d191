/** URLs of one site. Paths start with the site's base path and are percent-encoded. */
export interface Urls {
  /** The site's path without a final slash: `''`, or `/news` for `https://example.org/news`. */
  base: string;
  /** Path of a page, given its segments: `page('tags', 'تهران')`; `page()` is the front page. */
  page(...segments: string[]): string;
  /** Path of a file, given its segments: `file('tags', 'تهران', 'rss.xml')`. */
  file(...segments: string[]): string;
  /** Absolute URL of a path. Absolute URLs are returned unchanged. */
  absolute(path: string): string;
}

/**
 * Create the URL functions of the site at `siteUrl`.
 *
 * @example createUrls('https://example.org').page('tags', 'ری') // '/tags/%D8%B1%DB%8C/'
 * @throws TypeError if `siteUrl` is not an absolute URL.
 */
export function createUrls(siteUrl: string): Urls {
  const { origin, pathname } = new URL(siteUrl);
  const base = pathname.replace(/\/+$/, '');
  const file = (...segments: string[]): string => `${base}/${segments.map(encodeURIComponent).join('/')}`;
  return {
    base,
    page: (...segments) => (segments.length === 0 ? `${base}/` : `${file(...segments)}/`),
    file,
    absolute: (path) => (isAbsoluteUrl(path) ? path : origin + path),
  };
}

/** Return whether an address has a scheme, or a host as in `//example.org`. */
export function isAbsoluteUrl(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

/**
 * Return the percent-encoded path of an absolute web address relative to the site's address; `undefined` for other
 * sites.
 *
 * @example ownAddress('https://example.org/tags/x/', urls) // '/tags/x/'
 */
export function ownAddress(address: string, urls: Urls): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(address)) return undefined;
  const url = URL.parse(address, urls.absolute('/'));
  if (!url || url.host !== new URL(urls.absolute('/')).host) return undefined;
  const { pathname, search, hash } = url;
  if (pathname === urls.base) return `/${search}${hash}`;
  return pathname.startsWith(`${urls.base}/`) ? pathname.slice(urls.base.length) + search + hash : undefined;
}

/**
 * Percent-encode a path, keeping its slashes. Already encoded segments stay as they are.
 *
 * @example encodePath('/media/شهر.jpg') // '/media/%D8%B4%D9%87%D8%B1.jpg'
 */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(decodePath(segment) ?? segment))
    .join('/');
}

/**
 * Percent-decode a path, or a part of one, as UTF-8 (RFC 3986, section 2.1). All text from outside is decoded here.
 *
 * @returns `undefined` if it is malformed: a `%` that begins no code, or bytes that are not UTF-8.
 */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * Write an absolute URL as people read and share it: letters, their signs and digits of other scripts as they are. Whatever chats take
 * for the end of an address (spaces, punctuation, quotation marks) or do not show stays percent-encoded. Parsed again, it is the same URL.
 *
 * @example readableUrl('https://example.org/news/%D9%85%D8%AA%D8%B1%D9%88/') // 'https://example.org/news/مترو/'
 */
export function readableUrl(url: string): string {
  return url.replace(/(?:%[0-9A-F]{2})+/g, (run) => {
    const text = decodePath(run);
    // Encoded otherwise than browsers do, or no text.
    if (text === undefined || encodeURIComponent(text) !== run) return run;
    return text.replace(/[^\p{L}\p{M}\p{N}]+/gu, encodeURIComponent);
  });
}

/** Return the path of one of the site's URLs, unencoded and without the base. */
export function withoutBase(url: string, { base }: Pick<Urls, 'base'>): string {
  const path = url.slice(base.length);
  return decodePath(path) ?? path;
}

/**
 * Resolve an address on the page `page` to an absolute, percent-encoded URL.
 *
 * @example absoluteUrl(urls, '/news/x/', '#متن') // 'https://example.org/news/x/#%D9%85%D8%AA%D9%86'
 * @returns `undefined` if it is not a valid URL.
 */
export function absoluteUrl(urls: Urls, page: string, address: string): string | undefined {
  const url = URL.parse(address, urls.absolute(page));
  if (!url) return undefined;
  const start = url.host === '' ? 0 : url.href.indexOf(url.host) + url.host.length;
  return url.href.slice(0, start) + url.href.slice(start).replace(notInUris, encodeURIComponent);
}

/** Browsers leave some characters unencoded that URIs may not contain (RFC 3986, appendix A): `|`, `[` and others. */
const notInUris = /[^\w%:/?#@!$&'()*+,;=.~-]/g;
