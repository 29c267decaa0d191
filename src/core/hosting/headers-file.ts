import { cacheRules } from './cache-rules.ts';
import { type HeadersConfig, securityHeaders } from './headers.ts';
import { hostingOf } from '../config/hosting.ts';
import { createUrls } from '../urls.ts';

/** The file from which Netlify and Cloudflare Pages read a site's headers. */
export const headersFile = '_headers';

/**
 * Write the site's headers for Netlify and Cloudflare Pages (docs.netlify.com/routing/headers,
 * developers.cloudflare.com/pages/configuration/headers). Where several rules match, these hosts join the values of a
 * header; so `Cache-Control` is set once for each path, and is the host's default elsewhere.
 *
 * @param own The newsroom's rules, which come last: Cloudflare lets a later rule remove a header.
 */
export function writeHeadersFile(config: HeadersConfig, own = ''): string {
  const { base } = createUrls(config.url);
  const rules = [
    { path: '/*', headers: securityHeaders(config) },
    ...cacheRules(hostingOf(config)).map(({ path, value }) => ({ path, headers: [['Cache-Control', value]] as const })),
  ];
  const texts = rules.map(({ path, headers }) =>
    [base + path, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
  );
  return [...texts, ...(own.trim() === '' ? [] : [`${own.trim()}\n`])].join('\n');
}
