import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { securityHeaders } from '../../src/core/hosting/headers.ts';
import { readRedirectsFile, redirectsFile } from '../../src/core/hosting/redirects-file.ts';
import type { Redirect } from '../../src/core/site/site.ts';
import { createUrls } from '../../src/core/urls.ts';
import { connectBrowser, watch } from '../e2e/browser.ts';
import { fixedNow, runScript } from '../support/command.ts';
import { openDist } from '../support/dist.ts';
import { askForSeconds } from './load.ts';
import { isInstalled, type RunningServer, sendsBrotli, startServer, webServers } from './web-servers.ts';

/** Seconds of the load test; `LOAD=5` is for those who are in a hurry. */
const load = Number(process.env['LOAD'] ?? 60);

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-servers-'));
const root = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  if (!webServers.some(isInstalled)) return;
  const flags = ['--out', root, '--now', fixedNow, '--precompress'];
  const { code, output } = await runScript('build', flags);
  if (code !== 0) throw new Error(output);
});

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

describe.each(webServers.filter(isInstalled))('$name', (kind) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startServer(kind, join(folder, kind.name), root);
  });
  afterAll(() => server?.stop());

  /** Ask as plainly as can be: `fetch` would encode, decompress and follow. */
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.origin);
      const asked = request({ hostname, port, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            resolve({
              status: response.statusCode!,
              headers: response.headers as Answer['headers'],
              body: Buffer.concat(parts),
            });
          });
      });
      asked.on('error', reject).end();
    });
  const fileOf = (path: string): Buffer => readFileSync(join(root, path));
  const moved = (): Redirect[] => readRedirectsFile(fileOf(redirectsFile).toString(), createUrls(config.url));
  /** Files that are sent at their address. */
  const addressed = (): string[] => {
    const old = new Set(
      moved().map(({ from }) => (/\.html?$/.test(from) ? from : `${from.replace(/\/$/, '')}/index.html`)),
    );
    return openDist(root).files.filter(
      (file) =>
        !old.has(`/${file}`) &&
        !/^(?:_headers|_redirects|404\.html|\.changes\.json|\.nojekyll)$|\.(?:br|gz)$/.test(file),
    );
  };

  it.each(['/', '/rss.xml', '/_missing/', '/about', '/favicon.svg', '/search/index/manifest.json'])(
    'sends every header with %s, once',
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of securityHeaders(config)) expect(headers[name.toLowerCase()], name).toBe(value);
      expect(headers['server'] ?? '').not.toMatch(/\d/);
    },
  );

  const hashed = (): string => openDist(root).files.find((file) => /^_astro\/.*\.css$/.test(file))!;
  it.each([
    [() => '/', 'public, max-age=60, stale-while-revalidate=600'],
    [() => '/about/', 'public, max-age=60, stale-while-revalidate=600'],
    [() => '/feed.json', 'public, max-age=60, stale-while-revalidate=600'],
    [() => `/${hashed()}`, 'public, max-age=31536000, immutable'],
    [() => '/images/city.svg', 'public, max-age=86400, stale-while-revalidate=604800'],
    [() => '/search/index/manifest.json', 'public, max-age=60, stale-while-revalidate=600'],
    [() => '/search/index/spellings.bin?v=1', 'public, max-age=604800'],
    [() => '/_astro/missing.css', 'public, max-age=10'],
  ])('says for how long %s may be kept', async (path, value) => {
    expect((await ask(path())).headers['cache-control']).toBe(value);
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/rss.xml', 'text/xml; charset=utf-8'],
    ['/feed.json', /^application\/json/],
    ['/feeds.opml', 'text/x-opml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/favicon.svg', /^image\/svg\+xml/],
    ['/manifest.webmanifest', /^application\/manifest\+json/],
    ['/media/otobus.mp4', 'video/mp4'],
  ])('says of what type %s is', async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(type);
  });

  it('answers with the page for missing addresses, and hides what is for hosts', async () => {
    for (const path of [
      '/news/none/',
      '/none.xml',
      '/%D9%87%DB%8C%DA%86/',
      '/_headers',
      '/_redirects',
      '/.changes.json',
      '/.nojekyll',
      '/404.html',
    ]) {
      const { status, body, headers } = await ask(path);
      expect(status, path).toBe(404);
      expect(body.equals(fileOf('404.html')), path).toBe(true);
      expect(headers['cache-control'], path).toBe('public, max-age=10');
    }
    const up = await ask('/../../../../etc/passwd');
    expect(up.status).toBeGreaterThanOrEqual(400);
  });

  it('leads to the address with a final slash, Persian or not, and from old addresses to new ones', async () => {
    const tag = openDist(root)
      .files.find((file) => /^tags\/[^/a-z]+\/index\.html$/.test(file))!
      .split('/')[1]!;
    for (const path of ['/about', `/tags/${encodeURIComponent(tag)}`]) {
      const { status, headers } = await ask(path);
      expect([301, 308]).toContain(status);
      const place = new URL(headers['location']!, server.origin);
      expect(place.origin).toBe(server.origin);
      expect(decodeURI(place.pathname)).toBe(`${decodeURI(path)}/`);
    }
    expect(moved().length).toBeGreaterThan(0);
    for (const { from, to } of moved()) {
      const { status, headers } = await ask(encodeURI(from));
      expect([from, status, headers['location']]).toEqual([from, 301, to]);
      expect((await ask(to)).status, to).toBe(200);
    }
    const redirects = addressed().filter(
      (file) => file.endsWith('.html') && /http-equiv="refresh"/.test(fileOf(file).toString()),
    );
    expect(redirects.length).toBeGreaterThan(0);
    for (const file of redirects.slice(0, 5)) {
      const path = `/${file
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/index\.html$/, '')}`;
      const { status, body } = await ask(path);
      expect(status, path).toBe(200);
      const target = /content="0; url=([^"]+)"/.exec(body.toString())![1]!;
      expect((await ask(target)).status, target).toBe(200);
    }
  });

  it('finds Persian addresses, encoded in either case or not at all', async () => {
    const files = openDist(root)
      .files.filter((file) => /^tags\/[^/a-z]+\/index\.html$/.test(file))
      .slice(0, 5);
    for (const file of files) {
      const page = `/tags/${file.split('/')[1]!}/`;
      const encoded = encodeURI(page);
      const raw = Buffer.from(page).toString('latin1');
      for (const path of [encoded, encoded.replace(/%../g, (code) => code.toLowerCase())]) {
        const { status, body } = await ask(path);
        expect(status, path).toBe(200);
        expect(body.equals(fileOf(file)), path).toBe(true);
      }
      const { status, body } = await askRaw(server.origin, raw);
      expect(status, page).toBe(200);
      expect(body.includes(fileOf(file).subarray(0, 200)), page).toBe(true);
    }
  });

  it('sends parts of videos', async () => {
    const video = '/media/otobus.mp4';
    const bytes = fileOf(video);
    const whole = await ask(video);
    expect(whole.headers['accept-ranges']).toBe('bytes');
    const middle = await ask(video, { range: 'bytes=100-199' });
    expect([middle.status, middle.headers['content-range']]).toEqual([206, `bytes 100-199/${bytes.length}`]);
    expect(middle.body.equals(bytes.subarray(100, 200))).toBe(true);
    const end = await ask(video, { range: 'bytes=-50' });
    expect(end.body.equals(bytes.subarray(-50))).toBe(true);
    expect((await ask(video, { range: `bytes=${bytes.length + 5}-` })).status).toBe(416);
  });

  it('sends compressed files as they lie there', async () => {
    for (const path of ['/index.html', '/rss.xml', `/${hashed()}`, '/feed.json']) {
      const url = path.replace(/index\.html$/, '');
      const plain = await ask(url);
      expect([plain.headers['content-encoding'], plain.body.equals(fileOf(path))]).toEqual([undefined, true]);
      const gzipped = await ask(url, { 'accept-encoding': 'gzip' });
      expect(gzipped.headers['content-encoding'], path).toBe('gzip');
      expect(gzipped.headers['vary'], path).toMatch(/accept-encoding/i);
      expect(gzipped.body.equals(fileOf(`${path}.gz`)), path).toBe(true);
      expect(gunzipSync(gzipped.body).equals(fileOf(path))).toBe(true);
      if (!sendsBrotli(kind)) continue;
      const brotli = await ask(url, { 'accept-encoding': 'gzip, deflate, br' });
      expect(brotli.headers['content-encoding'], path).toBe('br');
      expect(brotliDecompressSync(brotli.body).equals(fileOf(path))).toBe(true);
    }
    const index = await ask('/search/index/spellings.bin', { 'accept-encoding': 'gzip, br' });
    expect([index.headers['content-encoding'], index.body.equals(fileOf('search/index/spellings.bin'))]).toEqual([
      undefined,
      true,
    ]);
  });

  it('answers that nothing has changed to those who have it', async () => {
    for (const [path, encoding] of [
      ['/', 'identity'],
      ['/rss.xml', 'gzip'],
      ['/favicon.svg', 'br, gzip'],
      ['/media/otobus.mp4', 'identity'],
    ] as const) {
      const first = await ask(path, { 'accept-encoding': encoding });
      const { etag, 'last-modified': modified } = first.headers;
      expect(etag, path).toBeTruthy();
      expect(modified, path).toBeTruthy();
      const byTag = await ask(path, { 'if-none-match': etag!, 'accept-encoding': encoding });
      const byTime = await ask(path, { 'if-modified-since': modified!, 'accept-encoding': encoding });
      expect([byTag.status, byTag.body.length, byTime.status], path).toEqual([304, 0, 304]);
      expect(byTag.headers['cache-control'], path).toBe(first.headers['cache-control']);
      expect((await ask(path, { 'if-none-match': '"other"', 'accept-encoding': encoding })).status).toBe(200);
    }
  });

  it('sends every file of the site, byte for byte', async () => {
    const files = addressed();
    for (const file of files) {
      const path = `/${file.split('/').map(encodeURIComponent).join('/')}`.replace(/(?<=\/)index\.html$/, '');
      const { status, body } = await ask(path);
      const digests = [body, fileOf(file)].map((bytes) => createHash('sha1').update(bytes).digest('hex'));
      expect(status === 200 && digests[0] === digests[1], path).toBe(true);
    }
  });

  it('lets readers go their way with no report of a policy', async () => {
    const browser = await connectBrowser();
    try {
      const page = await browser.newPage({ locale: 'fa-IR', timezoneId: 'Asia/Tehran' });
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error(`policy: ${violatedDirective} ${blockedURI}`);
        });
      });
      const troubles = watch(page, server.origin);
      await page.goto(`${server.origin}/`);
      await page.locator('main h3 a, main h2 a').first().click();
      await page.waitForURL('**/news/**');
      await page.locator('[data-part=tags] a').first().click();
      await page.waitForURL('**/tags/**');
      await page.goto(`${server.origin}/search/?q=${encodeURIComponent('بلوط‌های کهن')}`);
      await page.locator('[data-part=results] li').first().waitFor();
      await page.goto(`${server.origin}/archive/`);
      await page.locator('main a[href*="/archive/1"]').first().click();
      await page.waitForURL('**/archive/1**');
      await page.goto(`${server.origin}/rss.xml`);
      await page.waitForLoadState('networkidle');
      expect(troubles).toEqual([]);
      const missing = await page.goto(`${server.origin}/none/`);
      expect(missing!.status()).toBe(404);
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it(`fails nobody in ${load} seconds of load`, { timeout: (load + 60) * 1000 }, async () => {
    const files = addressed();
    const small = files.filter((file) => statSync(join(root, file)).size < 500_000);
    const paths = small.map((file) =>
      `/${file.split('/').map(encodeURIComponent).join('/')}`.replace(/(?<=\/)index\.html$/, ''),
    );
    const { requests, failures } = await askForSeconds(server.origin, paths, load, 32);
    console.log(`${kind.name}: ${requests} requests in ${load} s, ${failures.length} failed`);
    expect(failures).toEqual([]);
    expect(requests).toBeGreaterThan(load * 50);
  });
});

/** Send a path with bytes that clients should have encoded. */
async function askRaw(origin: string, path: string): Promise<{ status: number; body: Buffer }> {
  const { connect } = await import('node:net');
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`, 'latin1'));
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  return { status: Number(body.toString('latin1').split(' ')[1]), body };
}
