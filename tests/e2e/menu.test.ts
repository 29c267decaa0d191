import { describe, expect, it } from 'vitest';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { useSiteBrowser } from './browser.ts';

const names = [
  'سیاست',
  'اقتصاد',
  'جهان',
  'جامعه',
  'فرهنگ و هنر',
  'دانش',
  'ورزش',
  'سلامت',
  'محیط زیست',
  'گردشگری',
  'حقوق',
  'تاریخ',
];
const sections = names.map((name, index) => ({ slug: `s${index}`, name }));
const { open } = useSiteBrowser(async () => {
  const menu = sections.map(({ slug }) => ({
    section: slug,
    ...(slug === 's11' && { children: [{ href: '/archive/', label: 'بایگانی تاریخ' }] }),
  }));
  const site = await createMiniSite({ 'articles/a.md': articleFile({ section: 'تاریخ' }) }, { sections, menu });
  await site.build();
  return site.out;
});
const wide = { viewport: { width: 800, height: 900 } };

describe('a menu that is wider than the screen', () => {
  it('shows the section of the page, and fades where it is cut off', async () => {
    const { page, close } = await open('/news/a/', wide);
    const row = page.locator('.menu ul').first();
    const current = (await row.locator('[aria-current]').boundingBox())!;
    expect(current.x).toBeGreaterThanOrEqual(0);
    expect(current.x + current.width).toBeLessThanOrEqual(800);
    const cut = (): Promise<string[]> => row.evaluate((list) => Object.keys(list.dataset).toSorted());
    await expect.poll(cut).toEqual(['before']);
    await row.evaluate((list) => (list.scrollLeft = -40));
    await expect.poll(cut).toEqual(['after', 'before']);
    await row.evaluate((list) => (list.scrollLeft = 0));
    await expect.poll(cut).toEqual(['after']);
    expect(await row.evaluate((list) => getComputedStyle(list).maskImage)).toContain('gradient');
    await close();
  });

  it('gives each section its own colour', async () => {
    const { page, close } = await open('/', wide);
    const colours = await page
      .locator('.menu ul')
      .first()
      .locator('li')
      .evaluateAll((items) => items.map((item) => getComputedStyle(item).getPropertyValue('--accent')));
    expect(new Set(colours).size).toBe(sections.length);
    await close();
  });

  it('shows the links below the current entry, and in the sheet those of all', async () => {
    const { page, close } = await open('/sections/s11/', wide);
    expect(await page.locator('.menu ul').nth(1).locator('a').allTextContents()).toEqual(['بایگانی تاریخ']);
    await page.goto(new URL('/', page.url()).href);
    expect(await page.locator('.menu ul').count()).toBe(1);
    await page.locator('[data-sheet] summary').click();
    expect(await page.locator('.sheet a', { hasText: 'بایگانی تاریخ' }).isVisible()).toBe(true);
    await close();
  });
});
