import { expect, it } from 'vitest';
import { fixedNow } from '../support/command.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { barriersOn, rulesInDark } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';

const titles = { a: 'خبر یکم', b: 'خبر دوم', c: 'خبر سوم', d: 'خبر چهارم' };

const { open } = useSiteBrowser(async () => {
  const site = await createMiniSite({
    ...Object.fromEntries(
      Object.entries(titles).map(([slug, title]) => [
        `articles/${slug}.md`,
        articleFile({ title, date: '1405/08/20' }),
      ]),
    ),
    'popular.json': JSON.stringify({ at: fixedNow, articles: ['c', 'a', 'd', 'b'] }),
  });
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  return site.out;
});

it('«پربازدیدترین» comes beside an article, without the article itself, and keeps the places', async () => {
  const { page, troubles, close } = await open('/news/a/', { viewport: screens.phone });
  const list = page.locator('[data-part=popular]');
  await list.scrollIntoViewIfNeeded();
  await expect.poll(() => list.locator('li').allInnerTexts()).toEqual(['خبر سوم', 'خبر چهارم', 'خبر دوم']);
  expect(await list.locator('li').evaluateAll((items) => items.map((item) => (item as HTMLLIElement).value))).toEqual([
    1, 3, 4,
  ]);
  const numerals = list.locator('li').first();
  expect(await numerals.evaluate((item) => getComputedStyle(item, '::before').content)).toContain('persian');
  expect([await barriersOn(page), troubles]).toEqual([[], []]);
  await close();
});

it.each(['light', 'dark'] as const)(
  '«پربازدیدترین» of the front page has no barriers in %s colours',
  async (colorScheme) => {
    const { page, close } = await open('/', { viewport: screens.desktop, colorScheme });
    expect(await page.locator('.ranking a').allInnerTexts()).toEqual(['خبر سوم', 'خبر یکم', 'خبر چهارم', 'خبر دوم']);
    expect(await barriersOn(page, colorScheme === 'dark' ? rulesInDark() : {})).toEqual([]);
    await close();
  },
);

it('«پربازدیدترین» leaves no empty place without scripts', async () => {
  const { page, close } = await open('/news/a/', { viewport: screens.phone, javaScriptEnabled: false });
  expect(await page.locator('[data-part=popular]').isVisible()).toBe(false);
  await close();
});
