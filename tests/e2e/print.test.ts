import { expect, it } from 'vitest';
import { screens, useSiteBrowser } from './browser.ts';

const { open } = useSiteBrowser();

it('prints an article with its address, and nothing that is of no use on paper', async () => {
  const { page, close } = await open(`/news/${encodeURIComponent('شهر-پیاده')}/`, { viewport: screens.desktop });
  const address = page.locator('.print-address');
  expect(await address.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await address.innerText()).toBe('نشانی این خبر: https://rooznegar.example/news/شهر-پیاده/');
  for (const part of ['headline', 'date', 'body', 'source'])
    expect(await page.locator(`[data-part=${part}]`).isVisible(), part).toBe(true);
  const useless = page.locator('nav, form, button, aside, footer, [data-part=related], [data-part=tags], .skip-link');
  expect(await useless.count()).toBeGreaterThan(5);
  for (const each of await useless.all()) expect(await each.isVisible()).toBe(false);
  const links = page.locator('[data-part=body] a[rel~=external]:not([dir=ltr])');
  for (const link of await links.all()) {
    const shown = await link.evaluate((each) => getComputedStyle(each, '::after').content);
    expect(shown).toContain(await link.getAttribute('href'));
  }
  await close();
});

it('prints the front page on two pages at most, in black on white', async () => {
  const { page, close } = await open('/', { viewport: screens.desktop });
  for (const size of ['', 'larger'])
    for (const format of ['A4', 'Letter']) {
      await page.evaluate((chosen) => (document.documentElement.dataset['textSize'] = chosen), size);
      const pdf = await page.pdf({ format });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length, `${format} ${size}`).toBeLessThanOrEqual(2);
      expect(pages.length).toBeGreaterThan(0);
    }
  await page.emulateMedia({ media: 'print' });
  for (const headline of await page.locator('.front .headline').all()) {
    expect(await headline.isVisible()).toBe(true);
    expect(await headline.evaluate((each) => getComputedStyle(each).color)).toBe('rgb(0, 0, 0)');
  }
  await close();
});
