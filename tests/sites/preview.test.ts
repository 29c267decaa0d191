import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { securityHeaders } from '../../src/core/hosting/headers.ts';
import { createUrls } from '../../src/core/urls.ts';
import { node, plainEnvironment } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { sampleFlags } from '../support/sample.ts';

const files = {
  'articles/1404/پل.md': articleFile({ aliases: '["/old/pol.html", "/قدیم/۱", "/?p=101", "/قدیم/۱?id=5"]' }),
  'pages/about.md': '---\ntitle: درباره ما\n---\n\nمتن.\n',
};

describe.each(['https://khabar.example', 'https://khabar.example/paper'])('npm run preview, of %s', (url) => {
  const { base } = createUrls(url);
  let site: MiniSite;
  let running: ChildProcess;
  let said = '';
  let origin = '';

  beforeAll(async () => {
    site = await createMiniSite(files, { url });
    expect((await site.build()).output).not.toContain('problem');
    const flags = [
      ...sampleFlags('preview'),
      '--out',
      site.out,
      '--config',
      join(site.folder, 'config.mjs'),
      '--port',
      '0',
    ];
    running = spawn(node, [join(repository, 'scripts/preview.ts'), ...flags], {
      cwd: repository,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.stdout!.setEncoding('utf8').on('data', (text: string) => (said += text));
    while (!/http:.*\n/.test(said)) await once(running.stdout!, 'data');
    origin = new URL(/http:\S+/.exec(said)![0]).origin;
  });
  afterAll(() => running.kill());

  const ask = (path: string): Promise<Response> => fetch(origin + base + path, { redirect: 'manual' });

  it('says the address once', () => {
    expect(said.match(/http:\S*/g)).toEqual([`${origin}${base}/`]);
  });

  it.each(['/', '/about/', '/none/', '/none', '/_redirects.txt', '/about', '//'])(
    'sends the headers of hosts with %s',
    async (path) => {
      const { headers } = await ask(path);
      for (const [name, value] of securityHeaders({ ...config, url: 'http://localhost' }))
        expect([name, headers.get(name)]).toEqual([name, value]);
    },
  );

  it('shows pages, and the page for missing addresses', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/about/', 200],
      ['/none/', 404],
    ] as const)
      expect([path, (await ask(path)).status]).toEqual([path, status]);
    expect((await ask('/%E0%A4%A')).status).toBe(400);
    expect(await (await ask('/none')).text()).toContain('lang="fa"');
  });

  it('leads to the address with a final slash, and from old addresses to new ones', async () => {
    const page = `${base}/news/${encodeURIComponent('پل')}/`;
    for (const [path, to] of [
      ['/about', `${base}/about/`],
      ['/about?a=1', `${base}/about/?a=1`],
      [page.slice(base.length, -1), page],
      ['/old/pol.html', page],
      [encodeURI('/قدیم/۱'), page],
      [`${encodeURI('/قدیم/۱/')}?a=b?c`, `${page}?a=b?c`],
      ['/?utm_source=x&P=101', page],
      [`${encodeURI('/قدیم/۱/')}?id=5`, page],
    ] as const) {
      const { status, headers } = await ask(path);
      expect([path, status, headers.get('location')]).toEqual([path, 301, to]);
    }
  });

  it('leads from the old addresses of a later build', async () => {
    const page = `${base}/news/${encodeURIComponent('پل')}/`;
    for (const path of ['/older', '/?p=202']) expect((await ask(path)).headers.get('location')).toBeNull();
    await site.write({ 'articles/1404/پل.md': articleFile({ aliases: '["/older", "/old/pol.html", "/?p=202"]' }) });
    expect((await site.build()).code).toBe(0);
    for (const path of ['/older', '/old/pol.html', '/?p=202'])
      expect([path, (await ask(path)).headers.get('location')]).toEqual([path, page]);
    expect((await ask('/?p=101')).headers.get('location')).toBeNull();
  });
});
