import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { securityHeaders } from '../../src/core/hosting/headers.ts';
import { isInstalled, startServer, webServers } from './web-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-base-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(webServers.filter(isInstalled))('$name, of a site below a path', (kind) => {
  // With nginx, the root of the server's own block is asked.
  const outside = kind.name === 'caddy' ? ['/', '/none', '/index.html', '/news/', '/papers'] : ['/none', '/papers'];

  it('serves it there, and nothing of it elsewhere', async () => {
    const root = join(folder, 'site');
    for (const name of ['_astro', 'news/شهر']) mkdirSync(join(root, name), { recursive: true });
    for (const name of ['index.html', '404.html', 'news/شهر/index.html', '_astro/a.css', '_headers', '_redirects'])
      writeFileSync(join(root, name), name);
    const own = { ...config, url: 'https://example.org/paper' };
    const file = join(folder, 'config.mjs');
    writeFileSync(file, `export const config = ${JSON.stringify(own)};\n`);
    const server = await startServer(kind, join(folder, kind.name), root, file);
    const get = async (path: string) => {
      const response = await fetch(server.origin + path, { redirect: 'manual' });
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    try {
      expect((await get('/paper/')).text).toBe('index.html');
      expect((await get(`/paper/news/${encodeURIComponent('شهر')}/`)).text).toBe('news/شهر/index.html');
      expect((await get('/paper/_astro/a.css')).headers.get('cache-control')).toContain('immutable');
      for (const path of [
        '/paper/none',
        '/paper/_headers',
        '/paper/_redirects',
        '/paper/news/none/',
        '/paper/404.html',
        ...outside,
      ]) {
        const { status, text, headers } = await get(path);
        expect([path, status, text]).toEqual([path, 404, '404.html']);
        expect(headers.get('content-security-policy')).toBe(
          new Map(securityHeaders(own)).get('Content-Security-Policy'),
        );
      }
      const { status, headers } = await get('/paper');
      expect([301, 308]).toContain(status);
      expect(headers.get('location')).toBe('/paper/');
    } finally {
      await server.stop();
    }
  });
});
