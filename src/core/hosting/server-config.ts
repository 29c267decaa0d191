import { adminHeaders, adminPath } from './admin-headers.ts';
import { cacheRules, type CacheRule, defaultCache, missingCache, pathPattern } from './cache-rules.ts';
import {
  type Header,
  type HeadersConfig,
  policyHeader,
  type SearchPolicy,
  searchPath,
  securityHeaders,
} from './headers.ts';
import { headersFile } from './headers-file.ts';
import { hostingOf } from '../config/hosting.ts';
import { redirectsFile } from './redirects-file.ts';
import type { QueryRedirect } from '../old-addresses.ts';
import { defaultService, writeCaddyBusy, writeCaddyComments, writeNginxComments } from './server-comments.ts';
import { writeCaddyLog, writeNginxLog } from './server-log.ts';
import { writeCaddyQueries, writeNginxQueries } from './server-queries.ts';
import { writeCaddyRedirects, writeNginxRedirects } from './server-redirects.ts';
import type { Redirect } from '../site/site.ts';
import { speculationExtension, speculationFile, speculationHeader, speculationType } from './speculation.ts';
import { createUrls } from '../urls.ts';

/** Settings of a web server besides the newspaper's own configuration. */
export interface ServerSettings {
  /** Absolute path of the finished site's folder. */
  root: string;
  /** For nginx: the module that serves `.br` files is installed (libnginx-mod-http-brotli-static). */
  brotli: boolean;
  /** Redirects from old addresses: untrusted. */
  redirects: readonly Redirect[];
  /** For Caddy: the arguments of {@link writeCaddyQueries}, untrusted. */
  queries?: { redirects: readonly QueryRedirect[]; spellings: readonly string[] } | undefined;
  /** For nginx: number of maps written by `writeNginxMaps`. */
  maps?: number;
  search: SearchPolicy;
  /** Host and port of the service of comments. */
  service?: string;
  /** Absolute path of the log for `npm run popular`, checked by `isLogPath`; none if absent. */
  log?: string | undefined;
}

// Files of the output for hosts and deploys, which are not part of the site.
const hidden = [headersFile, redirectsFile, '.changes.json', '.shard.json', '.nojekyll'];

/**
 * Write the contents of the `server` block for nginx 1.18 or newer. `add_header` in a `location` would drop those of
 * the server, so a single header takes its lifetime from a variable.
 */
export function writeNginx(
  config: HeadersConfig,
  { root, brotli, redirects, search, log, maps = 0, service = defaultService }: ServerSettings,
): string {
  const { base } = createUrls(config.url);
  const hosting = hostingOf(config);
  const cache = '$rooznegar_cache';
  return `# ${notice('nginx')}
include /etc/nginx/mime.types;
types { text/x-opml opml; application/manifest+json webmanifest; ${speculationType} ${speculationExtension}; }
charset utf-8;
charset_types text/css text/plain text/xml text/javascript text/x-opml application/javascript application/json image/svg+xml;

${base === '' ? `root ${quote(root)};` : `location = ${base} { return 301 ${base}/; }\nlocation ${base}/ { alias ${quote(`${root}/`)}; }`}
index index.html;
absolute_redirect off;
server_tokens off;
etag on;
${writeNginxLog(log)}
error_page 403 404 =404 ${base}/404.html;
location = ${base}/404.html {${base === '' ? '' : ` alias ${quote(`${root}/404.html`)};`} internal; set ${cache} ""; set $rooznegar_missing "${missingCache}"; }
location ~ "^${base}/(?:${hidden.map(escapePattern).join('|')})$" { return 404; }
${writeNginxComments(config, service)}${writeNginxQueries(maps)}${writeNginxRedirects(redirects, base)}
# Compression: from files next to the originals, or on the fly.
gzip on;
gzip_vary on;
gzip_proxied any;
gzip_min_length 1024;
gzip_types text/css text/plain text/xml text/javascript text/x-opml application/javascript application/json application/xml image/svg+xml;
${hosting.precompress ? `gzip_static on;\n${brotli ? 'brotli_static on;\n' : ''}` : ''}
set $rooznegar_missing "";
set ${cache} "${defaultCache(hosting)}";
${nginxRules(config, base, cache)}
add_header Cache-Control ${cache};
add_header Cache-Control $rooznegar_missing always;
set $rooznegar_policy ${quote(policyOf(config))};
${search.webAssembly ? `if ($uri ~ "^${base}${searchPath}(?:index\\.html)?$") { set $rooznegar_policy ${quote(policyOf(config, search))}; }\n` : ''}${nginxSecurity(config, base)}
add_header ${speculationHeader(config)[0]} ${quote(speculationHeader(config)[1])};
`;
}

