import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { differences, readDist, snapshotOf } from '../../support/dist.ts';
import { runScript } from '../../support/command.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

const pages = { 'pages/about.md': '---\ntitle: درباره ما\n---\n\nمتن.\n' };
const url = 'https://example.org/paper';

describe('old addresses with a query', () => {
  it('change only the pages at their paths', async () => {
    const path = { aliases: '[/fa/news/]' };
    const site = await createMiniSite({ ...pages, 'articles/pol.md': articleFile(path) }, { url });
    await build(site);
    const before = snapshotOf(site.out);
    expect([...before.keys()].filter((file) => file.startsWith('old-addresses/'))).toEqual([]);
    for (const { html } of site
      .dist()
      .files.filter((file) => file.endsWith('.html'))
      .map((file) => site.page(file)))
      expect(html).not.toContain('old-addresses');

    await site.write({ 'articles/pol.md': articleFile({ aliases: '[/fa/news/, "/?p=101", "/index.php?newsid=5"]' }) });
    await build(site);
    const changed = differences(before, snapshotOf(site.out));
    expect(changed.toSorted()).toEqual([
      '404.html',
      '_redirects',
      'index.html',
      'old-addresses/0.json',
      'old-addresses/names.json',
    ]);
    expect(JSON.parse(readDist(site.dist(), 'old-addresses/0.json').toString())).toEqual({
      '/?p=101': '/news/pol/',
      '/index.php?newsid=5': '/news/pol/',
    });
    for (const file of ['index.html', '404.html']) {
      const { html } = site.page(file);
      expect(html).toContain('data-old-addresses="/paper/old-addresses"');
      const [, script] = /<script type="module" src="\/paper\/(_astro\/OldAddresses[^"]*)"/.exec(html)!;
      const code = readDist(site.dist(), script!);
      expect(code.toString()).not.toMatch(/\bimport\b/);
      expect(gzipSync(code).length).toBeLessThan(1024);
    }

    await site.write({ 'articles/pol.md': articleFile(path) });
    await build(site);
    expect(differences(before, snapshotOf(site.out))).toEqual([]);
  });

  it('take precedence over the redirect of their path, which waits for the script', async () => {
    const site = await createMiniSite({
      'articles/pol.md': articleFile({ aliases: '[/fa/news/]' }),
      'articles/metro.md': articleFile({ title: 'مترو', aliases: '["/fa/news/?id=5"]' }),
    });
    await build(site);
    const { html } = site.page('fa/news/index.html');
    expect(html).toContain('data-otherwise="/news/pol/"');
    expect(html).toMatch(/<noscript>\s*<meta http-equiv="refresh" content="0; url=\/news\/pol\/">/);
    expect(site.page('index.html').html).not.toContain('old-addresses');
    expect(readDist(site.dist(), '_redirects').toString()).toBe(
      '/fa/news/ id=5 /news/metro/ 301\n/fa/news/ /news/pol/ 301\n',
    );
  });
});

