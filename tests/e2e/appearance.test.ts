import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriersOn } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';
import { servePolicy } from './policy.ts';

const { open, origin } = useSiteBrowser();
const article = '/news/metro-khat-hasht/';
const paper = { light: 'rgb(253, 252, 250)', dark: 'rgb(23, 22, 20)' };

describe('colours', () => {
  it.each(['light', 'dark'] as const)('follow the system where nothing was chosen: %s', async (colorScheme) => {
    const { page, troubles, close } = await open(article, { colorScheme });
    expect(await paperOf(page)).toBe(paper[colorScheme]);
    expect(await barColourOf(page)).toBe(colorScheme === 'light' ? '#fdfcfa' : '#171614');
    expect(troubles).toEqual([]);
    await close();
  });

  it('are chosen in the masthead, remembered, and there before the first paint, under a strict policy', async () => {
    const { page, troubles, close } = await open('/about/', { colorScheme: 'light' });
    await servePolicy(page);
    await page.goto(origin() + article);
    await choose(page, 'تیره');
    expect(await paperOf(page)).toBe(paper.dark);
    expect(await barColourOf(page)).toBe('#171614');
    await page.addInitScript(watchPaints);
    await page.goto(`${origin()}/latest/`);
    await page.waitForTimeout(300);
    const seen = await page.evaluate(() => (window as unknown as { seen: Set<string> }).seen.values().toArray());
    expect(seen).toEqual([paper.dark]);
    expect(await barColourOf(page)).toBe('#171614');
    await choose(page, 'مانند دستگاه');
    expect(await paperOf(page)).toBe(paper.light);
    expect(await barColourOf(page)).toBe('#fdfcfa');
    expect(troubles).toEqual([]);
    await close();
  });

  it('change in all open pages of the site', async () => {
    const { page, close } = await open(article, { colorScheme: 'light' });
    const other = await page.context().newPage();
    await other.goto(`${origin()}/latest/`);
    await choose(page, 'تیره');
    await expect.poll(() => paperOf(other)).toBe(paper.dark);
    await close();
  });

  it('hold for the page where nothing may be stored, and survive what others stored', async () => {
    const { page, troubles, close } = await open('/about/', { colorScheme: 'light' });
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(origin() + article);
    await choose(page, 'تیره');
    expect(await paperOf(page)).toBe(paper.dark);
    await close();
    const odd = await open('/about/', { colorScheme: 'light' });
    await odd.page.evaluate(() => localStorage.setItem('appearance', '{"theme":7'));
    await odd.page.goto(origin() + article);
    expect(await paperOf(odd.page)).toBe(paper.light);
    expect([...troubles, ...odd.troubles]).toEqual([]);
    await odd.close();
  });
});

describe('the size of text', () => {
  it('is chosen in the masthead and remembered, and fits the screen', async () => {
    const { page, troubles, close } = await open(article, { viewport: screens.phone });
    const usual = await sizeOf(page);
    await choose(page, 'بسیار درشت');
    expect((await sizeOf(page)) / usual).toBeGreaterThan(1.2);
    await page.goto(`${origin()}/`);
    await page.goto(origin() + article);
    expect((await sizeOf(page)) / usual).toBeGreaterThan(1.2);
    for (const width of [320, screens.phone.width]) {
      await page.setViewportSize({ width, height: 700 });
      const widths = await page.locator('html, .search-form, .masthead-top').evaluateAll(hiddenWidths);
      expect(widths, `${width} px`).toEqual([0, 0, 0]);
    }
    await choose(page, 'ریز');
    expect(await sizeOf(page)).toBeLessThan(usual);
    expect(await sizeOf(page)).toBeGreaterThanOrEqual(17);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('the menu «نمایش»', () => {
  it('is not there without scripts', async () => {
    const { page, close } = await open(article, { javaScriptEnabled: false });
    expect(await page.locator('[data-appearance]').isVisible()).toBe(false);
    expect(await page.locator('[data-part=share] button').first().isVisible()).toBe(false);
    await close();
  });

  it('is used by keyboard: arrows choose, Esc closes and gives the focus back', async () => {
    const { page, close } = await open(article, { colorScheme: 'light' });
    await page.locator('[data-appearance] summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await paperOf(page)).toBe(paper.dark);
    await page.keyboard.press('Escape');
    expect(await page.locator('[data-appearance]').getAttribute('open')).toBeNull();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await close();
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe knows while it is open: %s', async (colorScheme) => {
    const { page, close } = await open(article, { viewport: screens.phone, colorScheme });
    await page.locator('[data-appearance] summary').click();
    expect(await barriersOn(page)).toEqual([]);
    await close();
  });
});

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('[data-appearance] summary').click();
  await page.getByRole('radio', { name, exact: true }).check();
  await page.keyboard.press('Escape');
}

function paperOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** The colour that the browser gives its own bar: that of the first `theme-color` whose media query holds. */
function barColourOf(page: Page): Promise<string | undefined> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
        ({ media }) => matchMedia(media).matches,
      )?.content,
  );
}

function sizeOf(page: Page): Promise<number> {
  return page
    .locator('[data-part=body] p')
    .first()
    .evaluate((paragraph) => Number.parseFloat(getComputedStyle(paragraph).fontSize));
}

/** Tell by how many pixels the content of elements is wider than they are. Runs in the page. */
function hiddenWidths(elements: Element[]): number[] {
  return elements.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
}

/** Note the colour of the page before each paint. Runs in the page. */
function watchPaints(): void {
  const seen = new Set<string>();
  const note = (): void => {
    if (document.body) seen.add(getComputedStyle(document.documentElement).backgroundColor);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  Object.assign(window, { seen });
}
