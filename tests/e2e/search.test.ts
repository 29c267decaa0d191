import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { screens, useSiteBrowser } from './browser.ts';

const { open } = useSiteBrowser();
const oak = '/news/dna-baloot/';
const queryPage = (query: string): string => `/search/?q=${encodeURIComponent(query)}`;

/** Wait for hits and list where they lead. */
async function hitsOf(page: Page): Promise<string[]> {
  const links = page.locator('[data-part=results] li');
  await links.first().waitFor();
  return links.evaluateAll((items) => items.map((item) => decodeURIComponent(item.querySelector('a')!.pathname)));
}

describe('the search', () => {
  it.each([
    ['the words of a headline', 'بلوط‌های کهن خشکسالی'],
    ['words without their half-space', 'بلوطهای کهن'],
    ['words with a space in its place', 'بلوط های کهن'],
    ['Arabic letters', 'ژنتيك بلوط خشكسالي'],
    ['Persian digits', 'بلوط ۴۱۲ درخت'],
    ['Latin digits', 'بلوط 412 درخت'],
    ['Arabic digits', 'بلوط ٤١٢ درخت'],
    ['Latin letters of another case', 'dna بلوط'],
    ['punctuation around words', '«بلوط»، کهن؟'],
  ])('answers a question in the address, with %s', async (_, query) => {
    const { page, troubles, close } = await open(queryPage(query));
    expect(await hitsOf(page)).toContain(oak);
    expect(
      await page
        .locator('[data-part=results] li')
        .first()
        .evaluate((item) => decodeURIComponent(item.querySelector('a')!.pathname)),
    ).toBe(oak);
    expect(await page.locator('main input[type=search]').inputValue()).toBe(query);
    expect(troubles).toEqual([]);
    await close();
  });

  it('shows headline and excerpt in their own orthography, with what was found marked', async () => {
    const { page, close } = await open(queryPage('خشكسالي'));
    await hitsOf(page);
    const hit = page.locator('[data-part=results] li', { has: page.locator(`a[href="${oak}"]`) });
    expect(await hit.innerText()).toContain('آنچه DNA بلوط‌های کهن درباره خشکسالی می‌گوید');
    expect(await hit.innerText()).not.toMatch(/[يك٠-٩]/);
    expect(await page.locator('[data-part=results] mark').first().innerText()).toContain('خشکسالی');
    await close();
  });

  it('is led by the keyboard', async () => {
    const { page, troubles, close } = await open('/search/');
    const field = page.locator('main input[type=search]');
    await page.locator('main h1').click();
    await page.keyboard.press('/');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('مترو');
    await page.keyboard.press('Enter');
    const hits = await hitsOf(page);
    expect(hits.length).toBeGreaterThan(1);
    const focused = (): Promise<string> =>
      page.evaluate(() => decodeURIComponent((document.activeElement as HTMLAnchorElement).pathname ?? ''));
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(hits[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(hits[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await field.inputValue()).toBe('');
    await page.locator('[data-part=results] li').first().waitFor({ state: 'detached' });
    await page.keyboard.type('مترو');
    await page.keyboard.press('Enter');
    await hitsOf(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => decodeURIComponent(url.pathname) === hits[0]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('finds while the reader types, keeps the question in the address, and tells how many', async () => {
    const { page, close } = await open('/search/', { viewport: screens.phone });
    await page.locator('main input[type=search]').fill('بلوط');
    expect(await hitsOf(page)).toContain(oak);
    await page.waitForURL((url) => url.searchParams.get('q') === 'بلوط');
    expect(await page.locator('[role=status]').innerText()).toMatch(/[۰-۹]+ خبر/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screens.phone.width);
    await close();
  });

  it('says so when nothing is found', async () => {
    const { page, troubles, close } = await open(queryPage('ژغپخچ'));
    await page.locator('[role=status]', { hasText: 'پیدا نشد' }).waitFor();
    expect(await page.locator('[data-part=results] li').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it.each([
    '<img src=x onerror="window.hacked=1">',
    '"><script>window.hacked=1</script>',
    '<b>مترو</b>',
    '%00\u0000&lt;i&gt;',
    '</mark><svg onload=window.hacked=1>مترو',
  ])('takes a question as text: %s', async (query) => {
    const { page, troubles, close } = await open(queryPage(query));
    await page.locator('[role=status]', { hasText: /خبر/ }).waitFor();
    expect(await page.locator('main :is(img, script:not([src]), b, i, svg[onload])').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is reached from the masthead of every page, without scripts too', async () => {
    const { page, close } = await open(oak, { javaScriptEnabled: false });
    await page.locator('header input[type=search]').fill('مترو');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === 'مترو');
    expect(await page.locator('main a[href="/tags/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('main a[href="/archive/"]').count()).toBeGreaterThan(0);
    await close();
  });
});
