/** The addresses of one site. Paths start with the site's base path and are percent-encoded. */
export interface Urls {
  /** The site's path without a final slash: `''`, or `/news` for `https://example.org/news`. */
  base: string;
  /** The path of a page, out of its parts: `page('tags', 'تهران')`, `page()` for the front page. */
  page(...segments: string[]): string;
  /** The path of a file, out of its parts: `file('tags', 'تهران', 'rss.xml')`. */
  file(...segments: string[]): string;
  /** The absolute address of a path. Absolute addresses stay as they are. */
  absolute(path: string): string;
}

/**
 * Make the address functions of the site at `siteUrl`.
 *
 * @example createUrls('https://example.org').page('tags', 'ری') // '/tags/%D8%B1%DB%8C/'
 * @throws TypeError if `siteUrl` is no absolute URL.
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

/** Tell whether an address names its scheme, or a host as in `//example.org`. */
export function isAbsoluteUrl(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

/**
 * Percent-encode a path and keep its slashes. What is encoded already stays so.
 *
 * @example encodePath('/media/شهر.jpg') // '/media/%D8%B4%D9%87%D8%B1.jpg'
 */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(decodeSegment(segment)))
    .join('/');
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Read a percent-encoded path; `undefined` if it is not encoded well. */
export function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/**
 * Make an address that stands on the page `page` absolute, and percent-encode it.
 *
 * @example absoluteUrl(urls, '/news/x/', '#متن') // 'https://example.org/news/x/#%D9%85%D8%AA%D9%86'
 * @returns `undefined` if it is no address.
 */
export function absoluteUrl(urls: Urls, page: string, address: string): string | undefined {
  const url = URL.parse(address, urls.absolute(page));
  if (!url) return undefined;
  const start = url.host === '' ? 0 : url.href.indexOf(url.host) + url.host.length;
  return url.href.slice(0, start) + url.href.slice(start).replace(notInUris, encodeURIComponent);
}

/** Browsers leave some characters as they are that no address may have (RFC 3986, appendix A): `|`, `[` and the like. */
const notInUris = /[^\w%:/?#@!$&'()*+,;=.~-]/g;
