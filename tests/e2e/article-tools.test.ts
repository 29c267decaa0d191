import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { barriersOn } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';
import { servePolicy } from './policy.ts';

const { open, origin } = useSiteBrowser();
const article = '/news/metro-khat-hasht/';
const long = `/news/${encodeURIComponent('شهر-پیاده')}/`;
const film = '/news/mahvareh-abgir/';
const pictures = '/news/paeez-dar-ghab/';

describe('the share bar', () => {
  it('copies the canonical address and says so', async () => {
    const { page, troubles, close } = await open('/about/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await servePolicy(page);
    await page.goto(origin() + article);
    await page.locator('[data-part=share] [data-share=copy]').click();
    const status = page.locator('[data-part=share] [role=status]');
    await expect.poll(() => status.innerText()).toBe('پیوند کپی شد');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(config.url + article);
    expect(troubles).toEqual([]);
    await close();
  });

  it('copies Persian letters as they are, in an address that leads to the same page', async () => {
    const { page, close } = await open(long, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('[data-part=share] [data-share=copy]').click();
    await expect.poll(() => page.locator('[data-part=share] [role=status]').innerText()).toBe('پیوند کپی شد');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(`${config.url}/news/شهر-پیاده/`);
    expect(new URL(copied).href).toBe(config.url + long);
    await close();
  });

  it('offers what the device shares with, where it can share', async () => {
    const { page, close } = await open('/about/', {});
    await page.addInitScript(() => {
      const shared: ShareData[] = [];
      Object.assign(window, { shared });
      Object.defineProperty(navigator, 'share', { value: async (data: ShareData) => void shared.push(data) });
    });
    await page.goto(origin() + article);
    await page.locator('[data-part=share] [data-share=native]').click();
    const shared = await page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared);
    expect(shared).toEqual([{ url: config.url + article, title: await page.locator('h1').innerText() }]);
    await close();
  });

  it('prints', async () => {
    const { page, close } = await open('/about/', {});
    await page.addInitScript(() => {
      window.print = () => void (document.title = 'printed');
    });
    await page.goto(origin() + article);
    await page.locator('[data-part=share] summary').click();
    await page.getByRole('button', { name: 'چاپ' }).click();
    expect(await page.title()).toBe('printed');
    await close();
  });

  it('has links that work without scripts, and targets for fingers', async () => {
    const { page, close } = await open(article, { javaScriptEnabled: false, viewport: screens.phone, hasTouch: true });
    const links = page.locator('[data-part=share] a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('rel')))).toEqual(
      Array(6).fill('noopener external nofollow'),
    );
    await page.locator('[data-part=share] summary').click();
    for (const link of await links.all()) {
      const { width, height } = (await link.boundingBox())!;
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
    await close();
  });
});

describe('a long article', () => {
  it('says what is in it, and marks the part that is being read', async () => {
    const { page, troubles, close } = await open(long);
    const contents = page.getByRole('navigation', { name: 'در این نوشته' });
    const links = contents.getByRole('link');
    expect(await links.count()).toBe(6);
    expect(await contents.locator('[aria-current]').count()).toBe(0);
    await links.nth(3).click();
    await expect
      .poll(() => contents.locator('[aria-current]').allInnerTexts())
      .toEqual([await links.nth(3).innerText()]);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await expect.poll(() => contents.locator('[aria-current]').count()).toBe(0);
    expect(troubles).toEqual([]);
    await close();
  });

  it('keeps its contents folded on a phone', async () => {
    const { page, close } = await open(long, { viewport: screens.phone });
    const contents = page.getByRole('navigation', { name: 'در این نوشته' });
    expect(await contents.getByRole('link').first().isVisible()).toBe(false);
    await contents.locator('summary').click();
    expect(await contents.getByRole('link').first().isVisible()).toBe(true);
    await close();
  });

  it.each([
    ['by CSS', false],
    ['by a script in older browsers', true],
  ])('shows how far one has read, %s', async (_, isOld) => {
    const { page, troubles, close } = await open('/about/', {});
    if (isOld) await page.addInitScript(() => (CSS.supports = () => false));
    await page.goto(origin() + long);
    if (isOld) await page.locator('.reading-progress').evaluate((bar) => (bar.style.animationName = 'none'));
    expect(await widthOf(page)).toBe(0);
    await page.evaluate(() => document.querySelector('[data-part=tags]')!.scrollIntoView({ behavior: 'instant' }));
    await expect.poll(() => widthOf(page)).toBe(screens.desktop.width);
    expect(troubles).toEqual([]);
    await close();
  });

  it('moves no bar for readers who want less motion, and short articles have none', async () => {
    const { page, close } = await open(long, { reducedMotion: 'reduce' });
    expect(await page.locator('.reading-progress').isVisible()).toBe(false);
    await page.goto(origin() + article);
    expect(await page.locator('.reading-progress, .contents').count()).toBe(0);
    await close();
  });
});

describe('a video of another host', () => {
  const player = 'https://www.aparat.com/video/video/embed/videohash/rzn8k2a/vt/frame';

  it('is loaded at a click and not before, under a strict policy', async () => {
    const { page, troubles, close } = await open('/about/', {});
    await servePolicy(page);
    await page.context().route(player, (route) => route.fulfill({ contentType: 'text/html', body: 'player' }));
    await page.goto(origin() + film);
    const video = page.locator('[data-part=video]');
    await video.scrollIntoViewIfNeeded();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(troubles).toEqual([]);
    await video.getByRole('link').click();
    const frame = video.locator('iframe');
    expect(await frame.getAttribute('src')).toBe(player);
    expect(await frame.getAttribute('title')).toBe('نخستین دقیقه‌های دریافت داده در ایستگاه زمینی');
    expect(await frame.getAttribute('allowfullscreen')).not.toBeNull();
    expect(await frame.getAttribute('referrerpolicy')).toBe('strict-origin-when-cross-origin');
    expect(await page.frameLocator('iframe').locator('body').innerText()).toBe('player');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
    expect(troubles).toEqual([`other host: ${player}`]);
    await close();
  });

  it('is a link without scripts', async () => {
    const { page, close } = await open(film, { javaScriptEnabled: false });
    const link = page.locator('[data-part=video] a');
    expect(await link.getAttribute('href')).toBe('https://www.aparat.com/v/rzn8k2a');
    expect(await link.isVisible()).toBe(true);
    await close();
  });
});

describe('a gallery', () => {
  it('is a strip that buttons and keys move to the left', async () => {
    const { page, troubles, close } = await open('/about/', { reducedMotion: 'reduce' });
    await servePolicy(page);
    await page.goto(origin() + pictures);
    const strip = page.locator('.gallery ul');
    const placeOf = (): Promise<number> => strip.evaluate((list) => list.scrollLeft);
    const [previous, next] = ['تصویر قبلی', 'تصویر بعدی'].map((name) => page.getByRole('button', { name }));
    expect((await next!.boundingBox())!.x).toBeLessThan((await previous!.boundingBox())!.x);
    expect(await previous!.getAttribute('aria-disabled')).toBe('true');
    await next!.click();
    await expect.poll(placeOf).toBeLessThan(-200);
    await expect.poll(() => previous!.getAttribute('aria-disabled')).toBe('false');
    await previous!.click();
    await expect.poll(placeOf).toBe(0);
    await strip.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(placeOf).toBeLessThan(-20);
    expect(troubles).toEqual([]);
    await close();
  });

  it('opens pictures large; arrows move on, Esc closes and gives the focus back', async () => {
    const { page, troubles, close } = await open('/about/', { reducedMotion: 'reduce' });
    await servePolicy(page);
    await page.goto(origin() + pictures);
    const opener = page.getByRole('button', { name: /^بزرگ کردن تصویر/ }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const count = dialog.getByRole('status');
    expect(await count.innerText()).toBe('۱ از ۴');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => count.innerText()).toBe('۲ از ۴');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => count.innerText()).toBe('۳ از ۴');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => count.innerText()).toBe('۲ از ۴');
    expect(await dialog.locator('figcaption').nth(1).isVisible()).toBe(true);
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is a grid of pictures without scripts', async () => {
    const { page, close } = await open(pictures, { javaScriptEnabled: false });
    const images = page.locator('.gallery img');
    expect(await images.count()).toBe(4);
    const width = screens.desktop.width;
    for (const image of await images.all()) expect((await image.boundingBox())!.x).toBeLessThan(width);
    expect(await page.locator('.gallery button').count()).toBe(0);
    await close();
  });
});

