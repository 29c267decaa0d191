import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { runScript } from '../support/command.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { drawPng } from '../support/picture.ts';
import { barriersOn } from './axe.ts';
import { type OpenPage, screens, useSiteBrowser } from './browser.ts';

const news = (title: string, more: Record<string, string> = {}): string =>
  articleFile({ title: `"${title}"`, date: '"1405/09/08 10:00"', image: '{src: pol.png, alt: پل}', ...more });
let letter = '';
const { open } = useSiteBrowser(async () => {
  const site = await createMiniSite({
    'articles/pol.png': drawPng(1200, 800, [180, 80, 60]),
    'articles/a.md': news('Apple، Google و Meta در C++ ماندند', { kicker: 'روتیتر', picked: 'true' }),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`articles/n${index}.md`, news(`خبر ${index}`)])),
    'articles/wide.md': news('بیمارستان‌هایی‌که‌نامشان‌بسیاربلندوبی‌فاصله‌است‌وبه‌خط‌بعد‌نمی‌روند', { order: '9' }),
  });
  const now = '2026-11-29T18:00:00+03:30';
  const folder = join(site.folder, 'letter');
  const flags = ['--content', site.content, '--config', join(site.folder, 'config.mjs'), '--now', now, '--to', folder];
  const { code, output } = await runScript('edition', [...flags, '--unsubscribe', 'https://lists.example/leave']);
  if (code !== 0) throw new Error(output);
  letter = readFileSync(join(folder, 'edition.html'), 'utf8');
  await site.build({ now });
  return site.out;
});

/** Open a page without the site’s policy, which forbids inline styles. */
async function openBlank(): Promise<OpenPage> {
  const opened = await open('/', { viewport: screens.phone });
  await opened.page.goto('about:blank');
  return opened;
}

/** The page of a webmail around what it keeps of a letter: its body’s content, without a direction of its own. */
function inWebmail(change: (body: string) => string): string {
  const [, body = ''] = /<body[^>]*>([^]*)<\/body>/.exec(letter)!;
  return `<!doctype html><html lang="en"><title>Mail</title><main><h1>Mail</h1>${change(body)}</main></html>`;
}

/** How the letter is laid out: the edges of its texts, and what is wider than the window. */
function layoutOf(page: Page): Promise<{ directions: string[]; sides: string[]; isWide: boolean }> {
  return page.evaluate(() => {
    const titles = [...document.querySelectorAll('td h1, td h2, td h3')];
    const unique = (values: string[]): string[] => [...new Set(values)];
    return {
      directions: unique(titles.map((title) => getComputedStyle(title).direction)),
      sides: unique(titles.map((title) => getComputedStyle(title).textAlign.replace('start', 'right'))),
      isWide: document.documentElement.scrollWidth > innerWidth,
    };
  });
}

it.each<[string, () => string]>([
  ['whole', () => letter],
  ['in a webmail that drops the head', () => inWebmail((body) => body)],
  ['in one that drops dir as well', () => inWebmail((body) => body.replaceAll(' dir="rtl"', ''))],
  ['in one that drops the property instead', () => inWebmail((body) => body.replaceAll('direction:rtl;', ''))],
  ['in one that drops classes as well', () => inWebmail((body) => body.replace(/ class="[^"]*"/g, ''))],
])('a letter reads from the right and fits phones and windows: %s', async (_, source) => {
  const { page, close } = await openBlank();
  await page.setContent(source());
  for (const width of [320, 390, 640]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await layoutOf(page), `${width} px`).toEqual({ directions: ['rtl'], sides: ['right'], isWide: false });
  }
  await close();
});

it('keeps the order of Latin words in a headline, without elements', async () => {
  const { page, close } = await openBlank();
  await page.setContent(inWebmail((body) => body));
  // Where each word begins, from the right: the order in which they are read.
  const order = await page.evaluate(() => {
    const text = [...document.querySelectorAll('td h1 a, td h2 a')].find((each) =>
      each.textContent!.includes('Apple'),
    )!.firstChild!;
    const at = (word: string): number => {
      const range = document.createRange();
      const start = text.textContent!.indexOf(word);
      range.setStart(text, start);
      range.setEnd(text, start + word.length);
      return range.getBoundingClientRect().right;
    };
    return ['Apple', 'Google', 'Meta'].toSorted((a, b) => at(b) - at(a));
  });
  expect(order).toEqual(['Apple', 'Google', 'Meta']);
  await close();
});

it('is dark where the reader wants it, light in a webmail, and readable in both', async () => {
  const { page, close } = await openBlank();
  for (const [source, scheme, isDark] of [
    [letter, 'light', false],
    [letter, 'dark', true],
    [inWebmail((body) => body), 'dark', false],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setContent(source);
    const shade = await page.evaluate(() => getComputedStyle(document.querySelector('.paper')!).backgroundColor);
    expect(Number(/\d+/.exec(shade)![0]) < 128, `${scheme} ${shade}`).toBe(isDark);
    const rules = { rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } };
    expect(await barriersOn(page, rules), scheme).toEqual([]);
  }
  await close();
});

it('shows the pictures of the site, whose addresses exist', async () => {
  const { page, close } = await open('/');
  const addresses = [...letter.matchAll(/<img [^>]*src="([^"]*)"/g)].map(([, src = '']) => new URL(src).pathname);
  expect(addresses).toHaveLength(6);
  const found = await page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).headers.get('content-type'))),
    addresses,
  );
  expect(new Set(found)).toEqual(new Set(['image/png']));
  await close();
});

it('leads to its page, which has the same articles in the same order', async () => {
  const { page, troubles, close } = await open('/editions/1405/09/08/');
  const headlines = (selector: string): Promise<(string | null)[]> =>
    page.evaluate((all) => [...document.querySelectorAll(all)].map((each) => each.getAttribute('href')), selector);
  const shown = await headlines('main .headline a');
  const sent = [...letter.matchAll(/<h\d[^>]*><a href="([^"]*)"/g)].map(([, href = '']) => new URL(href).pathname);
  expect([shown, troubles]).toEqual([sent, []]);
  expect(letter).toContain('/editions/1405/09/08/"');
  await close();
});