/**
 * Write the contents of a site block for Caddy 2. Headers are set at once rather than deferred, so that the 404 page
 * has them too.
 */
export function writeCaddy(
  config: HeadersConfig,
  { root, redirects, queries, search, log, service = defaultService }: Omit<ServerSettings, 'brotli'>,
): string {
  const { base } = createUrls(config.url);
  const hosting = hostingOf(config);
  const files = hosting.precompress ? `file_server {\n\tprecompressed br gzip\n}` : 'file_server';
  const groups = [...groupRules(config)].map(([value, rules], index) => {
    const pattern = rules.map(({ path }) => pathPattern(path)).join('|');
    return `@cache${index} path_regexp ^(?:${pattern})\nheader @cache${index} Cache-Control "${value}"`;
  });
  const strict = caddyHeaders(securityHeaders(config));
  const own = [
    `root * ${quote(root)}`,
    'encode gzip',
    queries ? writeCaddyQueries(queries.redirects, queries.spellings) : '',
    writeCaddyRedirects(redirects),
    `@hidden path ${[...hidden, '404.html'].map((name) => `/${name}`).join(' ')}`,
    'error @hidden 404',
    `header ?Cache-Control "${defaultCache(hosting)}"`,
    ...groups,
    `header /${speculationFile} Content-Type ${speculationType}`,
    caddyHeaders([speculationHeader(config)]),
    'header /feeds.opml Content-Type "text/x-opml; charset=utf-8"',
    // Known to Caddy only where the system has a list of types.
    'header /manifest.webmanifest Content-Type application/manifest+json',
    '@xml path *.xml',
    'header @xml Content-Type "text/xml; charset=utf-8"',
    caddySecurity(config, search),
    files,
  ].join('\n');
  const comments = writeCaddyComments(config, service);
  const missing = [
    `root * ${quote(root)}`,
    ...(comments === undefined ? [] : [writeCaddyBusy()]),
    'rewrite * /404.html',
    `header Cache-Control "${missingCache}"`,
    // Where the directives of the site are in a block, its headers don't apply to errors.
    ...(base === '' && comments === undefined ? [] : [strict]),
    files,
  ];
  const below = `redir ${base} ${base}/ 308\nhandle_path ${base}/* {\n${indent(own)}\n}\n${nothing(root)}`;
  const site = base === '' ? own : below;
  return [
    `# ${notice('caddy')}`,
    ...writeCaddyLog(log),
    comments === undefined ? site : `${comments}\nhandle {\n${indent(site)}\n}`,
    `handle_errors {\n${indent(missing.join('\n'))}\n}`,
    '',
  ].join('\n');
}

