import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { createUrls } from '../../src/core/urls.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { type Preview, startPreview } from '../support/preview.ts';
import { connectBrowser, newProfile, screens } from './browser.ts';

const files = {
  'articles/1404/07/pol.md': articleFile(),
  'articles/1404/07/bagh.md': articleFile({ title: 'باغ تازه' }),
  'articles/1404/07/sad.md': articleFile({ title: 'سد پر شد' }),
};

describe.each(['https://khabar.example', 'https://khabar.example/paper'])('reading without a network, on %s', (url) => {
  const { base } = createUrls(url);
  let site: MiniSite;
  let preview: Preview;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const at = (path: string): string => preview.origin + base + path;

  beforeAll(async () => {
    site = await createMiniSite(files, { url, offline: true });
    expect((await site.build()).output).not.toContain('problem');
    preview = await startPreview(['--out', site.out, '--config', join(site.folder, 'config.mjs')]);
    browser = await connectBrowser();
    context = await newProfile(browser, { viewport: screens.phone });
    context.setDefaultTimeout(20_000);
    page = await context.newPage();
    await page.goto(at('/news/pol/'));
    await page.evaluate(() => navigator.serviceWorker.ready);
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });

  /** Addresses of the pages that the device holds. */
  const kept = (): Promise<string[]> =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => / (?:read|saved)$/.test(name));
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return [...new Set(lists.flat().map((request) => new URL(request.url).pathname))].toSorted();
    });
  const isKept = (path: string): Promise<void> =>
    expect.poll(kept, { timeout: 15_000 }).toContain(base + path) as Promise<void>;

  it('keeps an article that was read, with its looks, and lists it', async () => {
    await isKept('/news/pol/');
    await context.setOffline(true);
    await page.goto(at('/news/pol/'));
    expect(await page.locator('h1').innerText()).toBe('پل تازه رودخانه باز شد');
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Vazirmatn');
    // The mark of a campaign asks nothing of an article; a search that is asked without a network does.
    await page.goto(at('/news/pol/?utm_source=telegram'));
    expect(await page.locator('h1').innerText()).toBe('پل تازه رودخانه باز شد');
    await page.goto(at('/search/?q=پل'));
    expect(await page.locator('h1').innerText()).toBe('خواندن بدون اینترنت');
    await page.goto(at('/tags/'));
    expect(await page.locator('h1').innerText()).toBe('خواندن بدون اینترنت');
    await expect
      .poll(() => page.locator('[data-kept=read] a').allInnerTexts(), { timeout: 15_000 })
      .toEqual(['پل تازه رودخانه باز شد']);
    await context.setOffline(false);
  });

  it('saves an article on demand, says so, and forgets it again', async () => {
    await page.goto(at('/news/bagh/'));
    const button = page.locator('[data-save] button');
    await button.click();
    await expect.poll(() => button.innerText(), { timeout: 15_000 }).toBe('برداشتن از ذخیره\u200Cها');
    await page.goto(at('/offline/'));
    await expect
      .poll(() => page.locator('[data-kept=saved] a').allInnerTexts(), { timeout: 15_000 })
      .toEqual(['باغ تازه']);
    await page.goto(at('/news/bagh/'));
    await button.click();
    await expect.poll(() => button.innerText(), { timeout: 15_000 }).toBe('ذخیره برای خواندن');
    await page.goto(at('/offline/'));
    await expect.poll(() => page.locator('[data-kept=read] a').count(), { timeout: 15_000 }).toBe(2);
    expect(await page.locator('[data-kept=saved] a').count()).toBe(0);
  });

  it('drops an article that was withdrawn, without its being opened', async () => {
    await page.goto(at('/news/sad/'));
    await page.locator('[data-save] button').click();
    await isKept('/news/sad/');
    await rm(join(site.out, 'news/sad'), { recursive: true });
    await page.goto(at('/offline/'));
    await expect.poll(kept, { timeout: 15_000 }).not.toContain(`${base}/news/sad/`);
    await expect
      .poll(() => page.locator('[data-shelf] a').allInnerTexts(), { timeout: 15_000 })
      .not.toContain('سد پر شد');
    await context.setOffline(true);
    await page.goto(at('/news/sad/'));
    expect(await page.locator('h1').innerText()).toBe('خواندن بدون اینترنت');
    await context.setOffline(false);
  });

  it('keeps a saved article at the address that it moved to', async () => {
    await page.goto(at('/news/pol/'));
    const button = page.locator('[data-save] button');
    await button.click();
    await expect.poll(() => button.innerText(), { timeout: 15_000 }).toBe('برداشتن از ذخیره\u200Cها');
    await writeFile(join(site.out, '_redirects'), `${base}/news/pol/ ${base}/news/bagh/ 301\n`);
    await page.goto(at('/news/pol/'));
    expect(new URL(page.url()).pathname).toBe(`${base}/news/bagh/`);
    const saved = (): Promise<string[]> =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find((each) => each.endsWith(' saved'))!;
        return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname);
      });
    await expect.poll(saved, { timeout: 15_000 }).toEqual([`${base}/news/bagh/`]);
    await rm(join(site.out, '_redirects'));
  });

  it('lists a saved article by the headline that it has now', async () => {
    const file = join(site.out, 'news/bagh/index.html');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('باغ تازه', 'باغ &quot;دوم&quot;'));
    await page.goto(at('/offline/'));
    await expect
      .poll(() => page.locator('[data-kept=saved] a').allInnerTexts(), { timeout: 15_000 })
      .toEqual(['باغ "دوم"']);
  });

  it('drops an article whose address answers 404', async () => {
    await isKept('/news/bagh/');
    await rm(join(site.out, 'news/bagh'), { recursive: true });
    expect((await page.goto(at('/news/bagh/')))?.status()).toBe(404);
    await expect.poll(kept, { timeout: 15_000 }).not.toContain(`${base}/news/bagh/`);
  });

  it('leaves devices that have it, once the setting is false', async () => {
    const before = JSON.stringify({ ...config, footer: [], url, offline: false });
    await writeFile(join(site.folder, 'config.mjs'), `export const config = ${before};\n`);
    expect((await site.build()).output).not.toContain('problem');
    await page.goto(at('/'));
    const left = (): Promise<unknown> =>
      page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(left, { timeout: 15_000 }).toEqual([0, []]);
    expect(await page.locator('[data-save]').count()).toBe(0);
  });
});
