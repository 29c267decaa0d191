import { expect, it } from 'vitest';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { barriersOn, rulesInDark } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';

const { open } = useSiteBrowser(async () => {
  const site = await createMiniSite({
    'articles/bagh.md': articleFile({
      title: 'گفت‌وگو با باغبان',
      date: '1405/08/20',
      audio: '{src: goftogu.mp3, title: گفت‌وگوی ما, duration: "12:40", transcript: goftogu.txt}',
    }),
    'articles/goftogu.mp3': Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(4170)]),
    'articles/goftogu.txt': 'سلام.\n',
  });
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  return site.out;
});

it.each([
  ['light', screens.phone],
  ['dark', screens.desktop],
] as const)(
  'the player has no barriers in %s colours, fits the screen, and loads nothing by itself',
  async (colorScheme, viewport) => {
    const { page, troubles, close } = await open('/news/bagh/', { viewport, colorScheme });
    expect(await barriersOn(page, colorScheme === 'dark' ? rulesInDark() : {})).toEqual([]);
    const box = await page.locator('.audio').boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(viewport.width);
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(' '),
    );
    expect(loaded).not.toContain('goftogu');
    expect(troubles).toEqual([]);
    await close();
  },
);
