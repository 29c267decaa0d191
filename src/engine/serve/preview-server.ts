import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { preview } from 'astro';
import { securityHeaders } from '../../core/hosting/headers.ts';
import { readRedirectsFile, redirectsFile } from '../../core/hosting/redirects-file.ts';
import { servedPaths } from '../../core/hosting/server-redirects.ts';
import { createUrls, decodePath } from '../../core/urls.ts';
import { siteSettings } from '../base/astro-settings.ts';
import type { BuildOptions } from '../base/options.ts';

/**
 * Serve a finished site on this machine as hosts do: Astro's own server sends the files. By itself it neither leads
 * from an address to that with a final slash, nor sends headers with the page for missing addresses.
 *
 * @returns The origin, such as `http://localhost:4321`.
 */
export async function previewSite({ out, config }: BuildOptions, port: number, host: string): Promise<string> {
  const running = await preview({
    ...siteSettings(config),
    outDir: out,
    server: { port, host },
    trailingSlash: 'ignore',
    logLevel: 'error',
  });
  const headers = new Map(securityHeaders({ ...config, url: 'http://localhost' }));
  const findRedirect = redirectsOf(out, config.url);
  // Astro's types do not tell of the server; tests/sites/preview.test.ts sees whether it is there.
  const { server } = running as unknown as { server: Server };
  const sendFiles = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request').on('request', (request, response) => {
    response.setHeaders(headers);
    const asked = request.url ?? '/';
    // Astro's server would throw at an address that is none.
    if (decodePath(asked.split('?', 1)[0]!) === undefined) return void response.writeHead(400).end();
    const to = findRedirect(asked);
    if (to === undefined) for (const send of sendFiles) send(request, response);
    else response.writeHead(301, { location: to }).end();
  });
  return `http://${running.host ?? 'localhost'}:${running.port}`;
}

/** Find where an address leads to: by a redirect of the site, or with a final slash to a page. What follows `?` stays. */
function redirectsOf(out: string, url: string): (asked: string) => string | undefined {
  const urls = createUrls(url);
  const file = join(out, redirectsFile);
  const moved = servedPaths(existsSync(file) ? readRedirectsFile(readFileSync(file, 'utf8'), urls) : []);
  return (asked) => {
    const mark = asked.indexOf('?');
    const [pathname, search] = mark < 0 ? [asked, ''] : [asked.slice(0, mark), asked.slice(mark)];
    if (pathname === urls.base) return `${urls.base}/${search}`;
    const path = pathname.startsWith(`${urls.base}/`) ? decodePath(pathname.slice(urls.base.length)) : undefined;
    if (path === undefined) return undefined;
    const to = moved.get(path);
    if (to !== undefined) return to + search;
    return !path.endsWith('/') && existsSync(join(out, path, 'index.html')) ? `${pathname}/${search}` : undefined;
  };
}
