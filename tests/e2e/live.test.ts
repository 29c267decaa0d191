import type { Page } from 'playwright-core';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { barriersOn, rulesInDark } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';

const now = '2026-11-22T12:00:00+03:30';
const path = 'fragments/live/snow/index.html';
const body = Array.from(
  { length: 12 },
  (_, index) => `## ${10 + Math.floor(index / 6)}:${index % 6}0 خبر ${index}\n\nمتن ${index}.\n`,
).join('\n');
let site: MiniSite;
/** The fragment as it is; with two new entries and an old one mended; with that correction alone; and without the entry. */
let [fragment, newer, mended, fewer] = ['', '', '', ''];

const { open } = useSiteBrowser(async () => {
  const file = (text: string): string =>
    articleFile({ title: 'برف در تهران', date: '"1405/09/01 07:00"', live: 'true' }, `برف می‌بارد.\n\n${text}`);
  site = await createMiniSite({
    'articles/snow.md': file(`${body.replace('متن 3.', 'متن سوم.')}\n## 12:00 تازه\n\n## 12:05 تازه‌تر\n`),
  });
  const over = { title: 'زمین‌لرزهٔ رامسر', date: '"1405/08/30 08:00"', live: '{to: 1405/08/30 14:00}' };
  await site.write({ 'articles/over.md': articleFile(over, body) });
  const build = async (): Promise<string> => {
    const { code, output } = await site.build({ now });
    if (code !== 0) throw new Error(output);
    return readFileSync(join(site.out, path), 'utf8');
  };
  newer = await build();
  await site.write({ 'articles/snow.md': file(body.replace('متن 3.', 'متن سوم.')) });
  mended = await build();
  await site.write({ 'articles/snow.md': file(body.replace('## 10:30 خبر 3\n\nمتن 3.\n', '')) });
  fewer = await build();
  await site.write({ 'articles/snow.md': file(body) });
  fragment = await build();
  return site.out;
});
beforeEach(() => writeFileSync(join(site.out, path), fragment));

/** Open the page, with a clock that the test moves, and count what it asks. */
async function visit(
  options: Parameters<typeof open>[1],
): Promise<{ page: Page; asked: () => number; close: () => Promise<void>; troubles: string[] }> {
  const { page, close, troubles } = await open('/news/metro/404', options).then(async ({ page: opened, ...rest }) => {
    await opened.clock.install();
    return { page: opened, ...rest };
  });
  let count = 0;
  page.on('request', (request) => void (request.url().includes('/fragments/live/') && count++));
  troubles.length = 0;
  await page.goto(new URL('/news/snow/', page.url()).href);
  return { page, asked: () => count, close, troubles };
}

it('new entries are offered by a button, move nothing, and come when the reader wants them', async () => {
  const { page, asked, close, troubles } = await visit({ viewport: screens.phone });
  const button = page.locator('.live-news button:visible');
  await page.clock.fastForward(40_000);
  await expect.poll(asked).toBe(1);
  expect(await button.count()).toBe(0);
  writeFileSync(join(site.out, path), newer);
  await page.locator('#t-0901-1050').scrollIntoViewIfNeeded();
  const placeOf = (): Promise<number> =>
    page.locator('#t-0901-1050').evaluate((element) => element.getBoundingClientRect().top);
  const before = await placeOf();
  await page.clock.fastForward(40_000);
  await expect.poll(() => button.allInnerTexts()).toEqual(['۲ خبر تازه']);
  expect(await placeOf()).toBe(before);
  expect(await page.locator('.live-news').getAttribute('aria-live')).toBe('polite');
  expect(await barriersOn(page)).toEqual([]);
  const kept = await page.locator('#t-0901-1050').elementHandle();
  await button.click();
  expect(await page.locator('.live-entry').count()).toBe(14);
  expect(await page.locator('.live-entry').first().getAttribute('id')).toBe('t-0901-1205');
  expect(await page.locator('#t-0901-1030 p').innerText()).toBe('متن سوم.');
  expect(await page.locator('.live-news').innerText()).toBe('');
  // What was there is the same element, and the keyboard goes on at what is new.
  expect(await page.locator('#t-0901-1050').evaluate((element, other) => element === other, kept)).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#t-0901-1205');
  expect(troubles).toEqual([]);
  await close();
});

