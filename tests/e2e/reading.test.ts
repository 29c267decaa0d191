import { describe, expect, inject, it } from 'vitest';
import { openDist, readDist } from '../support/dist.ts';
import { screens, useSiteBrowser } from './browser.ts';
import { kindsOfPage, outside } from './kinds.ts';

const { open } = useSiteBrowser();
const article = '/news/metro-khat-hasht/';
const dist = openDist(inject('sampleSite'));
const redirect = dist.files.find(
  (file) => file.endsWith('.html') && readDist(dist, file).includes('http-equiv="refresh"') && !/\/page\//.test(file),
);
const kinds = kindsOfPage(dist);

describe('every kind of page', () => {
  it.each(Object.entries(kinds))(
    'fits every screen, runs from right to left and causes no trouble: %s',
    async (_, path) => {
      const { page, troubles, close } = await open(path);
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(
          width,
        );
        expect(await page.evaluate(outside), `${width} px`).toEqual([]);
      }
      expect(troubles).toEqual([]);
      await close();
    },
  );

  it('is read without scripts', async () => {
    const { page, troubles, close } = await open(article, { javaScriptEnabled: false, viewport: screens.phone });
    const textOf = async (part: string): Promise<string> =>
      (await page.locator(`[data-part=${part}]`).innerText()).trim();
    expect(await textOf('headline')).toBe('مسیر تازه خط هشت مترو به رأی شهروندان گذاشته شد');
    expect(await textOf('body')).toContain('گزینه نخست کوتاه‌ترین مسیر است');
    expect(await textOf('date')).toMatch(/^پنجشنبه ۲۸ آبان ۱۴۰۵/);
    expect(await page.locator('[data-part=related] a').count()).toBeGreaterThan(0);
    expect(await page.locator('[data-part=tags] a').count()).toBe(4);
    await page.locator('[data-part=latest] a').first().click();
    await page.waitForURL('**/latest/');
    expect(troubles).toEqual([]);
    await close();
  });

  it('leads on from an old address', async () => {
    const { page, close } = await open(
      `/${redirect!
        .replace(/index\.html$/, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/')}`,
    );
    await page.waitForURL(/\/news\//);
    expect(await page.locator('[data-part=headline]').count()).toBe(1);
    await close();
  });
});

