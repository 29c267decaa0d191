import type { Article, SiteLink } from '../article.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';
import { decodePath, ownAddress, type Urls } from '../urls.ts';
import type { RedirectLine } from '../front-matter/redirect-lines.ts';
import type { KnownFile } from './check-references.ts';
import { isNear } from '../text/nearest.ts';
import type { SiteAddresses } from './site-addresses.ts';

/** The texts that links may point into. */
export interface LinkedTexts {
  articles: readonly Article[];
  pages: readonly { slug: string; file: string; html: string }[];
  authors: readonly { file: string; html: string }[];
  isPublished: (article: Article) => boolean;
}

/**
 * Warn about links to addresses of the site that do not exist, and to fragments that their target does not contain.
 * Links in texts to missing or unpublished articles are reported as problems by `check-references.ts`.
 *
 * @param files Content files with the links found in them; files without links cost nothing.
 */
export function findDeadAddresses(
  files: readonly KnownFile[],
  addresses: SiteAddresses,
  texts: LinkedTexts,
): Problem[] {
  const linking = files.filter(({ siteLinks }) => siteLinks !== undefined);
  if (linking.length === 0) return [];
  const library = createLibrary(texts);
  return linking.flatMap((source) =>
    source.siteLinks!.flatMap((link): Problem[] => {
      const [, written = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(link.address) ?? [];
      const path = decodePath(written) ?? written;
      const at = { file: source.file, line: link.line, column: link.column, field: link.field };
      if (path !== '' && !addresses.has(path))
        return deadAddress(path, at, link, addresses, library.isHidden(source.file));
      const target = path === '' ? library.textOf(source.file) : library.textAt(path);
      return fragment === undefined || !target ? [] : deadAnchor(decodePath(fragment) ?? fragment, at, target);
    }),
  );
}

/** Warn about redirects of `redirects.txt` to addresses that do not exist. */
export function findDeadTargets(lines: readonly RedirectLine[], addresses: SiteAddresses): Problem[] {
  return lines
    .filter(({ to }) => !addresses.has(to))
    .map(({ file, from, to, column }) => nowhere(to, { file, line: from.line, column, field: undefined }, addresses));
}

type Place = Pick<Problem, 'file' | 'line' | 'column' | 'field'>;

function deadAddress(path: string, at: Place, link: SiteLink, addresses: SiteAddresses, isHidden: boolean): Problem[] {
  if (link.field === undefined && /^\/news\/[^/]+\/?$/.test(path)) return [];
  return isHidden && addresses.waitsFor(path) !== undefined ? [] : [nowhere(path, at, addresses)];
}

function nowhere(path: string, at: Place, addresses: SiteAddresses): Problem {
  const other = addresses.waitsFor(path);
  const address = quoteValue(path);
  if (other !== undefined) return { ...at, id: 'address-unpublished', values: { address, other } };
  const nearest = addresses.nearest(path);
  return nearest === undefined
    ? { ...at, id: 'address-unknown', values: { address } }
    : { ...at, id: 'address-misspelt', values: { address, nearest } };
}

function deadAnchor(anchor: string, at: Place, target: LinkedText): Problem[] {
  if (anchor === '' || anchor === 'top' || anchor.startsWith(':~:') || pageIds.has(anchor)) return [];
  const ids = target.ids();
  if (ids.includes(anchor)) return [];
  const headings = target.headings();
  const values = { anchor: quoteValue(anchor), target: target.file };
  if (headings.length === 0) return [{ ...at, id: 'anchor-none', values }];
  const near = headings.filter((id) => isNear(joined(anchor), joined(id)));
  const shown = (near.length > 0 ? near : headings).slice(0, maxAnchors).map((id) => `#${id}`);
  return [{ ...at, id: 'anchor-unknown', values: { ...values, anchors: shown.join('  ') } }];
}

/** Maximum number of headings that a message suggests. */
const maxAnchors = 5;

/** Ids that templates add around the text of an article, page or author. */
const pageIds: ReadonlySet<string> = new Set([
  'main',
  'site-search',
  'contents-title',
  'corrections-title',
  'tags-title',
  'related-title',
  'picks-title',
  'comments',
]);

/** Remove hyphens from an id: they come from spaces and half-spaces, which change when a heading is mended. */
function joined(id: string): string {
  return id.replaceAll('-', '');
}

interface LinkedText {
  file: string;
  /** All ids in the text, in document order. */
  ids(): readonly string[];
  /** The ids of its headings. */
  headings(): readonly string[];
}

interface Library {
  /** The text of a file; `undefined` if it has problems. */
  textOf(file: string): LinkedText | undefined;
  /** The text published at an unencoded address of the site. */
  textAt(path: string): LinkedText | undefined;
  /** Whether the file is an article that is not published. */
  isHidden(file: string): boolean;
}

/** Create a lookup of texts. Reading one accesses the disk, so only targets of links are read, each once. */
function createLibrary({ articles, pages, authors, isPublished }: LinkedTexts): Library {
  const byFile = new Map(articles.map((article) => [article.file, article]));
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const others = new Map([...pages, ...authors].map((text) => [text.file, text]));
  const texts = new Map<string, LinkedText>();
  const describe = (file: string, html: () => string): LinkedText => {
    const known = texts.get(file);
    if (known) return known;
    let read: string | undefined;
    const find = (pattern: RegExp): string[] => Array.from((read ??= html()).matchAll(pattern), ([, id]) => id!);
    const text = {
      file,
      ids: () => find(/\sid="([^"]*)"/g),
      headings: () => find(/<h[2-6] id="([^"]*)"[^>]*>(?=(?:(?!<\/h).)*<a class="anchor")/gs),
    };
    texts.set(file, text);
    return text;
  };
  const articleText = (article: Article | undefined): LinkedText | undefined =>
    article && describe(article.file, () => article.body.html);
  const otherText = (text: { file: string; html: string } | undefined): LinkedText | undefined =>
    text && describe(text.file, () => text.html);
  return {
    textOf: (file) => articleText(byFile.get(file)) ?? otherText(others.get(file)),
    textAt: (path) => {
      const [, folder = '', slug = ''] = /^(\/news)?\/([^/]+)\/?$/.exec(path) ?? [];
      return folder === '' ? otherText(pages.find((page) => page.slug === slug)) : articleText(bySlug.get(slug));
    },
    isHidden: (file) => {
      const article = byFile.get(file);
      return article !== undefined && !isPublished(article);
    },
  };
}