it('a correction is offered without a new entry, and moves nothing before the reader wants it', async () => {
  const { page, asked, close, troubles } = await visit({ viewport: screens.phone });
  const button = page.locator('.live-news button:visible');
  const text = page.locator('#t-0901-1030 p');
  const answer = async (html: string, count: number): Promise<void> => {
    writeFileSync(join(site.out, path), html);
    await page.clock.fastForward(40_000);
    await expect.poll(asked).toBe(count);
  };
  const place = (): Promise<number> =>
    page.locator('#t-0901-1000').evaluate((entry) => entry.getBoundingClientRect().top);
  const before = await place();
  await answer(mended, 1);
  await expect.poll(() => button.allInnerTexts()).toEqual(['نمایش متن اصلاح\u200Cشده']);
  expect([await place(), await text.innerText()]).toEqual([before, 'متن ۳.']);
  // A correction that is taken back is offered no more, and new entries bring it along.
  await answer(fragment, 2);
  await expect.poll(() => button.count()).toBe(0);
  await answer(mended, 3);
  await expect.poll(() => button.count()).toBe(1);
  await button.focus();
  await answer(newer, 4);
  await expect.poll(() => button.allInnerTexts()).toEqual(['۲ خبر تازه']);
  // Whoever is about to press it loses nothing.
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await answer(mended, 5);
  await expect.poll(() => button.allInnerTexts()).toEqual(['نمایش متن اصلاح\u200Cشده']);
  await button.press('Enter');
  expect([await text.innerText(), await page.locator('.live-news').innerText()]).toEqual(['متن سوم.', '']);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#t-0901-1030');
  // An entry that is gone goes from the page as well.
  await answer(fewer, 6);
  await button.press('Enter');
  expect([await text.count(), await page.locator('.live-entry').count()]).toEqual([0, 11]);
  expect(troubles).toEqual([]);
  await close();
});

it('asks only while it is seen, less often after failures, and not again once the coverage has ended', async () => {
  const { page, asked, close } = await visit({ viewport: screens.desktop });
  const show = (isHidden: boolean): Promise<void> =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await show(true);
  await page.clock.fastForward(200_000);
  expect(asked()).toBe(0);
  await show(false);
  await expect.poll(asked).toBe(1);
  // Three failures: 60, 120 and 240 seconds, each a fifth more or less.
  await page.route('**/fragments/live/**', (route) => route.fulfill({ status: 503 }));
  for (const [index, wait] of [36, 72, 144].entries()) {
    await page.clock.fastForward(wait * 1000);
    await expect.poll(asked).toBe(index + 2);
  }
  await page.clock.fastForward(150_000);
  expect(asked()).toBe(4);
  await page.unroute('**/fragments/live/**');
  rmSync(join(site.out, path));
  await page.clock.fastForward(150_000);
  await expect.poll(asked).toBe(5);
  await page.clock.fastForward(3_000_000);
  expect(asked()).toBe(5);
  await close();
});

it.each([
  ['/news/snow/', 'light', screens.phone],
  ['/news/snow/', 'dark', screens.desktop],
  ['/news/over/', 'light', screens.desktop],
  ['/news/over/', 'dark', screens.phone],
] as const)(
  'coverage has no barriers while it goes on and when it is over: %s in %s',
  async (address, colorScheme, viewport) => {
    const { page, close } = await open(address, { viewport, colorScheme });
    expect(await barriersOn(page, colorScheme === 'dark' ? rulesInDark() : {})).toEqual([]);
    await close();
  },
);
