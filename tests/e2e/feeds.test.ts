import { describe, expect, it } from 'vitest';
import { screens, useSiteBrowser } from './browser.ts';

const { open, origin } = useSiteBrowser();
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: https:";

describe('a feed in a browser', () => {
  it.each(['/rss.xml', `/tags/${encodeURIComponent('تهران')}/rss.xml`, '/sections/sport/rss.xml'])(
    'reads as a Persian page under a strict policy: %s',
    async (path) => {
      const { page, troubles, close } = await open('/404.html');
      await page.route('**/*', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
      });
      await page.goto(origin() + path);
      const looks = await page.evaluate(look);
      expect(looks).toMatchObject({ direction: 'rtl', font: expect.stringMatching(/^Vazirmatn/) as unknown });
      expect(looks.shown).toEqual(['title', 'link', 'description', 'item', 'category'].toSorted());
      expect(looks.fonts).toContain('Vazirmatn');
      for (const width of [320, screens.phone.width, 768, screens.desktop.width]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(
          width,
        );
      }
      expect(troubles).toEqual([]);
      await close();
    },
  );

  it('is as wide as the screen of a phone', async () => {
    const phone = { viewport: screens.phone, isMobile: true, hasTouch: true };
    const { page, close } = await open('/rss.xml', phone);
    expect(await page.evaluate(() => document.documentElement.clientWidth)).toBe(screens.phone.width);
    await close();
  });

  it('has the colours of the night where the reader wants them', async () => {
    const { page, close } = await open('/rss.xml', { colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(23, 22, 20)',
    );
    await close();
  });
});

describe('the page of feeds', () => {
  it('is in the footer of every page and leads to every feed that it names', async () => {
    const { page, troubles, close } = await open('/about/');
    await page.locator('footer').getByRole('link', { name: 'خوراک' }).click();
    await page.waitForURL('**/feeds/');
    const addresses = await page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses.filter((address) => address.endsWith('rss.xml')).length).toBeGreaterThan(20);
    for (const address of addresses) expect((await page.request.get(address)).status(), address).toBe(200);
    expect(troubles).toEqual([]);
    await close();
  });
});

/** Find what is shown of a feed, and how. Runs in the browser. */
function look(): { direction: string; font: string; shown: string[]; fonts: string[] } {
  const { direction, fontFamily } = getComputedStyle(document.documentElement);
  const shown = [...document.querySelectorAll('channel *')]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => element.tagName);
  const fonts = [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
  return { direction, font: fontFamily, shown: [...new Set(shown)].toSorted(), fonts };
}
