import { describe, expect, it } from 'vitest';
import { tones } from '../../src/core/pictures/placeholder-colours.ts';
import { useSiteBrowser } from './browser.ts';

const { open } = useSiteBrowser();
const article = '/news/metro-khat-hasht/';

/** A picture as it is shown, in pixels of the screen. */
interface Shown {
  /** The file that the browser chose. */
  file: string;
  needed: number;
  chosen: number;
  /** The widths among which it chose. */
  offered: number[];
}

describe('pictures', () => {
  it('come as AVIF in the width that a phone needs', async () => {
    const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 };
    const { page, troubles, close } = await open(article, phone);
    const hero = page.locator('.hero img');
    expect(await hero.evaluate((image) => (image as HTMLImageElement).currentSrc)).toMatch(/\/480\.avif$/);
    expect(await hero.getAttribute('fetchpriority')).toBe('high');
    expect(await page.locator('.card img').first().getAttribute('loading')).toBe('lazy');
    expect(troubles).toEqual([]);
    await close();
  });

  it.each([
    [390, 3],
    [390, 1],
    [768, 2],
    [1024, 1],
    [1280, 1],
    [1600, 2],
  ])('are neither blurred nor much too large at %i px and %i dots a pixel', async (width, deviceScaleFactor) => {
    for (const path of ['/', article, '/latest/', '/sections/science/']) {
      const { page, close } = await open(path, { viewport: { width, height: 900 }, deviceScaleFactor });
      await loadAll(page);
      const shown = await page.locator('picture:has(source) img').evaluateAll(measure);
      expect(shown.length, path).toBeGreaterThan(0);
      const wrong = shown.filter(
        ({ needed, chosen, offered }) =>
          (chosen < needed * 0.85 && chosen < Math.max(...offered)) ||
          (chosen > needed * 2.3 && chosen > Math.min(...offered)),
      );
      expect(wrong, path).toEqual([]);
      await close();
    }
  });

  it.each(['/', article, '/latest/'])('move nothing when they arrive, however late: %s', async (path) => {
    for (const width of [390, 1280]) {
      const { page, close } = await open('/about/', { viewport: { width, height: 844 } });
      await page.addInitScript(watchShifts);
      await page.route(/\/(?:_pictures|files)\//, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 250));
        await route.continue();
      });
      // What scripts add, and what fonts move, is none of the pictures'.
      await page.route(/\/fragments\/|\.woff2$/, (route) => route.abort());
      await page.goto(new URL(path, page.url()).href);
      await loadAll(page);
      expect(await page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted), `${width} px`).toBe(0);
      await close();
    }
  });

  it('have their own colour while they load', async () => {
    const { page, close } = await open('/about/', { viewport: { width: 390, height: 844 } });
    await page.route(/\/(?:_pictures|files)\//, (route) => route.abort());
    await page.goto(new URL(article, page.url()).href);
    const hero = page.locator('.hero img');
    const [name, colour] = await hero.evaluate((image) => [image.className, getComputedStyle(image).backgroundColor]);
    const tone = tones[Number(/^tone-(\d+)$/.exec(name!)![1])]!;
    const parts = [1, 3, 5].map((at) => Number.parseInt(tone.slice(at, at + 2), 16));
    expect(colour).toBe(`rgb(${parts.join(', ')})`);
    const box = (await hero.boundingBox())!;
    expect(box.width / box.height).toBeCloseTo(1.6, 1);
    await close();
  });
});

/** Scroll through a page until every picture is there. */
async function loadAll(page: import('playwright-core').Page): Promise<void> {
  for (const image of await page.locator('img').all()) {
    await image.scrollIntoViewIfNeeded();
    await image.evaluate((element) => (element as HTMLImageElement).decode());
  }
}

/** Tell what browsers chose for pictures. Runs in the page. */
function measure(images: Element[]): Shown[] {
  return (images as HTMLImageElement[]).map((image) => {
    const file = new URL(image.currentSrc).pathname;
    const srcset = image.parentElement!.querySelector('source')!.srcset;
    return {
      file,
      needed: Math.round(image.getBoundingClientRect().width * devicePixelRatio),
      chosen: Number(/\/(\d+)\.\w+$/.exec(file)![1]),
      offered: [...srcset.matchAll(/ (\d+)w/g)].map((match) => Number(match[1])),
    };
  });
}

/** Add up how much of what is seen moves by itself (Layout Instability API). Runs in the page. */
function watchShifts(): void {
  const counter = globalThis as unknown as { shifted: number };
  counter.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) counter.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
