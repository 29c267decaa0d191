import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { measureFallback } from '../../scripts/font/fallback.ts';
import { fontParts } from '../../src/core/fonts/characters.ts';
import { parseCss } from '../support/css.ts';
import { readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { repository } from '../support/folders.ts';
import { findParts, textOf } from '../support/html.ts';
import { screens, useSiteBrowser } from './browser.ts';
import { kindsOfPage } from './kinds.ts';

const { open } = useSiteBrowser();
const { dist, pages } = readSampleSite();
const css = dist.files
  .filter((file) => file.endsWith('.css'))
  .map((file) => readDist(dist, file).toString())
  .join('');
const faces = [...css.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([rule]) =>
  Object.fromEntries(parseCss(rule).map(({ property, value }) => [property, value.replaceAll(/["']/g, '')])),
);
const fallbacks = faces.filter(({ 'size-adjust': size }) => size !== undefined);
const percent = (text: string | undefined): number => Number.parseFloat(text ?? '');

/** What Android shows before the font is there, as a file, since test machines do not have it. */
const naskh = (weight: number): Buffer => {
  const folder = dirname(fileURLToPath(import.meta.resolve('@fontsource/noto-naskh-arabic/package.json')));
  return readFileSync(join(folder, `files/noto-naskh-arabic-arabic-${weight}-normal.woff2`));
};
const urlOf = (font: Buffer): string => `url(data:font/woff2;base64,${font.toString('base64')})`;

describe('the fonts that stand in', () => {
  it('are set so that their lines are as high as those of the font', () => {
    expect(fallbacks.length).toBeGreaterThan(3);
    for (const face of fallbacks) {
      const size = percent(face['size-adjust']) / 100;
      expect(percent(face['ascent-override']) * size, face['font-family']).toBeCloseTo(102.5, 0);
      expect(percent(face['descent-override']) * size, face['font-family']).toBeCloseTo(53.7, 0);
    }
  });

  it.each([400, 700])('are as wide as the font: Naskh, weight %i', async (weight) => {
    const { page, close } = await open('/about/', { bypassCSP: true });
    const text = pages
      .filter(({ path }) => path.startsWith('news/'))
      .flatMap(({ tree }) => findParts(tree, 'body').map(textOf))
      .join('\n');
    const vazirmatn = urlOf(readFileSync(join(repository, 'src/fonts/vazirmatn-persian.woff2')));
    const measured = await measureFallback(page, { source: urlOf(naskh(weight)), weight, vazirmatn, text });
    const face = fallbacks.find(
      (each) =>
        each['font-family'] === 'Vazirmatn Naskh' && each['font-weight']!.startsWith(weight === 400 ? '400' : '600'),
    )!;
    const widths = await page.locator('.prose p').first().evaluate(measureLine, weight);
    // Browsers shape letters a little differently. What counts is less than a space in a line: that moves hardly a word.
    const space = (100 * widths.space) / widths.line;
    expect(Math.abs(measured - percent(face['size-adjust']))).toBeLessThan(space);
    await close();
  });
});

describe('a page', () => {
  it('has all the characters of the font drawn by it', async () => {
    const { page, close } = await open('/about/');
    await page.evaluate(
      (text) => {
        document.querySelector('main')!.textContent = text;
      },
      Object.values(fontParts)
        .join('')
        .replaceAll(/[\s\u200E\u200F]/g, ''),
    );
    await page.evaluate(() => document.fonts.ready);
    const session = await page.context().newCDPSession(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'main' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont])).toEqual([['Vazirmatn', true]]);
    await close();
  });

  // However late the font is on a busy machine, it is not what moves here: it does not come at all.
  it('shifts next to nothing when it is loaded', async () => {
    for (const viewport of Object.values(screens)) {
      const { page, close } = await open('/about/', { viewport });
      await page.route('**/*.woff2', (route) => route.abort());
      await watchShifts(page);
      for (const path of Object.values(kindsOfPage(dist))) {
        await page.goto(new URL(path, page.url()).href);
        expect(await shiftOf(page), `${path}, ${viewport.width} px`).toBeLessThan(0.005);
      }
      await close();
    }
  });

  // No two fonts break all lines alike: what a late font shifts can be small, and not nothing. Up to 0.1 is good (web.dev/cls).
  it('shifts little where the font comes late, on average and with Naskh in its place', async () => {
    const shifts: number[] = [];
    const kinds = kindsOfPage(dist);
    for (const path of ['home', 'article', 'long article', 'tag', 'latest', 'about'].map((kind) => kinds[kind]!)) {
      for (const viewport of Object.values(screens)) {
        const { page, close } = await open('/about/', { viewport });
        await watchShifts(page);
        // News that come into the room kept for them would count as a shift if they came in the same frame.
        await page.route('**/fragments/**', () => {});
        const release = await standInNaskh(page);
        await page.goto(new URL(path, page.url()).href, { waitUntil: 'domcontentloaded' });
        await page.evaluate(twoFrames);
        release();
        shifts.push(await shiftOf(page));
        await close();
      }
    }
    expect(shifts.reduce((sum, each) => sum + each, 0) / shifts.length).toBeLessThan(0.1);
  });
});

/** Measure a line of text, and the space between words of it in its font. Runs in the page. */
function measureLine(paragraph: Element, weight: number): { line: number; space: number } {
  const canvas = document.createElement('canvas').getContext('2d')!;
  const { fontSize } = getComputedStyle(paragraph);
  canvas.font = `${weight} ${fontSize} measured`;
  return { line: paragraph.clientWidth, space: canvas.measureText(' ').width };
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const state = window as unknown as { shift: number };
    state.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) state.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

async function shiftOf(page: Page): Promise<number> {
  await page.evaluate(() => document.fonts.ready);
  // Shifts are reported after the frame in which they happen.
  await page.evaluate(twoFrames);
  await page.evaluate(twoFrames);
  return page.evaluate(() => (window as unknown as { shift: number }).shift);
}

/** Wait until the page has been painted. Runs in the page. */
function twoFrames(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/**
 * Hold the font back, and give the page the files of Naskh where it looks for it on the machine.
 *
 * @returns A function that lets the font come.
 */
async function standInNaskh(page: Page): Promise<() => void> {
  await page.route('**/_astro/*.css', async (route) => {
    const response = await route.fetch();
    let weight = 400;
    const body = (await response.text()).replaceAll(/src:\s*local\([^;}]*Naskh[^;}]*/g, () => {
      const source = `src:${urlOf(naskh(weight))}`;
      weight = 700;
      return source;
    });
    await route.fulfill({ response, body });
  });
  const { promise: isReleased, resolve } = Promise.withResolvers<void>();
  await page.route('**/vazirmatn-*.woff2', async (route) => {
    await isReleased;
    await route.continue();
  });
  return resolve;
}