/** The configuration file, for finding the position of an entry. */
export interface SettingsFile {
  file: string;
  text: string;
}

/** Warn about links in the configuration to addresses of the site that do not exist. */
export function findDeadSettings(
  { footer, menu = [], profiles, security }: Pick<SiteConfig, 'footer' | 'menu' | 'profiles' | 'security'>,
  addresses: SiteAddresses,
  urls: Urls,
  settings: SettingsFile = { file: 'src/config.ts', text: '' },
): Problem[] {
  const links = [
    ...footer.map(({ href }) => ({ href, field: 'footer' })),
    ...menu
      .flatMap(({ children = [], ...entry }) => [entry, ...children])
      .flatMap(({ href }) => (href === undefined ? [] : [{ href, field: 'menu' }])),
    ...profiles.map((href) => ({ href, field: 'profiles' })),
    ...(security ? [{ href: security.contact, field: 'security.contact' }] : []),
  ];
  return links.flatMap(({ href, field }): Problem[] => {
    const own = href.startsWith('/') && !href.startsWith('//') ? href : ownAddress(href, urls);
    const written = own?.replace(/[?#].*$/s, '') ?? '';
    const path = decodePath(written) ?? written;
    if (own === undefined || path === '' || addresses.has(path)) return [];
    const at = { file: settings.file, ...placeIn(settings.text, href), field };
    const nearest = addresses.nearest(path);
    const values = { address: quoteValue(path), hint: nearest === undefined ? '' : ` (${nearest}?)` };
    return [{ ...at, id: 'setting-nowhere', values }];
  });
}

/** Find the position of a string literal in a file; line 1, column 1 if it does not occur literally. */
function placeIn(text: string, quoted: string): { line: number; column: number } {
  const found = [`'${quoted}'`, `"${quoted}"`, `\`${quoted}\``]
    .map((each) => text.indexOf(each))
    .filter((at) => at >= 0);
  const before = text.slice(0, Math.min(...found, text.length + 1)).split('\n');
  return found.length === 0 ? { line: 1, column: 1 } : { line: before.length, column: before.at(-1)!.length + 1 };
}