describe('links to articles', () => {
  it('are fetched ahead when a reader points at them, unless bytes are to be saved', async () => {
    const { page, close } = await open('/latest/', {});
    const link = page.locator('main .headline a').nth(2);
    await link.hover();
    await expect.poll(() => hintsOf(page)).toEqual([await link.getAttribute('href')]);
    await page.locator('.menu a').first().hover();
    await expect.poll(() => hintsOf(page)).toHaveLength(2);
    await page.locator('.footer a[href="/feeds/"], .menu a').first().hover();
    await page.waitForTimeout(200);
    expect((await hintsOf(page)).length).toBe(2);
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }),
    );
    await page.reload();
    await link.hover();
    await page.waitForTimeout(200);
    expect(await hintsOf(page)).toEqual([]);
    await close();
  });
});

describe('the tools of an article', () => {
  it.each([long, film, pictures])('have no barrier that axe knows: %s', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await open(path, { viewport: screens.phone, colorScheme });
      expect(await barriersOn(page)).toEqual([]);
      await close();
    }
  });
});

function widthOf(page: Page): Promise<number> {
  return page.locator('.reading-progress').evaluate((bar) => Math.round(bar.getBoundingClientRect().width));
}

function hintsOf(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('link[rel=prefetch]')].map((hint) => hint.getAttribute('href')),
  );
}
