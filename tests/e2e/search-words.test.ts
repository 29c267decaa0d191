import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { screens, useSiteBrowser } from './browser.ts';

const { open, origin } = useSiteBrowser();
const oak = '/news/dna-baloot/';
const queryPage = (query: string, rest = ''): string => `/search/?q=${encodeURIComponent(query)}${rest}`;
const field = 'main input[type=search]';

async function waitForAnswer(page: Page): Promise<string> {
  await page.waitForFunction(
    () =>
      document.querySelector('[data-part=results]')?.ariaBusy === 'false' &&
      document.querySelector('[data-status]')!.textContent !== '',
  );
  return page.locator('[data-status]').innerText();
}

const countOf = (status: string): number =>
  Number(status.replace(/[^۰-۹]/g, '').replace(/[۰-۹]/g, (digit) => String(digit.codePointAt(0)! & 0xf)));

describe('what readers type', () => {
  it.each([
    ['a slip', 'بلوتط', 'بلوط'],
    ['Latin letters', 'tehran', 'تهران'],
    ['the Latin keyboard beside a number', 'jivhk ۱۴۰۵', 'تهران ۱۴۰۵'],
    ['the older Persian layout', '\\hddcd', 'پاییزی'],
    ['Latin words on Persian keys', 'فثاقشد', 'تهران'],
  ])('is answered in spite of %s, with a way back', async (_, typed, meant) => {
    const { page, troubles, close } = await open(queryPage(typed), { viewport: screens.phone });
    await page.locator('[data-advice]', { hasText: `نتیجه‌ها برای «${meant}»` }).waitFor();
    expect(await page.locator('[data-part=results] li').count()).toBeGreaterThan(0);
    expect(await page.locator(field).inputValue()).toBe(typed);
    await page.locator('[data-advice] a').click();
    await page.waitForURL((url) => url.searchParams.has('exact'));
    await waitForAnswer(page);
    expect(await page.locator('[data-advice]').isHidden()).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  it.each(['F16', 'x9', 'کوید19'])('is no misspelling if it has digits: %s', async (typed) => {
    const { page, close } = await open(queryPage(typed), { viewport: screens.phone });
    await waitForAnswer(page);
    await page.waitForTimeout(1000);
    expect(await page.locator('[data-advice]').innerText()).not.toMatch(/ب16|و000/);
    await close();
  });

  it('excludes words after a minus, and says so', async () => {
    const { page, close } = await open(queryPage('تهران'), { viewport: screens.phone });
    const all = countOf(await waitForAnswer(page));
    for (const minus of ['-', '−', '–', 'ـ']) {
      await page.goto(origin() + queryPage(`تهران ${minus}مترو`));
      const status = await waitForAnswer(page);
      expect(status).toContain('بدون «مترو»');
      expect(countOf(status)).toBeLessThan(all);
      expect(await page.locator('[data-part=results] mark', { hasText: 'مترو' }).count()).toBe(0);
    }
    await close();
  });

  it.each(['"بلوط‌های کهن"', '«بلوط های کهن»', '“بلوطهای کهن”'])('requires quoted words in order: %s', async (typed) => {
    const { page, close } = await open(queryPage(typed), { viewport: screens.phone });
    expect(await waitForAnswer(page)).toContain('با همین عبارت');
    expect(await page.locator(`[data-part=results] a[href="${oak}"]`).count()).toBeGreaterThan(0);
    await page.goto(origin() + queryPage('"کهن بلوط‌های"'));
    expect(await waitForAnswer(page)).not.toContain('عبارت');
    await expect
      .poll(() => page.locator('[data-advice]').innerText())
      .toContain('«کهن بلوط‌های» به همین ترتیب پیدا نشد؛');
    expect(await page.locator(`[data-part=results] a[href="${oak}"]`).count()).toBeGreaterThan(0);
    await close();
  });

  it('answers a pasted headline by its words if no article contains its quotation', async () => {
    const { page, troubles, close } = await open(queryPage('"بلوط: «پاییزی تهران کهن» می‌شود"'), {
      viewport: screens.phone,
    });
    expect(countOf(await waitForAnswer(page))).toBeGreaterThan(0);
    await expect
      .poll(() => page.locator('[data-advice]').innerText())
      .toContain('«پاییزی تهران کهن» به همین ترتیب پیدا نشد؛');
    expect(await page.locator('[data-part=results] li').count()).toBeGreaterThan(0);
    await page.goto(origin() + queryPage('"ناموجودترین"', '&exact=1'));
    expect(await waitForAnswer(page)).toContain('پیدا نشد');
    expect(await page.locator('[data-advice]').isHidden()).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  it('offers the day of a date in the archive', async () => {
    const { page, close } = await open(queryPage('۳۰ آبان ۱۴۰۵'), { viewport: screens.phone });
    const link = page.locator('[data-date] a');
    await link.waitFor();
    expect(await page.locator('[data-part=results] li').count()).toBeGreaterThan(0);
    await link.click();
    await page.waitForURL((url) => url.pathname.startsWith('/archive/1405/08/') && url.hash === '#day-30');
    expect(await page.locator('#day-30').count()).toBe(1);
    await page.goto(origin() + queryPage('1405/08/30'));
    await link.waitFor();
    await close();
  });

  it('is answered although advice hangs', async () => {
    const { page, close } = await open('/search/', { viewport: screens.phone });
    await page.route('**/search/index/spellings.bin*', () => {});
    await page.goto(origin() + queryPage('بلوتط'));
    expect(await waitForAnswer(page)).toBe('نتیجه‌ای پیدا نشد.');
    await close();
  });

  it('is not left without a word when the index hangs', async () => {
    const { page, close } = await open('/search/', { viewport: screens.phone });
    await page.clock.install();
    await page.route('**/search/index/manifest.json', () => {});
    await page.goto(origin() + queryPage('بلوط'));
    await page.clock.fastForward(30_000);
    await page.locator('[data-retry]:not([hidden])').waitFor();
    expect(await page.locator('[data-status]').innerText()).toContain('پاسخ نداد');
    expect(await page.locator('.search-else a').count()).toBe(3);
    await page.unroute('**/search/index/manifest.json');
    await page.locator('[data-retry]').click();
    await page.locator(`[data-part=results] a[href="${oak}"]`).first().waitFor();
    await close();
  });
});

describe('the search page', () => {
  it('leaves the keys of choices to them, and «/» to other parts of the page', async () => {
    const { page, close } = await open(queryPage('تهران'), { viewport: screens.desktop });
    await page.locator('[data-part=results] li').first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('select[name=section] option').length > 1);
    const isFocused = (selector: string): Promise<boolean> =>
      page.locator(selector).evaluate((each) => each === document.activeElement);
    await page.locator('select[name=sort]').focus();
    await page.keyboard.press('ArrowDown');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'date');
    expect(await isFocused('select[name=sort]')).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.waitForURL((url) => !url.searchParams.has('sort'));
    expect(await isFocused('select[name=sort]')).toBe(true);
    await page.keyboard.press('/');
    expect(await isFocused('select[name=sort]')).toBe(true);
    await page.locator('[data-panel] summary').focus();
    await page.keyboard.press('ArrowDown');
    expect(await isFocused('[data-panel] summary')).toBe(true);
    await page.locator('header .brand').focus();
    await page.keyboard.press('/');
    expect(await isFocused('header .brand')).toBe(true);
    await page.locator('.hit h2 a').first().focus();
    for (const key of ['Control+/', 'Alt+/', 'Meta+/']) await page.keyboard.press(key);
    expect(await isFocused(field)).toBe(false);
    await page.keyboard.press('/');
    expect(await isFocused(field)).toBe(true);
    await page.locator(field).press('End');
    await page.keyboard.type('/');
    expect(await page.locator(field).inputValue()).toBe('تهران/');
    await close();
  });

  it('offers tags, stories and recent questions before a question, which can be forgotten', async () => {
    const { page, troubles, close } = await open(queryPage('بلوط'), { viewport: screens.phone });
    await page.locator('[data-part=results] li').first().waitFor();
    await page.waitForFunction(() => localStorage.getItem('recent-searches') !== null);
    await page.goto(`${origin()}/search/`);
    await page.locator('[data-newest] li').first().waitFor();
    expect(await page.locator('[data-frequent] a').count()).toBeGreaterThan(3);
    expect(await page.locator('[data-recent] a').allInnerTexts()).toEqual(['بلوط']);
    await page.locator('[data-forget]').click();
    expect(await page.locator('[data-recent]').isHidden()).toBe(true);
    expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBeNull();
    await page.locator('[data-frequent] a').first().click();
    await page.locator('[data-part=results] li').first().waitFor();
    expect(await page.locator('[data-start]').isHidden()).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  it('shows hits with their picture and the colour of their section, and one search field', async () => {
    const { page, troubles, close } = await open(queryPage('بلوط'), { viewport: screens.phone });
    const hit = page.locator('.hit', { has: page.locator(`a[href="${oak}"]`) }).first();
    await hit.locator('img').waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.hit img')!.naturalWidth > 0);
    expect(await hit.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeLessThanOrEqual(320);
    expect(await hit.getAttribute('class')).toMatch(/\baccent-[1-6]\b/);
    expect(await page.locator('input[type=search]').count()).toBe(1);
    expect(troubles).toEqual([]);
    await close();
  });
});