describe('an article', () => {
  it('fetches the latest news when the reader comes near, without the article itself', async () => {
    const { page, troubles, close } = await open(article);
    await page.locator('[data-part=latest]').scrollIntoViewIfNeeded();
    const links = page.locator('[data-part=latest] li a');
    await links.first().waitFor();
    const paths = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
    expect(paths.length).toBeGreaterThan(5);
    expect(paths).not.toContain(article);
    expect(troubles).toEqual([]);
    await close();
  });

  it('says how long ago fresh news came, and keeps the date', async () => {
    const { page, close } = await open('/latest/', { javaScriptEnabled: false });
    const time = page.locator('time[data-relative]').first();
    const [moment, text] = [await time.getAttribute('datetime'), await time.innerText()];
    await close();
    const fresh = await open('/about/', { viewport: screens.desktop });
    await fresh.page.clock.setFixedTime(Date.parse(moment!) + 3 * 60 * 60 * 1000);
    await fresh.page.goto(new URL('/latest/', fresh.page.url()).href);
    const shown = fresh.page.locator(`time[datetime="${moment}"]`).first();
    expect(await shown.innerText()).toBe('۳ ساعت پیش');
    expect(await shown.getAttribute('title')).toContain(text);
    expect(fresh.troubles).toEqual([]);
    await fresh.close();
  });

  it('is set as Persian text is read', async () => {
    const { page, close } = await open(article);
    const body = await page
      .locator('[data-part=body] p')
      .first()
      .evaluate((paragraph) => {
        const { fontSize, lineHeight, letterSpacing, textAlign, fontFamily } = getComputedStyle(paragraph);
        return {
          size: Number.parseFloat(fontSize),
          leading: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
          letterSpacing,
          textAlign,
          fontFamily,
        };
      });
    expect(body.size).toBeGreaterThanOrEqual(17);
    expect(body.leading).toBeGreaterThanOrEqual(1.8);
    expect(body.leading).toBeLessThanOrEqual(2.1);
    expect(body.letterSpacing).toMatch(/^(?:normal|0px)$/);
    expect(body.textAlign).toMatch(/^(?:start|right)$/);
    expect(
      await page.evaluate(() =>
        document.fonts.ready.then(() =>
          [...document.fonts].some(({ status, family }) => status === 'loaded' && /vazir/i.test(family)),
        ),
      ),
    ).toBe(true);
    const lengths = await page.evaluate(lineLengths);
    expect(lengths.length).toBeGreaterThan(3);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(80);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeGreaterThanOrEqual(55);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(75);
    await close();
  });

  it('has upright emphasis, and its markers and borders on the right', async () => {
    const { page, close } = await open(article);
    const found = await page.locator('[data-part=body]').evaluate((body) => {
      body.innerHTML =
        '<p><em>تأکید</em> <i>نام</i> <cite>کتاب</cite></p><blockquote>نقل</blockquote><ol><li>یک</li></ol><p><a href="/">پیوند</a></p>';
      const style = (selector: string): CSSStyleDeclaration => getComputedStyle(body.querySelector(selector)!);
      return {
        slants: ['em', 'i', 'cite'].map((name) => style(name).fontStyle),
        synthesis: style('em').getPropertyValue('font-synthesis'),
        borders: [
          Number.parseFloat(style('blockquote').borderRightWidth),
          Number.parseFloat(style('blockquote').borderLeftWidth),
        ],
        list: style('ol').listStyleType,
        indents: [Number.parseFloat(style('ol').paddingRight), Number.parseFloat(style('ol').paddingLeft)],
        underline: style('a').textUnderlineOffset,
      };
    });
    expect(found.slants).toEqual(['normal', 'normal', 'normal']);
    expect(found.synthesis).toBe('none');
    expect(found.borders[0]).toBeGreaterThan(0);
    expect(found.borders[1]).toBe(0);
    expect(found.list).toBe('persian');
    expect(found.indents[0]).toBeGreaterThan(found.indents[1]!);
    await close();
  });

  it('leads to older news on the left', async () => {
    const { page, close } = await open(kinds['numbered page']!.replace(/\d+\/$/, '2/'));
    const box = async (rel: string): Promise<number> =>
      (await page.locator(`[data-part=pager] a[rel=${rel}]`).boundingBox())!.x;
    expect(await box('next')).toBeLessThan(await box('prev'));
    await close();
  });
});

describe('machine-readable files', () => {
  it('are well-formed XML', async () => {
    const { page, close } = await open('/about/');
    const files = dist.files.filter((file) => /\.(?:xml|svg)$/.test(file));
    const broken = await page.evaluate(
      parseErrors,
      files.map((file) => [file, readDist(dist, file).toString()] as [string, string]),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(broken).toEqual([]);
    await close();
  });
});

/** Count the characters of the full lines in the body's paragraphs. Runs in the page. */
function lineLengths(): number[] {
  return [...document.querySelectorAll('[data-part=body] > p')].flatMap((paragraph) => {
    const lines = new Map<number, number>();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let index = 0; index < node.textContent!.length; index++) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const top = Math.round(range.getBoundingClientRect().top / 8);
        if (range.getBoundingClientRect().width > 0) lines.set(top, (lines.get(top) ?? 0) + 1);
      }
    }
    return [...lines.values()].slice(0, -1);
  });
}

/** Name the files that an XML parser does not take. Runs in the page. */
function parseErrors(files: [string, string][]): string[] {
  return files
    .filter(([, text]) => new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror'))
    .map(([file]) => file);
}
