import { expect, it } from 'vitest';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { drawPng } from '../support/picture.ts';
import { useSiteBrowser } from './browser.ts';

const slugs = Array.from({ length: 40 }, (_, index) => `n${index}`);
const { open } = useSiteBrowser(async () => {
  const articles = slugs.map((slug, index) => {
    const fields = {
      title: `خبر شماره ${index} از کارگاه‌های کوچک شهر و آنچه در آن‌ها ساخته می‌شود`,
      date: `1404/07/${index === 0 ? 30 : 28 - Math.floor(index / 2)}`,
      ...(index > 20 && { picked: 'yes' }),
      ...(index === 0 && {
        title: 'پل تازه رودخانه باز شد',
        lead: 'مردم شهر از پل تازه گذشتند. '.repeat(6),
        image: '{src: bridge.png, alt: پل}',
      }),
      ...(index === 39 && { type: 'opinion', authors: '[نرگس آذر]' }),
    };
    return [`articles/${slug}.md`, articleFile(fields)];
  });
  const site = await createMiniSite(
    { ...Object.fromEntries(articles), 'articles/bridge.png': drawPng(1600, 900, [120, 90, 60]) },
    { name: 'پیام امروز کرمانشاه' },
  );
  expect((await site.build()).output).toContain('40 articles');
  return site.out;
});

it('the picture of the lead is as high as the text beside it', async () => {
  const { page, close } = await open('/', { viewport: { width: 1280, height: 800 } });
  const [picture, text] = await page.evaluate(() =>
    ['img', '.card-text'].map((part) => document.querySelector(`.card-lead ${part}`)!.getBoundingClientRect().height),
  );
  expect(text).toBeGreaterThan(300);
  expect(picture).toBeGreaterThan(text! - 40);
  await close();
});

it('the lists below the main column fill the width of a tablet', async () => {
  const { page, close } = await open('/', { viewport: { width: 768, height: 1024 } });
  const lists = await page.locator('.front-side :is(.timeline, .stories)').evaluateAll((all) =>
    all.map((list) => {
      const bottoms = [...list.children].map((item) => item.getBoundingClientRect());
      const columns = Object.values(Object.groupBy(bottoms, ({ left }) => Math.round(left)));
      const [first = 0, second = 0] = columns.map((boxes) => Math.max(...boxes!.map(({ bottom }) => bottom)));
      return { columns: columns.length, hole: Math.abs(first - second) };
    }),
  );
  expect(lists).toHaveLength(2);
  for (const { columns, hole } of lists) {
    expect(columns).toBe(2);
    expect(hole).toBeLessThan(120);
  }
  await close();
});

it('a long name takes no second row from phones', async () => {
  const { page, close } = await open('/', { viewport: { width: 360, height: 780 } });
  expect((await page.locator('.masthead').boundingBox())!.height).toBeLessThanOrEqual(52);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await close();
});

it('an article leads to no other one twice', async () => {
  const { page, close } = await open('/news/n20/', { viewport: { width: 1280, height: 900 } });
  await page.locator('.aside-block .timeline li').first().waitFor();
  const links = await page
    .locator(':is(.related .headline, .stories, .timeline) a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  expect(links.length).toBeGreaterThan(12);
  expect(links).toEqual([...new Set(links)]);
  await close();
});

it('the writer of an opinion is named once', async () => {
  const { page, close } = await open('/news/n39/');
  expect(await page.locator('.article > header, .article-meta').getByText('نرگس آذر').count()).toBe(1);
  await close();
});

it('the list of the latest is not shown where all of it is shown already', async () => {
  const { page, close } = await open('/news/n20/', { viewport: { width: 1280, height: 900 } });
  await page.route('**/fragments/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<ol><li><a href="/news/n20/">خبر</a></li></ol>' }),
  );
  await page.reload();
  await expect.poll(() => page.locator('[data-fragment]').isVisible()).toBe(false);
  await close();
});
