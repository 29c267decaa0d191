import { writeOpenList } from '../comments/discussion.ts';
import { headersFile, writeHeadersFile } from './headers-file.ts';
import { termKinds } from '../site/terms.ts';
import { leavingWorker, workerFile } from './offline.ts';
import { redirectsFile, writeRedirectsFile } from './redirects-file.ts';
import { speculationFile, writeSpeculationRules } from './speculation.ts';
import type { Site } from '../site/site.ts';

/** A small text file of the site that is not a page. */
export interface TextFile {
  /** Path below the output folder. */
  file: string;
  text: string;
}

/** Files that a newsroom may extend with its own rules, in files of these names in `public/`. */
export const joinedFiles: readonly string[] = [headersFile, redirectsFile];

/**
 * Write the small files that derive from the configuration and from old addresses. Some exist only if the newsroom has
 * switched them on, or has old addresses.
 *
 * @param own The newsroom's own texts of {@link joinedFiles}, by name.
 */
export function textFiles(
  site: Pick<Site, 'config' | 'urls' | 'aliases' | 'oldQueries' | 'searchEngine' | 'pages'> &
    Partial<Pick<Site, 'articles'>>,
  own: ReadonlyMap<string, string> = new Map(),
): TextFile[] {
  const { security, llms, comments } = site.config;
  const search = {
    webAssembly: site.searchEngine === 'pagefind',
    pages: site.pages.map(({ url }) => url.slice(site.urls.base.length)),
    hasLive: site.articles?.some(({ isLive }) => isLive) === true,
  };
  const redirects = writeRedirectsFile(site, own.get(redirectsFile));
  return [
    { file: headersFile, text: writeHeadersFile(site.config, search, own.get(headersFile)) },
    { file: speculationFile, text: writeSpeculationRules(site.config) },
    ...(site.config.offline === false ? [{ file: workerFile, text: leavingWorker }] : []),
    ...(redirects === '' ? [] : [{ file: redirectsFile, text: redirects }]),
    ...(security ? [{ file: '.well-known/security.txt', text: writeSecurity(site, security) }] : []),
    ...(comments ? [{ file: 'comments/open.txt', text: writeOpenList(site.articles ?? []) }] : []),
    ...(llms ? [{ file: 'llms.txt', text: writeLlms(site) }] : []),
  ];
}

/** Write `security.txt`: where to report vulnerabilities of the site (RFC 9116). */
function writeSecurity(
  { urls }: Pick<Site, 'urls'>,
  { contact, expires }: NonNullable<Site['config']['security']>,
): string {
  const canonical = urls.absolute(`${urls.base}/.well-known/security.txt`);
  const fields = {
    Contact: contact,
    Expires: `${expires}T00:00:00Z`,
    'Preferred-Languages': 'fa, en',
    Canonical: canonical,
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/** Write `llms.txt`: what the site is, and where its machine-readable lists are (llmstxt.org). */
function writeLlms({ config, urls }: Pick<Site, 'config' | 'urls'>): string {
  const link = (label: string, path: string): string => `- [${label}](${urls.absolute(path)})`;
  const sections = config.sections.map(({ slug, name }) => link(name, urls.page('sections', slug)));
  const files = ['rss.xml', 'feed.json', 'sitemap-index.xml', 'news-sitemap.xml'];
  const lists = ['latest', 'archive', ...termKinds];
  return [
    `# ${config.name}`,
    `> ${config.description}`,
    ['## Sections', '', ...sections].join('\n'),
    ['## Lists', '', ...lists.map((name) => link(name, urls.page(name)))].join('\n'),
    ['## Files for machines', '', ...files.map((name) => link(name, urls.file(name)))].join('\n'),
    '',
  ].join('\n\n');
}
