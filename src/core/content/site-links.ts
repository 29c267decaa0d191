import type { SiteLink } from '../article.ts';
import type { RenderedMarkdown } from '../markdown/render.ts';
import { createUrls, ownAddress, type Urls } from '../urls.ts';
import { memoize } from '../text/memoize.ts';
import type { FrontMatter } from './front-matter.ts';

/** A front-matter field with an absolute web address. */
export type AddressField = readonly [path: readonly PropertyKey[], address: string | undefined];

/**
 * List a file's links to the site itself, in its text and in fields, with their positions. Whether the targets exist is
 * known only when all files have been read.
 *
 * @returns `undefined` if there are none, as for nearly all files.
 */
export function readSiteLinks(
  { siteLinks = [] }: Pick<RenderedMarkdown, 'siteLinks'>,
  { placeOf, bodyLine }: Pick<FrontMatter, 'placeOf' | 'bodyLine'>,
  siteUrl: string,
  fields: readonly AddressField[] = [],
): SiteLink[] | undefined {
  const links: SiteLink[] = siteLinks.map(({ target, line, column }) => ({
    address: target,
    line: line + bodyLine - 1,
    column,
  }));
  for (const [path, address] of fields) {
    const own = address === undefined ? undefined : ownAddress(address, urlsOf(siteUrl));
    if (own !== undefined) links.push({ address: own, ...placeOf(path), field: path.map(String).join('.') });
  }
  return links.length === 0 ? undefined : links;
}

/** Cached for one site, since only one is read at a time. */
const urlsOf = memoize(1, (siteUrl: string): Urls => createUrls(siteUrl));
