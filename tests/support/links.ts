import { urlsOfCss } from './css.ts';
import { type Dist, fileOfPath, pagesOf, pathOfFile, readDist } from './dist.ts';
import { formatFindings } from './finding.ts';
import { attributeOf, elementsOf } from './html.ts';
import { isWellEncoded, type Reference, referencesOf, referencesOfXml } from './references.ts';

// Part of the design but built later: pages may already link to them.
const later = /\/(?:opensearch|news-sitemap)\.xml$/;
// Names of XML vocabularies, which are not links.
const vocabularies = /^https?:\/\/(?:www\.w3\.org|www\.sitemaps\.org|search\.yahoo\.com|purl\.org|a9\.com)\//;

/**
 * Check every link in the pages, stylesheets, feeds and sitemaps of a site that is published at `siteUrl`.
 *
 * @returns Links without a target, and those that are not percent-encoded.
 */
export function checkLinks(dist: Dist, siteUrl: string): string[] {
  const pages = pagesOf(dist);
  const ids = new Map(
    pages.map(({ path, tree }) => [
      path,
      new Set(elementsOf(tree).flatMap(({ element }) => attributeOf(element, 'id') ?? [])),
    ]),
  );
  const textOf = (file: string): string => readDist(dist, file).toString();

  const references: [file: string, references: Reference[]][] = [
    ...pages.map((page): [string, Reference[]] => [page.path, referencesOf(page)]),
    ...dist.files
      .filter((file) => file.endsWith('.css'))
      .map((file): [string, Reference[]] => [file, urlsOfCss(textOf(file)).map((url) => ({ url, at: 'url()' }))]),
    ...dist.files
      .filter((file) => file.endsWith('.xml'))
      .map((file): [string, Reference[]] => [file, referencesOfXml(textOf(file))]),
  ];
  const findings = references.flatMap(([file, found]) =>
    found.flatMap(({ url, at }) => {
      const reason = reasonOf(dist, ids, siteUrl, file, url);
      return reason === undefined ? [] : [{ rule: reason, file, found: `${url} at ${at}` }];
    }),
  );
  return formatFindings(findings);
}

function reasonOf(
  dist: Dist,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
  siteUrl: string,
  file: string,
  url: string,
): string | undefined {
  if (later.test(url) || vocabularies.test(url) || /^(?:mailto|tel|data):/.test(url)) return undefined;
  const { origin, pathname } = new URL(siteUrl);
  const base = pathname.replace(/\/$/, '');
  const page = origin + base + pathOfFile(file);
  if (!URL.canParse(url, page)) return 'is no address';
  const target = new URL(url, page);
  const isOwn = target.origin === origin;
  // URLs of other sites may be valid in other forms.
  if (isOwn ? !isWellEncoded(url) : !/^[\x21-\x7E]+$/.test(url)) return 'is not percent-encoded';
  if (!isOwn) return undefined;
  if (!`${target.pathname}/`.startsWith(`${base}/`)) return 'leads out of the site';
  const found = fileOfPath(dist, decodeURIComponent(target.pathname.slice(base.length)));
  if (found === undefined) return 'leads nowhere';
  const fragment = decodeURIComponent(target.hash.slice(1));
  return fragment === '' || ids.get(found)?.has(fragment) ? undefined : 'names no element of the page';
}
