import { urlsOfCss } from './css.ts';
import { attributeOf, attributesOf, describe, elementsOf, textOf, type Page } from './html.ts';

/** A link in a file of the site, as written. */
export interface Reference {
  url: string;
  /** Description of its place. */
  at: string;
}

const addresses = new Set(['href', 'src', 'poster', 'action', 'formaction', 'cite', 'data', 'xlinkhref']);
const metaAddresses = /^(?:og:(?:url|image|image:url|image:secure_url|video|video:url)|twitter:image)$/;

/**
 * List the links in a page: links, sources, `srcset`, `poster`, styles, structured data, and data attributes for
 * scripts.
 */
export function referencesOf(page: Page): Reference[] {
  return elementsOf(page.tree).flatMap(({ element }) => {
    const at = describe(element);
    const found = attributesOf(element).flatMap(([name, value]) => {
      if (addresses.has(name) || /^data-(?:(?:\w+-)*(?:url|src|href)|fragment)$/.test(name)) return [value];
      if (name === 'srcset') return value.split(',').map((candidate) => candidate.trim().split(/\s+/)[0] ?? '');
      return name === 'style' ? urlsOfCss(value) : [];
    });
    if (element.tagName === 'style') found.push(...urlsOfCss(textOf(element)));
    if (
      element.tagName === 'meta' &&
      metaAddresses.test(attributeOf(element, 'property') ?? attributeOf(element, 'name') ?? '')
    ) {
      found.push(attributeOf(element, 'content') ?? '');
    }
    if (attributeOf(element, 'type') === 'application/ld+json') found.push(...jsonAddresses(textOf(element)));
    return found.map((url) => ({ url, at }));
  });
}

/**
 * List the links in an XML file: the text of `loc`, `link`, `guid`, `url`, `Image`, and `href`, `url`, `src`
 * attributes.
 */
export function referencesOfXml(xml: string): Reference[] {
  const elements = [
    ...xml.matchAll(/<((?:\w+:)?(?:loc|link|guid|url|comments|docs|Image))\b[^>]*>\s*(?:<!\[CDATA\[)?([^<\]]+)/g),
  ];
  const attributes = [...xml.matchAll(/<([\w:]+)\b[^>]*?\s(?:href|url|src)="([^"]*)"/g)];
  return [...elements, ...attributes].map((match) => ({ at: match[1]!, url: unescapeXml(match[2]!.trim()) }));
}

/** Return whether each part of a URL is percent-encoded in the canonical way: nothing raw, nothing encoded twice. */
export function isWellEncoded(url: string): boolean {
  if (!/^[\x21\x23-\x3B\x3D\x3F-\x5B\x5D\x5F\x61-\x7A\x7E]*$/.test(url)) return false;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '';
  return path.split('/').every((segment) => {
    try {
      const plain = decodeURIComponent(segment);
      return !/%[0-9A-F]{2}/i.test(plain) && plain === plain.normalize('NFC') && normalEncoding(segment) === segment;
    } catch {
      return false;
    }
  });
}

/** RFC 3986 allows more characters in paths than `encodeURIComponent` leaves. */
function normalEncoding(segment: string): string {
  return encodeURIComponent(decodeURIComponent(segment)).replace(/%(?:40|3A|2C|3B|3D|2B|24|26)/g, (code) =>
    segment.includes(code) ? code : decodeURIComponent(code),
  );
}

function jsonAddresses(json: string): string[] {
  const found: string[] = [];
  JSON.parse(json, (key, value: unknown) => {
    if (
      typeof value === 'string' &&
      /^(?:@id|url|item|logo|image|contentUrl|embedUrl|thumbnailUrl)$|^\d+$/.test(key) &&
      /^https?:/.test(value)
    )
      found.push(value);
    return value;
  });
  return found;
}

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:lt|gt|quot|apos|amp|#38);/g,
    (entity) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" })[entity] ?? '&',
  );
}
