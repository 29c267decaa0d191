import { describe, expect, it } from 'vitest';
import { useSiteBrowser } from './browser.ts';

const { open } = useSiteBrowser();
const phone = { viewport: { width: 390, height: 844 } };
const article = '/news/metro-khat-hasht/';

describe('the masthead of phones', () => {
  it.each([true, false])('opens a sheet with everything (scripts: %s)', async (javaScriptEnabled) => {
    const { page, troubles, close } = await open(article, { ...phone, javaScriptEnabled });
    const menu = page.locator('.sheet nav');
    expect(await menu.isVisible()).toBe(false);
    const masthead = (await page.locator('.masthead').boundingBox())!;
    expect(masthead.height).toBeLessThanOrEqual(52);
    await page.locator('.sheet summary').click();
    expect(await menu.locator('a').allInnerTexts()).toEqual(
      expect.arrayContaining(['جامعه', 'آخرین اخبار', 'برچسب‌ها']),
    );
    for (const link of await menu.locator('a').all())
      expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    if (javaScriptEnabled) await page.keyboard.press('Escape');
    else await page.locator('.sheet summary').click();
    expect(await menu.isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  });

  it('leaves while one scrolls down, returns as one scrolls up, and never while it has the focus', async () => {
    const { page, close } = await open(article, phone);
    const top = (): Promise<number> =>
      page.locator('.masthead').evaluate((each) => each.getBoundingClientRect().bottom);
    await page.mouse.wheel(0, 900);
    await expect.poll(top).toBeLessThanOrEqual(0);
    await page.mouse.wheel(0, -200);
    await expect.poll(top).toBeGreaterThan(40);
    await page.mouse.wheel(0, 900);
    await expect.poll(top).toBeLessThanOrEqual(0);
    await page.locator('.search-link').focus();
    await expect.poll(top).toBeGreaterThan(40);
    await close();
  });

  it('leaves room for what a link leads to', async () => {
    const { page, close } = await open(article, phone);
    await page.evaluate(() => {
      scrollTo(0, 3000);
      location.hash = document.querySelector<HTMLElement>('.prose h2')!.id;
    });
    const position = (): Promise<number> =>
      page
        .locator('.prose h2')
        .first()
        .evaluate((each) => each.getBoundingClientRect().top);
    await expect.poll(position).toBeGreaterThan(51);
    await close();
  });

  it('lets the text of a story with a picture begin on the first screen', async () => {
    const { page, close } = await open(article, phone);
    const { y } = (await page.locator('.prose > p').first().boundingBox())!;
    expect(y).toBeLessThanOrEqual(760);
    await close();
  });
});

it('the menu is a row of the masthead on wide screens', async () => {
  const { page, close } = await open(article, { viewport: { width: 1280, height: 900 } });
  expect(await page.locator('.menu a').first().isVisible()).toBe(true);
  expect(await page.locator('.search-link').isVisible()).toBe(false);
  expect(await page.locator('.masthead-search').isVisible()).toBe(true);
  await page.locator('[data-sheet] summary', { hasText: 'همه' }).click();
  for (const name of ['بایگانی', 'برچسب‌ها'])
    expect(await page.locator('.sheet a', { hasText: name }).isVisible()).toBe(true);
  const { width } = (await page.locator('.sheet nav').boundingBox())!;
  expect(width).toBe(1280);
  await close();
});

describe('the masthead of wider screens', () => {
  it.each(['روزنگار', 'پیام سبز', 'صدای مردم خراسان'])(
    'has a name on one line, and all of the date or none: %s',
    async (name) => {
      const { page, close } = await open('/', { viewport: { width: 1280, height: 800 }, bypassCSP: true });
      const today = page.locator('.today');
      await today.waitFor();
      await page.locator('.masthead .brand').evaluate((brand, text) => {
        const words = document.createTreeWalker(brand, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) if (words.currentNode.textContent!.trim() !== '') words.currentNode.textContent = text;
      }, name);
      for (const font of ['', 'device'])
        for (const width of [700, 768, 820, 1024, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          const found = await page.evaluate((choice) => {
            document.documentElement.dataset['font'] = choice;
            const brand = document.querySelector('.masthead .brand')!;
            const date = document.querySelector('.today')!;
            const range = document.createRange();
            range.selectNodeContents(date);
            const [text, line] = [range, date].map((each) => each.getBoundingClientRect());
            return {
              lines: Math.round(brand.clientHeight / Number.parseFloat(getComputedStyle(brand).lineHeight)),
              isCut: text!.top < line!.bottom && text!.width > line!.width + 1,
              over: document.documentElement.scrollWidth - innerWidth,
            };
          }, font);
          expect(found, `${width} px, font ${font}`).toEqual({ lines: 1, isCut: false, over: 0 });
        }
      await close();
    },
  );
});