describe('redirects.txt', () => {
  const list = [
    '# Feeds',
    '/feed/ /rss.xml',
    '/tag/%D8%B4%D9%87%D8%B1/feed /tags/شهر/rss.xml',
    '/atom.xml /rss.xml',
    '/feed.html /rss.xml',
    '/json/ /feed.json',
    '/tag/shahr /tags/شهر',
    '/?page_id=2 /about/',
    '/old-pol/ /fa/news/12',
    '/secret/ /news/draft/',
  ].join('\n');

  it('redirects from old addresses of lists, feeds and pages; incremental equals clean', async () => {
    const site = await createMiniSite(
      {
        'pages/about.md': '---\ntitle: درباره ما\naliases: [/about-us/, "/?page_id=3"]\n---\n\nمتن.\n',
        'articles/pol.md': articleFile({ aliases: '[/fa/news/12]' }),
        'articles/draft.md': articleFile({ title: 'پیش‌نویس', draft: 'true' }),
        'redirects.txt': list,
      },
      { url },
    );
    const { output } = await build(site);
    expect(output).toContain('redirects.txt:10:10  there is nothing at «/news/draft/» until');
    const read = (file: string): string => readDist(site.dist(), file).toString();
    const tag = '/paper/tags/%D8%B4%D9%87%D8%B1';
    expect(read('_redirects').split('\n')).toEqual([
      '/paper/ page_id=2 /paper/about/ 301',
      '/paper/ page_id=3 /paper/about/ 301',
      '/paper/feed/ /paper/rss.xml 301',
      `/paper/tag/%D8%B4%D9%87%D8%B1/feed ${tag}/rss.xml 301`,
      '/paper/atom.xml /paper/rss.xml 301',
      '/paper/feed.html /paper/rss.xml 301',
      '/paper/json/ /paper/feed.json 301',
      `/paper/tag/shahr ${tag}/ 301`,
      '/paper/old-pol/ /paper/news/pol/ 301',
      '/paper/fa/news/12 /paper/news/pol/ 301',
      '/paper/about-us/ /paper/about/ 301',
      '',
    ]);
    for (const file of ['feed/index.html', 'atom.xml']) expect(read(file)).toBe(read('rss.xml'));
    expect(read('tag/شهر/feed/index.html')).toBe(read('tags/شهر/rss.xml'));
    for (const file of ['feed.html', 'json/index.html', 'tag/shahr/index.html', 'about-us/index.html'])
      expect(read(file)).toContain('http-equiv="refresh"');
    expect(site.dist().files).not.toContain('secret/index.html');

    for (const change of [
      { 'redirects.txt': `${list}\n/podcast/ /about/` },
      { 'articles/new.md': articleFile({ title: 'خبری دیگر', date: '1404/07/25', aliases: '["/?p=7"]' }) },
      { 'redirects.txt': '/feed/ /tags/شهر/rss.xml\n' },
    ]) {
      await site.write(change);
      await build(site);
      const clean = join(site.folder, 'clean');
      const { code, output: said } = await site.build({ out: clean, args: ['--clean'] });
      expect(code, said).toBe(0);
      expect(differences(snapshotOf(site.out), snapshotOf(clean)).filter((file) => file !== '.changes.json')).toEqual(
        [],
      );
    }
    expect(read('feed/index.html')).toBe(read('tags/شهر/rss.xml'));
    rmSync(join(site.content, 'redirects.txt'));
    await build(site);
    expect(site.dist().files).not.toContain('feed/index.html');
  });

  it('is checked with all other content, and its problems stop the build', async () => {
    const site = await createMiniSite({
      ...pages,
      'articles/pol.md': articleFile({ aliases: '["/?p=1", /fa/]' }),
      'redirects.txt':
        '/fa/ /about/\n/rss.xml /about/\n/?P=1 /about/\n/about/?id=5 /latest/\n/a/ /b/\n/b/ /a/\n/c/ /abuot/\nx',
    });
    for (const { code, output } of [await site.build(), await site.check()]) {
      expect(code).toBe(1);
      const places = [...output.matchAll(/redirects\.txt:(\d+:\d+ {2}.*)/g)].map(([, text]) => text);
      expect(places).toEqual([
        expect.stringMatching(/^1:1 {2}the address «\/fa\/» is taken by .*articles\/pol\.md/),
        expect.stringMatching(/^2:1 {2}the address «\/rss\.xml» belongs to the site itself/),
        expect.stringMatching(/^3:1 {2}the address «\/\?P=1» is taken by .*articles\/pol\.md/),
        expect.stringMatching(/^4:1 {2}the address «\/about\/\?id=5» is taken by .*pages\/about\.md/),
        expect.stringMatching(/^5:5 {2}the old addresses lead in a circle/),
        expect.stringMatching(/^6:5 {2}the old addresses lead in a circle/),
        expect.stringMatching(/^8:1 {2}expected an old address and the new one/),
      ]);
    }
    await site.write({ 'redirects.txt': '/c/ /abuot/\n' });
    const { output } = await build(site);
    expect(output).toMatch(/redirects\.txt:1:5 {2}there is no page or file at «\/abuot\/».*\n.*\/about\//);
    await site.write({ 'redirects.txt': new Uint8Array([0x2f, 0xff, 0x0a]) });
    expect((await site.build()).output).toContain('redirects.txt:1:2');
  });
});

it('server configurations contain all of them', async () => {
  const site = await createMiniSite(
    { 'articles/پل.md': articleFile({ aliases: '["/?p=101", "/Default.aspx?NewsID=5"]' }) },
    { url },
  );
  await build(site);
  const maps = join(site.folder, 'maps.conf');
  const flags = ['--config', join(site.folder, 'config.mjs'), '--root', site.out];
  const nginx = await runScript('headers', [
    'nginx',
    ...flags,
    '--to',
    join(site.folder, 'nginx.conf'),
    '--maps',
    maps,
  ]);
  expect(nginx.code, nginx.output).toBe(0);
  const caddy = await runScript('headers', ['caddy', ...flags]);
  expect(caddy.stdout).toContain('map @asked0 "{path}?NewsID={query.NewsID}" {rooznegar_old0} {');
  const plain = await runScript('headers', ['nginx', ...flags]);
  expect(plain.stdout).not.toContain('rooznegar_old');
  expect((await runScript('headers', ['caddy', ...flags, '--maps', maps])).code).not.toBe(0);
});

async function build(site: MiniSite): Promise<{ output: string }> {
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  return { output };
}
