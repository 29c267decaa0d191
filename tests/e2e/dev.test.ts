import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { writeComments } from '../../src/core/comments/comment-file.ts';
import { makeComment } from '../core/comments/made-comments.ts';
import { node, plainEnvironment } from '../support/command.ts';
import { openDist, readDist } from '../support/dist.ts';
import { repository } from '../support/folders.ts';
import { articleFile, createMiniSite, type Files, type MiniSite } from '../support/mini-site.ts';
import { countRuns } from '../support/runs.ts';
import { sampleFlags } from '../support/sample.ts';
import { barriersOn } from './axe.ts';
import { connectBrowser, newProfile, screens } from './browser.ts';

/** A live preview of a small site, with a page in a browser. */
interface Preview {
  site: MiniSite;
  page: Page;
  origin: string;
  /** How often the page's scripts have connected to the server. Files written before are not noticed. */
  followers: () => number;
  /** Open a page once its address returns the expected status. */
  open: (path: string, status?: number) => Promise<void>;
  /** Write files once the page is connected, and wait until it has reloaded. */
  write: (files: Files) => Promise<void>;
}

async function withPreview(
  { files, settings = {}, language = 'fa' }: { files: Files; settings?: Partial<SiteConfig>; language?: string },
  run: (preview: Preview) => Promise<void>,
): Promise<void> {
  const site = await createMiniSite(files, settings);
  const port = await freePort();
  const inputs = ['--content', site.content, '--config', join(site.folder, 'config.mjs'), '--port', String(port)];
  const args = [join(repository, 'scripts/dev.ts'), ...sampleFlags('dev'), ...inputs, '--lang', language];
  const server = spawn(node, args, { cwd: repository, env: plainEnvironment(), stdio: 'ignore' });
  const browser = await connectBrowser();
  try {
    const page = await (await newProfile(browser)).newPage();
    const followers = countFollowers(page);
    const origin = `http://localhost:${port}`;
    const statusOf = (path: string): Promise<number> =>
      fetch(origin + path).then(
        ({ status }) => status,
        () => 0,
      );
    const open = async (path: string, status = 200): Promise<void> => {
      await expect.poll(() => statusOf(path)).toBe(status);
      const before = followers();
      await page.goto(origin + path);
      await expect.poll(followers).toBeGreaterThan(before);
    };
    const write = async (more: Files): Promise<void> => {
      const before = followers();
      await site.write(more);
      await expect.poll(followers).toBeGreaterThan(before);
    };
    await run({ site, page, origin, followers, open, write });
  } finally {
    await browser.close();
    server.kill();
  }
}

const broken = articleFile({ title: "'نقل‌قولی که بسته نشد" });
const embed = articleFile({ title: 'بازار' }, 'متن.\n\n<iframe src="https://example.org/map"></iframe>');

