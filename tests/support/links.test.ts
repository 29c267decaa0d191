import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDist } from './dist.ts';
import { checkLinks } from './links.ts';

async function brokenIn(files: Readonly<Record<string, string>>, siteUrl = 'https://example.org'): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-links-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return checkLinks(openDist(folder), siteUrl).map((finding) => finding.split(' at ')[0]!);
}

it('accepts valid links to pages, fragments and files', async () => {
  const tehran = encodeURIComponent('تهران');
  const html = `<a href="/tags/${tehran}/#%D8%A7">1</a><a href="../..">2</a><img src="a.svg" srcset="a.svg 1x, /tags/${tehran}/a.svg 2x" alt="">
    <a href="https://example.org/">3</a><a href="https://other.example/x y">4</a><a href="mailto:a@b.c">5</a><p id="ا"></p>`;
  const found = await brokenIn({
    'index.html': '',
    [`tags/تهران/index.html`]: html.replace('x y', 'x%20y').replace('"../.."', '"../../"'),
    'tags/تهران/a.svg': '',
  });
  expect(found).toEqual([]);
});

it.each([
  ['<a href="/missing/">', 'leads nowhere: /missing/'],
  ['<a href="/page">', 'leads nowhere: /page'],
  ['<a href="#missing">', 'names no element of the page: #missing'],
  ['<a href="/تهران/">', 'is not percent-encoded: /تهران/'],
  ['<a href="/%25D8%25AA/">', 'is not percent-encoded: /%25D8%25AA/'],
  ['<a href="https://other.example/خبر">', 'is not percent-encoded: https://other.example/خبر'],
  ['<img srcset="/a.png 1x, /b.png 2x">', 'leads nowhere: /a.png'],
  ['<video poster="/p.jpg"></video>', 'leads nowhere: /p.jpg'],
  ['<div style="background: url(/c.png)"></div>', 'leads nowhere: /c.png'],
  ['<div data-fragment-url="/f/"></div>', 'leads nowhere: /f/'],
  ['<meta property="og:image" content="https://example.org/og.png">', 'leads nowhere: https://example.org/og.png'],
  [
    '<script type="application/ld+json">{"url":"https://example.org/x/"}</script>',
    'leads nowhere: https://example.org/x/',
  ],
])('finds broken links in %s', async (html, message) => {
  expect(await brokenIn({ 'index.html': html, 'page/index.html': '' })).toContain(message);
});

it('finds broken links in stylesheets and XML', async () => {
  expect(
    await brokenIn({ 'a.css': 'a{background:url(/x.png)}', 'rss.xml': '<link>https://example.org/y/</link>' }),
  ).toEqual(['leads nowhere: /x.png', 'leads nowhere: https://example.org/y/']);
});

it('supports sites below a path', async () => {
  const files = { 'index.html': '<a href="/news/tags/">1</a><a href="/tags/">2</a>', 'tags/index.html': '' };
  expect(await brokenIn(files, 'https://example.org/news')).toEqual(['leads out of the site: /tags/']);
});
