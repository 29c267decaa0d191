import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { defaultCache } from '../../src/core/hosting/cache-rules.ts';
import { securityHeaders } from '../../src/core/hosting/headers.ts';
import { hostingOf } from '../../src/core/config/hosting.ts';
import { redirectsFile, writeRedirectsFile } from '../../src/core/hosting/redirects-file.ts';
import { readAlias } from '../../src/core/front-matter/alias-paths.ts';
import { writeOldTables } from '../../src/core/hosting/old-tables.ts';
import { createUrls } from '../../src/core/urls.ts';
import { isInstalled, type RunningServer, startServer, webServers } from './web-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-redirects-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** All that a writer may put into an old address, as far as it has a meaning in some configuration. */
const aliases = [
  '/old/pol.html',
  '/fa/news/1234',
  '/fa/News/1234',
  '/قدیم/شهر‌ها/پل.html',
  '/two words/"quoted"; it\'s',
  '/"; } location / { return 200 "x"; } #',
  '/" } redir https:/evil.example #',
  '/$args/${host}',
  '/{$HOME}/{env.HOME}',
  '/*/:name/~^x$',
  '/100%/%41?#',
  '/<x>|`y`^[z](1)+&=,@!',
  '/\u2028\u0085\uFEFFx',
];

/** Old addresses with a query, and whether Caddy can match them. */
const queried: readonly (readonly [string, boolean])[] = [
  ['/?p=101', true],
  ['/?p=101&lang=fa', true],
  ['/index.php?newsid=5', true],
  ['/Default.aspx?NewsID=5', true],
  ['/fa/قدیم/12?title=شهر ما: «پل»', true],
  ['/fa/x?q="; } location / { return 200 "x"; } %23', false],
  ['/fa/x?q=$args${host}', false],
  ['/fa/x?q={$HOME}{env.HOME}', false],
  ['/fa/x?q=it\'s a "quoted" word', true],
];

const target = `news/${encodeURIComponent('پل-تازه')}/`;

describe.each(webServers.filter(isInstalled))('redirects of $name', (kind) => {
  let server: RunningServer | undefined;
  afterEach(() => server?.stop());

  it.each(['https://example.org', 'https://example.org/paper'])(
    'lead from old addresses to new ones: %s',
    async (url) => {
      const urls = createUrls(url);
      const to = `${urls.base}/${target}`;
      const root = mkdtempSync(join(folder, 'site-'));
      const own = { ...config, url };
      const file = join(root, '../config.mjs');
      writeFileSync(file, `export const config = ${JSON.stringify(own)};\n`);
      const redirects = aliases.map((from) => ({ from, to }));
      const rules = writeRedirectsFile({ urls, aliases: redirects }, '/own/* /x/:splat 302\n/own /about/ 301\n');
      writeFileSync(join(root, redirectsFile), rules);
      const queries = queried.map(([address], index) => {
        const { path, query } = readAlias(address)!;
        return { from: path, query: query!, to: `${to}${index}/` };
      });
      mkdirSync(join(root, 'old-addresses'));
      for (const { file: name, text } of writeOldTables(queries, urls)) writeFileSync(join(root, name), text);
      for (const [name, text] of [
        ['index.html', 'front'],
        ['404.html', 'missing'],
        ['old/index.html', 'page'],
      ] as const) {
        mkdirSync(join(root, name, '..'), { recursive: true });
        writeFileSync(join(root, name), text);
      }
      server = await startServer(kind, join(root, '..', `${kind.name}-server`), root, file);
      const ask = async (path: string) => {
        const response = await fetch(`${server!.origin}${urls.base}${path}`, { redirect: 'manual' });
        return { status: response.status, headers: response.headers, text: await response.text() };
      };
      for (const alias of aliases) {
        const encoded = alias.split('/').map(encodeURIComponent).join('/');
        const lower = encoded.replace(/%../g, (code) => code.toLowerCase());
        for (const [path, query] of [
          [encoded, ''],
          [lower, ''],
          [encoded, '?utm_source=x&b={env.HOME}'],
        ] as const) {
          const { status, headers } = await ask(path + query);
          if (kind.name === 'caddy' && /[{}]/.test(alias)) {
            expect([path, status]).toEqual([path, 404]);
            continue;
          }
          expect([path, status, headers.get('location')]).toEqual([path, 301, to + query]);
          expect(headers.get('cache-control')).toBe(defaultCache(hostingOf(own)));
          for (const [name, value] of securityHeaders(own)) expect(headers.get(name), name).toBe(value);
        }
      }
      for (const [index, [address, inCaddy]] of queried.entries()) {
        const { from, query, to: place } = queries[index]!;
        const path = from.split('/').map(encodeURIComponent).join('/');
        for (const asked of [`${path}?${query}`, `${path}?utm_source=x&${query}&fbclid=y`]) {
          const { status, headers } = await ask(asked);
          if (kind.name === 'caddy' && !inCaddy) expect([address, status]).toEqual([address, 404]);
          else expect([asked, status, headers.get('location')]).toEqual([asked, 301, place]);
        }
      }
      for (const [path, status] of [
        ['/?p=102', 200],
        ['/?p=javascript:alert(1)', 200],
        ['/?p=%zz', 200],
        ['/index.php?newsid=6', 404],
        ['/index.php', 404],
      ] as const)
        expect([path, (await ask(path)).status]).toEqual([path, status]);
      expect((await ask('/fa/news/1234/')).headers.get('location')).toBe(to);
      for (const path of ['/fa/NEWS/1234', '/own/x', '/x/old/pol.html', '/old/pol.html/more', `/${redirectsFile}`])
        expect([path, (await ask(path)).status]).toEqual([path, 404]);
      expect([(await ask('/')).text, (await ask('/old/')).text]).toEqual(['front', 'page']);
    },
  );
});
