import { adminHeaders, adminPath, differentHeaders } from './admin-headers.ts';
import { cacheRules } from './cache-rules.ts';
import { type Header, type HeadersConfig, policyHeader, searchPath, securityHeaders } from './headers.ts';
import { hostingOf } from '../config/hosting.ts';
import type { SearchPolicy } from './headers.ts';
import { speculationFile, speculationHeader, speculationType } from './speculation.ts';
import { createUrls } from '../urls.ts';

/** The file from which Netlify and Cloudflare Pages read a site's headers. */
export const headersFile = '_headers';

/**
 * Write the site's headers for Netlify and Cloudflare Pages (docs.netlify.com/routing/headers,
 * developers.cloudflare.com/pages/configuration/headers). Where several rules match, these hosts join the values of a
 * header; so `Cache-Control` is set once for each path, and is the host's default elsewhere.
 *
 * The policy of a search page that runs WebAssembly, and that of the editor, differ from that of other pages, so it is set
 * path by path too, and only in the `<meta>` of pages at other addresses, such as those of redirects.
 *
 * @param search Whether the search runs WebAssembly, paths of further pages: `/about/`, and whether live coverage goes on.
 * @param own The newsroom's rules, which come last: Cloudflare lets a later rule remove a header.
 */
export function writeHeadersFile(
  config: HeadersConfig,
  search: SearchPolicy & { pages: readonly string[]; hasLive?: boolean },
  own = '',
): string {
  const { base } = createUrls(config.url);
  const security = securityHeaders(config);
  const hasAdmin = config.admin !== undefined;
  const varying = new Set([...(search.webAssembly ? [policyHeader] : []), ...(hasAdmin ? differentHeaders : [])]);
  const varyingOf = (path: string): Header[] =>
    path.startsWith(adminPath)
      ? []
      : securityHeaders(config, { webAssembly: search.webAssembly && path === searchPath }).filter(([name]) =>
          varying.has(name),
        );
  const rules: { path: string; headers: Header[] }[] = [
    {
      path: '/*',
      headers: [...security.filter(([name]) => !varying.has(name)), speculationHeader(config)],
    },
    ...cacheRules(hostingOf(config), {
      hasAdmin,
      hasLive: search.hasLive === true,
      hasPodcast: config.podcast !== undefined,
    }).map(({ path, value }) => ({
      path,
      headers: [['Cache-Control', value] as const, ...typeOf(path), ...varyingOf(path)],
    })),
    ...(varying.size > 0 ? search.pages : []).map((path) => ({ path, headers: varyingOf(path) })),
    ...(hasAdmin ? [{ path: `${adminPath}*`, headers: adminOnly(config) }] : []),
  ];
  const texts = rules.map(({ path, headers }) =>
    [base + path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
  );
  return [...texts, ...(own.trim() === '' ? [] : [`${own.trim()}\n`])].join('\n');
}

/** The headers of the editor that all other paths do not have. */
function adminOnly(config: HeadersConfig): Header[] {
  const known = new Set(securityHeaders(config).map(([name]) => name));
  const different: ReadonlySet<string> = new Set(differentHeaders);
  return adminHeaders(config).filter(([name]) => different.has(name) || !known.has(name));
}

/** Static hosts don't know the media type of this extension. */
function typeOf(path: string): Header[] {
  return path === `/${speculationFile}` ? [['Content-Type', speculationType]] : [];
}