/** Each header is set by one directive: Caddy sets those without a matcher last, whatever their order. */
function caddySecurity(config: HeadersConfig, search: SearchPolicy): string {
  const editor = config.admin ? `path ${adminPath}*` : undefined;
  const isSearch = search.webAssembly ? `path ${searchPath} ${searchPath}index.html` : undefined;
  const lines =
    editor === undefined
      ? []
      : [`@admin ${editor}`, caddyHeaders(adminHeaders(config), '@admin'), `@site not ${editor}`];
  const site = editor === undefined ? '' : '@site';
  const all = securityHeaders(config);
  if (isSearch === undefined) return [...lines, caddyHeaders(all, site)].join('\n');
  const others = [isSearch, ...(editor === undefined ? [] : [editor])].map((matcher) => `not ${matcher}`);
  return [
    ...lines,
    caddyHeaders(
      all.filter(([name]) => name !== policyHeader),
      site,
    ),
    `@search ${isSearch}`,
    `header @search ${policyHeader} ${quote(policyOf(config, search))}`,
    others.length === 1 ? `@others ${others[0]}` : `@others {\n${indent(others.join('\n'))}\n}`,
    `header @others ${policyHeader} ${quote(policyOf(config))}`,
  ].join('\n');
}

/** Where the editor needs other values, a header takes its value from a variable; an empty one is not sent. */
function nginxSecurity(config: HeadersConfig, base: string): string {
  const all = securityHeaders(config);
  const write = (headers: readonly Header[]): string[] =>
    headers.map(([name, value]) => `add_header ${name} ${name === policyHeader ? '$rooznegar_policy' : value} always;`);
  if (!config.admin) return write(all.map(([name, value]) => [name, quote(value)])).join('\n');
  const editor = new Map(adminHeaders(config));
  const names = [...new Set([...all.map(([name]) => name), ...editor.keys()])];
  const pages = new Map(all);
  const other = names.filter(
    (name) => name !== policyHeader && (editor.get(name) ?? pages.get(name)) !== pages.get(name),
  );
  const variable = (name: string): string => `$rooznegar_${name.toLowerCase().replaceAll('-', '_')}`;
  return [
    ...other.map((name) => `set ${variable(name)} ${quote(pages.get(name) ?? '')};`),
    `if ($uri ~ "^${base}${adminPath}") { set $rooznegar_policy ${quote(editor.get(policyHeader)!)}; ${other.map((name) => `set ${variable(name)} ${quote(editor.get(name)!)};`).join(' ')} }`,
    ...write(names.map((name) => [name, other.includes(name) ? variable(name) : quote(pages.get(name)!)])),
  ].join('\n');
}

function caddyHeaders(headers: readonly Header[], matcher = ''): string {
  return `header ${matcher === '' ? '' : `${matcher} `}{\n${headers.map(([name, value]) => `\t${name} ${quote(value)}`).join('\n')}\n}`;
}

function policyOf(config: HeadersConfig, search?: SearchPolicy): string {
  return new Map(securityHeaders(config, search)).get(policyHeader)!;
}

/** A Caddy directive that answers 404. It comes last, so that other sites may be served beside this one. */
function nothing(root: string): string {
  return `file_server {\n\troot ${quote(root)}\n\thide *\n}`;
}

function notice(server: string): string {
  return `Generated by «npm run headers -- ${server}» from src/config.ts and ${redirectsFile} of the site; run it again when these change.`;
}

function nginxRules(config: HeadersConfig, base: string, variable: string): string {
  return [...groupRules(config)]
    .map(([value, rules]) => {
      const pattern = rules.map(({ path }) => pathPattern(path)).join('|');
      return `if ($uri ~ "^${base}(?:${pattern})") { set ${variable} "${value}"; }`;
    })
    .join('\n');
}

/** Group rules by value. Those equal to the default are omitted. */
function groupRules(config: HeadersConfig): Map<string, CacheRule[]> {
  const hosting = hostingOf(config);
  const others = cacheRules(hosting, { hasAdmin: config.admin !== undefined, hasLive: true }).filter(
    ({ value }) => value !== defaultCache(hosting),
  );
  return Map.groupBy(others, ({ value }) => value);
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function escapePattern(name: string): string {
  return name.replace(/\./g, '\\.');
}

// The `m` flag would also match after U+2028, which a path may contain.
function indent(text: string): string {
  return text.replace(/(^|\n)(?=[^\n])/g, '$1\t');
}