describe('the live preview', () => {
  it('shows drafts, reloads on changes, and shows the problems of a page in a window over it', async () => {
    const files = { 'articles/pol.md': articleFile({ draft: 'true' }) };
    await withPreview({ files, settings: { comments: {} } }, async (preview) => {
      const { page, open, write } = preview;
      await open('/news/pol/');
      const headline = page.locator('h1');
      expect(await headline.textContent()).toContain('پل تازه رودخانه باز شد');
      expect(await page.locator('rooznegar-problems').count()).toBe(0);

      await write({ 'articles/pol.md': articleFile({ draft: 'true', title: 'پل تازه رودخانه بسته شد' }) });
      await expect.poll(() => headline.textContent()).toContain('بسته شد');

      const dialog = page.getByRole('dialog', { name: 'این صفحه ۱ اشکال دارد' });
      await write({ 'articles/pol.md': broken });
      await dialog.waitFor();
      expect(await dialog.textContent()).toMatch(/articles\/pol\.md.*همین صفحه.*2:8.*بسته نشده/);
      expect(await page.locator('vite-error-overlay').count()).toBe(0);
      expect(await directionOf(dialog)).toBe('rtl');
      // It has the focus, and Escape closes it; it does not reappear unless the problems change.
      expect(await focused(page)).toBe('بستن');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await open('/news/pol/', 404);
      await page.locator('summary', { hasText: '۱ اشکال در ۱ پرونده' }).click();
      expect(await dialog.isVisible()).toBe(false);
      await page.getByRole('button', { name: 'نمایش اشکال‌های این صفحه' }).click();
      await dialog.waitFor();
      await page.getByRole('button', { name: 'بستن' }).click();
      await dialog.waitFor({ state: 'hidden' });

      // Another problem reopens it; once fixed, it closes by itself.
      await write({ 'articles/pol.md': articleFile({ date: '1404/13/01' }) });
      await dialog.waitFor();
      await write({ 'articles/pol.md': articleFile() });
      await expect.poll(() => headline.textContent()).toContain('باز شد');
      await expect.poll(() => page.locator('rooznegar-problems').count()).toBe(0);

      // Comments are content like any other.
      const comment = page.locator('.comment-text');
      await write({ 'comments/pol.jsonl': writeComments([makeComment('a', { text: 'نظر تازه' })]) });
      await expect.poll(() => comment.allTextContents()).toEqual(['نظر تازه']);
      await write({ 'comments/pol.jsonl': writeComments([makeComment('a', { text: 'نظر ویراسته' })]) });
      await expect.poll(() => comment.allTextContents()).toEqual(['نظر ویراسته']);
    });
  });

  it('never renders the old content as that of a new reading', async () => {
    await withPreview(
      { files: { 'articles/pol.md': articleFile({ title: 'آغاز' }) } },
      async ({ site, origin, open }) => {
        await open('/news/pol/');
        const ask = async (): Promise<{ reading: string; text: string }> => {
          const response = await fetch(`${origin}/news/pol/`);
          return { reading: response.headers.get('server-timing') ?? '', text: await response.text() };
        };
        const stale: string[] = [];
        const titles = ['یکم', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم'].slice(0, countRuns(3, 6));
        for (const title of titles) {
          const { reading: before } = await ask();
          await site.write({ 'articles/pol.md': articleFile({ title }) });
          await expect
            .poll(
              async () => {
                const { reading, text } = await ask();
                if (reading !== before && !text.includes(title)) stale.push(reading);
                return text.includes(title);
              },
              { interval: 1 },
            )
            .toBe(true);
          // A write may be heard twice; the next one begins once the server is at rest.
          await expect.poll(async () => (await ask()).reading === (await delay(300).then(ask)).reading).toBe(true);
        }
        expect(stale).toEqual([]);
      },
    );
  });

  it('shows problems of other files as plain text in a bar, which remembers whether it is folded', async () => {
    const files = {
      'articles/pol.md': articleFile(),
      'articles/bazar.md': embed,
      'articles/metro.md': articleFile({ section: '"**تیتر** <b>x</b> `y`"' }),
      'pages/about.md': '---\ntitle: درباره ما\n---\nمتن.\n',
    };
    const settings = { url: 'https://news.example/fa' };
    await withPreview({ files, settings, language: 'en' }, async ({ page, origin, open, write }) => {
      const bar = page.locator('details.bar');
      const isOpen = (): Promise<boolean> => bar.evaluate((each: HTMLDetailsElement) => each.open);
      await open('/fa/news/pol/');
      await bar.waitFor();
      const icon = await fetch(`${origin}/fa/icons/192.png`);
      expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await directionOf(bar)).toBe('ltr');
      const summary = bar.locator('summary');
      expect(await summary.textContent()).toBe('1 problem, 1 warning in 2 files');
      expect(await isOpen()).toBe(false);
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await isOpen()).toBe(true);
      expect(await bar.textContent()).toContain('there is no section «**تیتر** <b>x</b> `y`».');
      expect(await bar.locator('b').count()).toBe(0);

      // The files' pages are one click away, and the bar keeps its state.
      await bar.getByRole('link', { name: /bazar\.md/ }).click();
      await page.waitForURL('**/fa/news/bazar/');
      await bar.waitFor();
      expect(await isOpen()).toBe(true);
      expect(await bar.locator('section').first().textContent()).toMatch(/bazar\.md This page.*<iframe>/);
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.keyboard.press('Tab');
      await bar.locator('summary').focus();
      await page.keyboard.press('Escape');
      expect(await isOpen()).toBe(false);
      await open('/fa/about/');
      await bar.waitFor();
      expect(await isOpen()).toBe(false);
      await write({ 'articles/metro.md': articleFile({ title: 'مترو' }), 'articles/bazar.md': articleFile() });
      await expect.poll(() => bar.count()).toBe(0);
    });
  });

  it('makes both accessible, on phones and desktops, in light and dark', async () => {
    const files = { 'articles/pol.md': broken, 'articles/bazar.md': embed };
    await withPreview({ files }, async ({ page, open }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (const [name, viewport] of Object.entries(screens)) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await open('/news/pol/', 404);
          const dialog = page.getByRole('dialog');
          await dialog.waitFor();
          const shot = async (what: string): Promise<void> => {
            const folder = process.env['SHOTS'];
            if (folder) await page.screenshot({ path: join(folder, `${what}-${name}-${colorScheme}.png`) });
            expect(await barriersOn(page, {}, 'rooznegar-problems'), `${what}, ${name}, ${colorScheme}`).toEqual([]);
            expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
          };
          await shot('window');
          await page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'hidden' });
          await shot('folded');
          await page.locator('details.bar summary').click();
          await shot('bar');
          const box = await page.locator('details.bar').boundingBox();
          expect(box!.height).toBeLessThan(viewport.height * 0.6);
          await page.evaluate(() => {
            localStorage.clear();
            sessionStorage.clear();
          });
        }
      }
    });
  });
});

it('leaves nothing of the live preview in a built site', () => {
  const dist = openDist(inject('sampleSite'));
  const texts = dist.files.filter((file) => /\.(?:html|js|css|txt)$/.test(file));
  expect(texts.some((file) => file.endsWith('.js'))).toBe(true);
  for (const file of texts) expect(readDist(dist, file).toString('utf8'), file).not.toContain('rooznegar-problems');
});

function directionOf(part: Locator): Promise<string> {
  return part.evaluate((element) => getComputedStyle(element).direction);
}

/** Return the text of the focused element in the bar or the window. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent ?? '');
}

/** Count how often the scripts of a page have connected to the server. */
function countFollowers(page: Page): () => number {
  let count = 0;
  page.on('console', (message) => {
    if (message.text() === '[vite] connected.') count++;
  });
  return () => count;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
