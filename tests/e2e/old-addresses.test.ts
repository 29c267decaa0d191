import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '../../src/core/hosting/headers.ts';
import { config } from '../fixtures/sample/config.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { useSiteBrowser } from './browser.ts';

const headline = 'پل تازه رودخانه باز شد';
let out = '';
const { open, origin } = useSiteBrowser(async () => {
  const site = await createMiniSite({
    'articles/پل.md': articleFile({
      aliases: '["/?p=101", "/index.php?newsid=5", /fa/news/, "/fa/shahr?title=شهر ما"]',
    }),
    'articles/metro.md': articleFile({ title: 'مترو', aliases: '["/fa/news/?id=7", "/fa/list/12?lang=fa&id=7"]' }),
    'redirects.txt': '/?cat=3 /tags/شهر/\n',
  });
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  out = site.out;
  return site.out;
});

/** Open a page and wait for its redirects. Returns the final address, and the tables requested on the way. */
async function follow(
  path: string,
  options = {},
): Promise<{ at: string; title: string; asked: string[]; loads: number }> {
  const { page, close } = await open('/latest/', options);
  const asked: string[] = [];
  let loads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads++;
    if (request.url().includes('/old-addresses/')) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(origin() + path).catch(() => {});
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
  const at = page
    .url()
    .slice(origin().length)
    .replace(/(?:%[89A-F].)+/gi, decodeURIComponent);
  const title = (await page.locator('h1').allInnerTexts()).join();
  await close();
  return { at, title, asked, loads };
}

describe('old addresses with a query, on a host that ignores queries', () => {
  it.each([
    ['/?p=101', '/news/پل/'],
    ['/?utm_source=x&P=101&fbclid=y#text', '/news/پل/#text'],
    ['/index.php?newsid=5', '/news/پل/'],
    ['/fa/shahr?title=%D8%B4%D9%87%D8%B1+%D9%85%D8%A7', '/news/پل/'],
    ['/fa/list/12/?id=7&lang=fa', '/news/metro/'],
    ['/fa/news/?id=7', '/news/metro/'],
    // The page at an old path redirects to its own target, unless the query has another.
    ['/fa/news/', '/news/پل/'],
    ['/fa/news/?id=8', '/news/پل/'],
    ['/?cat=3', '/tags/شهر/'],
  ])('lead from %s to %s', async (path, to) => {
    const { at, title } = await follow(path);
    expect(at).toBe(to);
    if (at.startsWith('/news/پل/')) expect(title).toBe(headline);
  });

  it.each([
    ['/?p=999', 1],
    ['/?p=javascript:alert(1)', 1],
    ['/?p=//evil.example/', 1],
    ['/?p=%zz', 0],
    ['/?q=1', 0],
    ['/', 0],
    ['/index.php?newsid=6', 1],
    ['/index.php?__proto__=1', 0],
    ['/none/', 0],
  ])('stay at %s, and request %i tables', async (path, tables) => {
    const { at, asked, loads } = await follow(path);
    expect([at, asked.length, loads]).toEqual([path, tables, 1]);
  });

  it('redirect by path without scripts', async () => {
    const { at } = await follow('/fa/news/?id=8', { javaScriptEnabled: false });
    expect(at).toBe('/news/پل/');
    expect((await follow('/?p=101', { javaScriptEnabled: false })).at).toBe('/?p=101');
  });

  it('need no exception in the policy', async () => {
    const policy = new Map(securityHeaders(config)).get('Content-Security-Policy')!;
    for (const file of ['index.html', '404.html', 'fa/news/index.html']) {
      const html = readFileSync(join(out, file), 'utf8');
      expect(html).toContain("script-src 'self';");
      expect(html).not.toMatch(/<script(?![^>]*(?:src=|ld\+json))/);
    }
    expect(policy).toContain("script-src 'self';");
    const { page, troubles, close } = await open('/?p=999');
    await page.waitForLoadState('networkidle');
    expect(troubles).toEqual([]);
    await close();
  });
});
