import { existsSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { PreviewServer } from 'astro';
import { adminHeaders, isAdminPath } from '../../core/hosting/admin-headers.ts';
import { securityHeaders } from '../../core/hosting/headers.ts';
import { speculationFile, speculationHeader, speculationType } from '../../core/hosting/speculation.ts';
import { pagefindFolder } from '../../core/search/pagefind/files.ts';
import { readRedirectsFile, redirectsFile } from '../../core/hosting/redirects-file.ts';
import { servedPaths } from '../../core/hosting/server-redirects.ts';
import { createOldAddressFinder, oldAddressesFolder } from '../../core/old-addresses.ts';
import { createUrls, decodePath } from '../../core/urls.ts';
import { loadAstro, siteSettings } from '../base/astro-settings.ts';
import { UsageError } from '../base/errors.ts';
import type { BuildOptions } from '../base/options.ts';
import { stampOf } from '../cache/file-stamp.ts';
import { readOldTables } from './old-addresses.ts';

/** How a preview is reached. */
export interface PreviewOptions {
  port: number;
  host?: string | boolean | undefined;
  open?: string | boolean | undefined;
  /** The names in addresses that are answered. */
  allowedHosts?: string[] | true | undefined;
}

/**
 * Serve a finished site on this machine as hosts do: Astro's own server sends the files. By itself it neither leads
 * from an address to that with a final slash, nor sends headers with the page for missing addresses.
 *
 * @throws UsageError if there is no site.
 */
export async function previewSite(options: BuildOptions, { port, ...given }: PreviewOptions): Promise<PreviewServer> {
  const { out, config } = options;
  if (!existsSync(out)) throw new UsageError(`There is no folder ${out} yet. Run «npm run build» first.`);
  const { preview } = await loadAstro();
  const running = await preview({
    ...siteSettings(config),
    outDir: out,
    server: { port, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) },
    integrations: [{ name: 'rooznegar:preview', hooks: {} }],
    trailingSlash: 'ignore',
    logLevel: 'error',
  });
  const served = { ...config, url: 'http://localhost' };
  const headers = new Map(securityHeaders(served));
  const [withoutPagefind, withPagefind] = [false, true].map(
    (webAssembly) => new Map(securityHeaders(served, { webAssembly })),
  );
  const editorHeaders = new Map(adminHeaders(config));
  const [searchPage, rules] = [createUrls(config.url).page('search'), createUrls(config.url).file(speculationFile)];
  const findRedirect = redirectsOf(out, config.url);
  // Not in Astro's types; tests/sites/preview.test.ts checks that it exists.
  const { server } = running as unknown as { server: Server };
  const sendFiles = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request').on('request', (request, response) => {
    const asked = request.url ?? '/';
    const isSearch = asked.split('?', 1)[0] === searchPage;
    const searchHeaders = existsSync(join(out, pagefindFolder)) ? withPagefind! : withoutPagefind!;
    response.setHeaders(isAdminPath(asked, config) ? editorHeaders : isSearch ? searchHeaders : headers);
    response.setHeader(...speculationHeader(config));
    if (asked === rules) response.setHeader('Content-Type', speculationType);
    // Astro's server would throw at a malformed address.
    if (decodePath(asked.split('?', 1)[0]!) === undefined) return void response.writeHead(400).end();
    const to = findRedirect(asked);
    if (to === undefined) for (const send of sendFiles) send(request, response);
    else response.writeHead(301, { location: to }).end();
  });
  return running;
}

/** The address of a site that is previewed: `http://localhost:4321/`. */
export function previewAddress({ host = 'localhost', port }: PreviewServer, { config }: BuildOptions): string {
  return `http://${host}:${port}${createUrls(config.url).base}/`;
}

/**
 * Create the function that returns the target of an address: by a redirect of the site, or with a final slash to a page.
 * The query is kept, unless it is part of the old address.
 */
function redirectsOf(out: string, url: string): (asked: string) => string | undefined {
  const urls = createUrls(url);
  const file = join(out, redirectsFile);
  const folder = join(out, oldAddressesFolder);
  // A build may publish others while the preview runs. It renames files into place, which changes their folder.
  const stampNow = (): string => `${stampOf(file)} ${statSync(folder, { throwIfNoEntry: false })?.mtimeMs}`;
  const read = () => ({
    stamp: stampNow(),
    moved: servedPaths(existsSync(file) ? readRedirectsFile(readFileSync(file, 'utf8'), urls) : []),
    findOld: createOldAddressFinder(readOldTables(out, urls)?.redirects ?? []),
  });
  let known = read();
  return (asked) => {
    if (known.stamp !== stampNow()) known = read();
    const { moved, findOld } = known;
    const mark = asked.indexOf('?');
    const [pathname, search] = mark < 0 ? [asked, ''] : [asked.slice(0, mark), asked.slice(mark)];
    if (pathname === urls.base) return `${urls.base}/${search}`;
    const path = pathname.startsWith(`${urls.base}/`) ? decodePath(pathname.slice(urls.base.length)) : undefined;
    if (path === undefined) return undefined;
    const old = findOld(path, search.slice(1));
    if (old !== undefined) return old;
    const to = moved.get(path);
    if (to !== undefined) return to + search;
    return !path.endsWith('/') && existsSync(join(out, path, 'index.html')) ? `${pathname}/${search}` : undefined;
  };
}
