import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { repository } from '../support/folders.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { createRandom } from '../support/random.ts';
import { useSiteBrowser } from './browser.ts';

const { open, origin } = useSiteBrowser(async () => {
  const site = await createMiniSite({
    'articles/farsi.md': articleFile({}, 'مُحَمَّد رأیِ خود را در ساعت ۱۰:۳۰ داد؛ «گِل» و «گُل» (۲۵٪) بود.'),
    'pages/latin.md': '---\ntitle: نرم‌افزار\n---\nنرم‌افزار Firefox تازه شد.\n',
  });
  await site.build();
  return site.out;
});

/** Follow the font files that a page asks for. */
function watchFonts(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /([\w-]+?)\.[\w-]+\.woff2$/.exec(request.url())?.[1];
    if (name !== undefined) asked.push(name);
  });
  return asked;
}

/** A page of the site's origin without fonts: Chromium asks for those of an earlier page beforehand. */
const textless = '/favicon.svg';

/** Open a page in a profile of its own, and list the fonts that it asks for. */
async function fontsOf(path: string, prepare?: (page: Page) => Promise<void>): Promise<string[]> {
  const { page, close } = await open(textless, { viewport: { width: 390, height: 844 } });
  await prepare?.(page);
  const asked = watchFonts(page);
  await page.goto(origin() + path);
  await page.evaluate(() => document.fonts.ready);
  await close();
  return [...new Set(asked)];
}

describe('the fonts of a page', () => {
  it('are one file for Persian text, with its marks, digits and punctuation', async () => {
    expect(await fontsOf('/news/farsi/')).toEqual(['vazirmatn-persian']);
    expect(await fontsOf('/')).toEqual(['vazirmatn-persian']);
  });

  it('are two where there are Latin letters', async () => {
    expect((await fontsOf('/latin/')).toSorted()).toEqual(['vazirmatn-latin', 'vazirmatn-persian']);
  });

  it('are none for readers who chose the font of their device, or who save data', async () => {
    const choose = (choice: object) => async (page: Page) =>
      page.evaluate((text) => localStorage.setItem('appearance', text), JSON.stringify(choice));
    expect(await fontsOf('/news/farsi/', choose({ font: 'device' }))).toEqual([]);
    const save = async (page: Page): Promise<void> => {
      await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    };
    expect(await fontsOf('/news/farsi/', save)).toEqual([]);
    const saveButChoose = async (page: Page): Promise<void> => {
      await choose({ font: '' })(page);
      await save(page);
    };
    expect(await fontsOf('/news/farsi/', saveButChoose)).toEqual(['vazirmatn-persian']);
  });

  it('follow a choice in «نمایش» at once, and stay so', async () => {
    const { page, close } = await open('/news/farsi/', { viewport: { width: 390, height: 844 } });
    const family = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(await family()).toMatch(/^Vazirmatn/);
    await page.locator('[data-appearance] summary').click();
    await page.getByLabel('قلم دستگاه').check();
    await expect.poll(family).toMatch(/^system-ui/);
    await page.reload();
    expect(await family()).toMatch(/^system-ui/);
    await page.locator('[data-appearance] summary').click();
    expect(await page.getByLabel('قلم دستگاه').isChecked()).toBe(true);
    await close();
  });

  it('are asked for without scripts, too', async () => {
    const { page, close } = await open(textless, { javaScriptEnabled: false });
    const asked = watchFonts(page);
    await page.goto(`${origin()}/news/farsi/`, { waitUntil: 'networkidle' });
    expect([...new Set(asked)]).toEqual(['vazirmatn-persian']);
    await close();
  });
});

/** Words with marks above and below, as they meet in neighbouring lines. */
const words = 'رأی إن آب إلا گِل بِسیج اِصلاح چین پُشت ژرف قوّت مؤسّسهٔ جزءِ وَجه پیچ لاله';
const files = { vazirmatn: 'vazirmatn-persian.woff2', naskh: 'naskh-bold.woff2' };
const seed = 14050909;

describe('lines of text with marks', () => {
  it.each(Object.entries(files))(`do not touch each other in any size: %s (seed ${seed})`, async (_, file) => {
    const { page, close } = await open('/news/farsi/', { bypassCSP: true, viewport: { width: 1280, height: 900 } });
    const bytes = readFileSync(join(repository, 'src/fonts', file)).toString('base64');
    const random = createRandom(seed);
    const all = words.split(' ');
    const lines = Array.from({ length: 60 }, () => Array.from({ length: 8 }, () => random.pick(all)).join(' '));
    const source = `url(data:font/woff2;base64,${bytes})`;
    const touching = await page.evaluate(findTouching, { source, lines });
    expect(Object.fromEntries(touching)).toEqual({ h1: [], h2: [], h3: [], h4: [], body: [] });
    await close();
  });
});

/** Draw each line above the next at the line heights of the site, and list those whose ink overlaps. Runs in the page. */
async function findTouching({
  source,
  lines,
}: {
  source: string;
  lines: readonly string[];
}): Promise<[string, string[]][]> {
  document.fonts.add(await new FontFace('measured', source, { weight: '400 700' }).load());
  const root = getComputedStyle(document.documentElement);
  const [width, height] = [900, 200];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const inkOf = (text: string, y: number): Uint8ClampedArray => {
    context.clearRect(0, 0, width, height);
    context.fillText(text, width - 10, y);
    return context.getImageData(0, 0, width, height).data;
  };
  return ['h1', 'h2', 'h3', 'h4', 'body'].map((size) => {
    const probe = Object.assign(document.createElement('p'), { style: `font-size: var(--text-${size})` });
    document.body.append(probe);
    const pixels = Number.parseFloat(getComputedStyle(probe).fontSize);
    probe.remove();
    const name = ['h1', 'h2', 'body'].includes(size) ? size : 'headline';
    const step = Math.round(Number(root.getPropertyValue(`--line-${name}`)) * pixels);
    Object.assign(context, { font: `${size === 'body' ? 400 : 700} ${pixels}px measured`, direction: 'rtl' });
    const touching = lines.slice(1).filter((line, index) => {
      const [upper, lower] = [inkOf(lines[index]!, 80), inkOf(line, 80 + step)];
      // Alpha of at least a third: what is lighter is the edge of a letter.
      return upper.some((alpha, at) => at % 4 === 3 && alpha > 85 && lower[at]! > 85);
    });
    return [size, touching];
  });
}
