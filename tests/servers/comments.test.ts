import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../src/core/hosting/headers.ts';
import type { Service } from '../../src/comments/service.ts';
import { listComments } from '../../src/comments/store/queries.ts';
import {
  commentConfig,
  type CommentFolders,
  makeCommentFolders,
  removeCommentFolders,
  send,
  sendJson,
  startHere,
  tokenOf,
  withStore,
} from '../support/comment-service.ts';
import { isInstalled, type RunningServer, startServer, webServers } from './web-servers.ts';

describe.each(
  webServers
    .filter(isInstalled)
    .flatMap((kind) => ['', '/paper'].map((base) => ({ kind, base, name: `${kind.name}, of a site at «${base}/»` }))),
)('comments behind $name', ({ kind, base }) => {
  const config = { ...commentConfig, url: `https://example.org${base}` };
  let folders: CommentFolders;
  let service: Service | undefined;
  let server: RunningServer;
  let address: string;

  beforeAll(async () => {
    folders = makeCommentFolders();
    for (const name of ['', 'comments/thanks/', 'comments/busy/']) {
      mkdirSync(join(folders.site, name), { recursive: true });
      writeFileSync(join(folders.site, name, 'index.html'), `page ${name}`);
    }
    writeFileSync(join(folders.site, '404.html'), 'page of missing ones');
    service = await startHere(folders, { config });
    const file = join(folders.root, 'config.mjs');
    writeFileSync(file, `export const config = ${JSON.stringify(config)};\n`);
    const flags = ['--comments', new URL(service.address).host];
    server = await startServer(kind, join(folders.root, kind.name), folders.site, file, flags);
    address = `${server.origin}${base}/comments/`;
  });
  afterAll(async () => {
    await server?.stop();
    await service?.close();
    removeCommentFolders(folders);
  });

  const held = (): string[] =>
    withStore(folders, (store) => listComments(store, { state: 'held' }).map(({ text }) => text!));

  it('are taken, and answered as the service does', async () => {
    const text = `نظر پشت ${kind.name}`;
    const preview = await send(address, { text });
    expect([preview.status, await preview.text()]).toEqual([200, expect.stringContaining(text)]);
    expect(held()).toEqual([]);
    const token = await (await fetch(`${address}token?slug=metro`)).text();
    expect(token).toMatch(/^\w+\.[\w-]{16}\./);
    const thanks = await send(address, { text, token: tokenOf(folders) });
    expect([thanks.status, thanks.headers.get('location')]).toEqual([303, `${config.url}/comments/thanks/`]);
    expect(held()).toEqual([text]);
  });

  it('have the headers of the service, each once, and the desk its own', async () => {
    const preview = await send(address, {});
    for (const [name, value] of securityHeaders(config))
      expect([name, preview.headers.get(name)]).toEqual([name, value]);
    expect(preview.headers.get('cache-control')).toBe('no-store');
    const desk = await fetch(`${address}desk/`);
    expect(await desk.text()).toContain('type="password"');
    expect(desk.headers.get('cache-control')).toBe('no-store');
    expect(desk.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
    expect((await fetch(`${address}desk/desk.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect((await fetch(`${server.origin}${base}/`)).headers.get('cache-control')).toContain('max-age=60');
  });

  it('are limited by the address of the reader, which nobody can forge', async () => {
    const forged = (n: number): Record<string, string> => ({
      'x-real-ip': `10.1.1.${n}`,
      'x-forwarded-for': '10.2.2.2',
    });
    let code = '';
    for (let n = 0; n < 8 && code !== 'rate'; n++) code = await sendJson(address, { token: 'x' }, forged(n));
    expect(code).toBe('rate');
    // Asked directly, as if by another reader.
    expect(await sendJson(service!.address, { token: 'x' })).toBe('token');
  });

  it('of a size that no form has are refused before the service reads them', async () => {
    const before = held().length;
    for (const body of [`slug=metro&text=${'a'.repeat(70_000)}`, `slug=metro&text=${'a'.repeat(30_000)}`]) {
      const { status } = await send(address, body);
      // Caddy before 2.7 answers a body beyond its limit with 502.
      expect(kind.name === 'caddy' ? [413, 429, 502] : [413, 429]).toContain(status);
    }
    expect(await announce(address, 1_000_000_000)).toBe(413);
    expect(await announce(`${address}desk/login`, 70_000)).toBeGreaterThanOrEqual(400);
    expect(held()).toHaveLength(before);
  });

  it('leave the site what is the site’s', async () => {
    for (const [path, text] of [
      ['thanks/', 'page comments/thanks/'],
      ['open.txt', 'metro\nشهر\n'],
    ] as const) {
      expect(await (await fetch(address + path)).text()).toBe(text);
    }
    for (const path of ['', 'health', 'none/', 'deskx', 'tokens', '../data/comments.sqlite']) {
      const { status, headers } = await fetch(address + path);
      expect([path, status]).toEqual([path, 404]);
      expect(headers.get('content-type')).toContain('text/html');
    }
  });

  it('have a page of the site while the service does not answer', async () => {
    await service!.close();
    service = undefined;
    const answer = await send(address, {});
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(await answer.text()).toBe('page comments/busy/');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await fetch(`${server.origin}${base}/`)).status).toBe(200);
  });
});

/** Announce a body, send none of it, and return the status of the answer. */
function announce(address: string, size: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': size,
      expect: '100-continue',
    };
    const asked = request(address, { method: 'POST', headers }, (answer) => {
      asked.destroy();
      resolve(answer.statusCode!);
    });
    asked.on('error', reject);
    asked.flushHeaders();
  });
}
