import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type StaticServer } from './serve.ts';

describe('the static server', () => {
  let folder: string;
  let server: StaticServer;
  const get = (path: string): Promise<Response> => fetch(server.origin + path, { redirect: 'manual' });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rooznegar-serve-'));
    await mkdir(join(folder, 'site/تهران'), { recursive: true });
    await writeFile(join(folder, 'site/تهران/index.html'), 'تهران');
    await writeFile(join(folder, 'site/404.html'), 'نیست');
    await writeFile(join(folder, 'site/a.svg'), '<svg/>');
    await writeFile(join(folder, 'secret.txt'), 'secret');
    server = await serveFolder(join(folder, 'site'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('decodes paths and serves the page of folders', async () => {
    const response = await get(`/${encodeURIComponent('تهران')}/?q=1`);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      'تهران',
    ]);
  });

  it('redirects a folder without a trailing slash', async () => {
    const response = await get(`/${encodeURIComponent('تهران')}?q=1`);
    expect([response.status, response.headers.get('location')]).toEqual([301, `/${encodeURIComponent('تهران')}/?q=1`]);
  });

  it('knows types, and answers 404 with the siteâs page', async () => {
    expect((await get('/a.svg')).headers.get('content-type')).toBe('image/svg+xml');
    const missing = await get('/missing/');
    expect([missing.status, await missing.text()]).toEqual([404, 'نیست']);
  });

  it('sets cache lifetimes, and compresses like a CDN if requested', async () => {
    const cdn = await serveFolder(join(folder, 'site'), { isCdn: true });
    const headers = { 'accept-encoding': 'gzip, br' };
    const page = await fetch(`${cdn.origin}/${encodeURIComponent('تهران')}/`, { headers });
    expect(['content-encoding', 'cache-control'].map((name) => page.headers.get(name))).toEqual([
      'br',
      'public, max-age=60',
    ]);
    expect(await page.text()).toBe('تهران');
    expect((await get('/a.svg')).headers.get('cache-control')).toBe('public, max-age=2592000');
    await cdn.close();
  });

  it('serves nothing outside its folder', async () => {
    for (const path of ['/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%']) expect((await get(path)).status).not.toBe(200);
  });
});
