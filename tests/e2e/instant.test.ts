import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Preview, startPreview } from '../support/preview.ts';
import { sampleFlags } from '../support/sample.ts';
import { connectBrowser, newProfile, screens, useSiteBrowser } from './browser.ts';

const { open, origin } = useSiteBrowser();
const article = '/news/metro-khat-hasht/';
let preview: Preview;
let browser: Browser;

beforeAll(async () => {
  preview = await startPreview([...sampleFlags('preview'), '--out', inject('sampleSite')]);
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser?.close();
  await preview?.close();
});

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await newProfile(browser, { viewport: screens.desktop, ...options });
  const page = await context.newPage();
  await page.goto(preview.origin + path);
  return page;
}

const hints = (page: Page): Promise<string[]> =>
  page
    .locator('link[rel=prefetch]')
    .evaluateAll((all) => all.map((each) => decodeURI(new URL((each as HTMLLinkElement).href).pathname)));

describe('links that a reader rests on', () => {
  it('are left to the browser where the server names rules', async () => {
    const page = await visit('/');
    await expect
      .poll(() =>
        page.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => name)
            .join(),
        ),
      )
      .toContain('/links.speculationrules');
    await page.locator('.card a[href*="/news/"]').last().hover();
    await page.waitForTimeout(300);
    expect(await hints(page)).toEqual([]);
    await page.context().close();
  });

  it('are fetched ahead where it names none: articles and lists, but no questions, files or foreign pages', async () => {
    const { page, close } = await open('/', { viewport: screens.desktop });
    await page.evaluate(() => {
      const links = ['/tags/', '/news/a/', '/latest/', '/search/?q=x', '/rss.xml', 'https://foreign.example/x/'];
      document
        .querySelector('main')!
        .replaceChildren(
          ...links.map((href) => Object.assign(document.createElement('a'), { href, textContent: href })),
        );
    });
    for (const link of await page.locator('main a').all()) {
      await link.focus();
      await page.waitForTimeout(150);
    }
    expect(await hints(page)).toEqual(['/tags/', '/news/a/', '/latest/']);
    await close();
  });
});

describe('moving between pages', () => {
  /** Names of what moved on its own, noted by the new page before it was shown. */
  const noteMoves = (page: Page): Promise<unknown> =>
    page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        const hasMove = (event as Event & { viewTransition?: unknown }).viewTransition !== null;
        // After the page's own listener.
        requestAnimationFrame(() => {
          const named = [...document.querySelectorAll<HTMLElement>('img')].filter(
            (each) => each.style.getPropertyValue('view-transition-name') !== '',
          );
          const places = named.map((each) => each.closest('.hero, .card-image')?.className);
          Object.assign(window, { moves: { hasMove, places } });
        });
      });
    });
  const movesOf = (page: Page): Promise<unknown> =>
    page.evaluate(() => (window as unknown as { moves: unknown }).moves);

  it('is silent where the browser skips the transition to a page before it shows it', async () => {
    const page = await visit('/');
    const exceptions: string[] = [];
    page.on('pageerror', ({ message }) => exceptions.push(message));
    // Chromium skips each of them where links are followed by keyboard.
    for (const path of [article, '/latest/', article, '/latest/page/2/', '/', article]) {
      await page.evaluate((to) => {
        const link = Object.assign(document.createElement('a'), { href: to, textContent: to });
        document.querySelector('main')!.prepend(link);
        link.focus();
      }, path);
      await page.keyboard.press('Enter');
      await page.waitForURL(preview.origin + path);
    }
    await page.waitForLoadState();
    expect(exceptions).toEqual([]);
    await page.context().close();
  });

  it('moves the picture of an article from its card, and back', async () => {
    const { page, close, troubles } = await open('/', { viewport: screens.desktop });
    await noteMoves(page);
    const card = page.locator('a.card-image', { has: page.locator('img') }).first();
    const address = (await card.getAttribute('href'))!;
    await card.scrollIntoViewIfNeeded();
    await card.evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL(`**${address}`);
    await expect.poll(() => movesOf(page)).toEqual({ hasMove: true, places: [expect.stringContaining('hero')] });
    await page.goBack();
    await page.waitForURL(`${origin()}/`);
    expect(troubles).toEqual([]);
    await expect.poll(() => page.locator('img[style*="view-transition-name: hero"]').count()).toBe(0);
    await close();
  });

  it('moves nothing for readers who want no motion', async () => {
    const { page, close } = await open('/', { viewport: screens.desktop, reducedMotion: 'reduce' });
    await noteMoves(page);
    await page
      .locator(`a[href="${article}"]`)
      .first()
      .evaluate((link) => (link as HTMLElement).click());
    await page.waitForURL(`**${article}`);
    await expect.poll(() => movesOf(page)).toEqual({ hasMove: false, places: [] });
    await close();
  });
});
