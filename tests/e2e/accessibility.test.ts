import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openDist } from '../support/dist.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { barriersOn } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';
import { walkByKeyboard } from './focus-path.ts';
import { fullArticle } from './full-article.ts';
import { kindsOfPage, outside } from './kinds.ts';

const { open, openShared } = useSiteBrowser();
const small = useSiteBrowser(async () => {
  const site = await createMiniSite({
    'articles/garden.md': fullArticle,
    'articles/bridge.md': articleFile({ title: 'پل تازه باز شد', date: '1404/01/01', section: 'جامعه' }),
    'editions/1404-02-01.yml': 'text: سخن سردبیر\narticles: [rain, bridge]\n',
    'articles/rain.md': articleFile({ title: 'باران آمد', date: '1404/02/01', picked: 'true' }),
  });
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(output);
  return site.out;
});
const results = `/search/?q=${encodeURIComponent('تهران')}`;
const kinds = Object.entries({ ...kindsOfPage(openDist(inject('sampleSite'))), 'search with results': results });
const garden = '/news/garden/';
const cases: [name: string, path: string, site: typeof openShared][] = [
  ...kinds.map(([name, path]): [string, string, typeof openShared] => [name, path, openShared]),
  ['article with every element', garden, small.openShared],
  ['day’s edition', '/editions/1404/02/01/', small.openShared],
  ['list of editions', '/editions/', small.openShared],
  ['home of a site with three articles', '/', small.openShared],
];

/** Those that differ most, for what takes long to look at; all of them in `npm run test:slow`. */
const differing = inject('isThorough')
  ? cases
  : cases.filter(([name]) => /^(?:home|article with|numbered page|tag$|month|search|feeds|not found)/.test(name));

/** Each screen and each scheme once; each with each in `npm run test:slow`. */
const looks = Object.values(screens).flatMap((viewport, index) =>
  (['light', 'dark'] as const)
    .filter((_, scheme) => inject('isThorough') || scheme === (index + 1) % 2)
    .map((colorScheme) => [viewport, colorScheme] as const),
);

const allRules: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true } },
};

describe('every kind of page', () => {
  it.each(cases)(
    'has no barrier that axe knows, light and dark, on phone and desktop: %s',
    async (_, path, openPage) => {
      const { page, close } = await openPage(path, { reducedMotion: 'reduce' });
      await settle(page);
      for (const [viewport, colorScheme] of looks) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        expect(await barriersOn(page, allRules), `${viewport.width} px, ${colorScheme}`).toEqual([]);
      }
      await close();
    },
  );

  it.each(cases)('has landmarks with names, and headings in order: %s', async (_, path, openPage) => {
    const { page, close } = await openPage(path, {});
    await settle(page);
    const found = await page.evaluate(() => {
      const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
      const nameOf = (element: Element): string =>
        element.ariaLabel ??
        document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent?.trim() ??
        '';
      return {
        landmarks: ['body > header', 'body > main', 'body > footer'].map((selector) => all(selector).length),
        names: all('nav, [role=search], body aside').map(nameOf),
        headings: all('h1, h2, h3, h4, h5, h6')
          .filter((heading) => heading.checkVisibility())
          .map(({ localName }) => Number(localName.slice(1))),
        language: [document.documentElement.lang, document.documentElement.dir],
        title: document.title,
      };
    });
    expect(found.landmarks).toEqual([1, 1, 1]);
    expect(found.names.every((name) => name !== '')).toBe(true);
    expect(new Set(found.names).size).toBe(found.names.length);
    expect(found.headings[0]).toBe(1);
    expect(found.headings.filter((level) => level === 1)).toHaveLength(1);
    const skips = found.headings.filter((level, index) => index > 0 && level > found.headings[index - 1]! + 1);
    expect(skips).toEqual([]);
    expect(found.language).toEqual(['fa', 'rtl']);
    expect(found.title).not.toBe('');
    await close();
  });

  it.each(differing)(
    'is led through by the keyboard, which always shows where it is: %s',
    async (_, path, openPage) => {
      const { page, close } = await openPage(path, { viewport: screens.phone, reducedMotion: 'reduce' });
      await settle(page);
      await loadLatest(page);
      const stops = await walkByKeyboard(page);
      expect(stops.filter(({ faults }) => faults.length > 0)).toEqual([]);
      expect(stops.map(({ name }) => name)).toContain('a[#main]');
      const links = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('a[href]')].filter(
            (link) => link.checkVisibility() && link.tabIndex >= 0 && link.dataset['walked'] === undefined,
          ).length,
      );
      expect(links, 'links that were not reached').toBe(0);
      await close();
    },
  );

  it.each(differing)('is whole at 200 % zoom, with large text, and with wide spaces: %s', async (_, path, openPage) => {
    // Zoom to 200 % is half the screen at twice the pixels (WCAG 2.2, 1.4.4 and 1.4.10).
    // The policy of pages allows no styles of tests.
    const screen = { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, bypassCSP: true };
    const { page, close } = await openPage(path, screen);
    await settle(page);
    const isWhole = async (what: string): Promise<void> => {
      expect(await page.evaluate(outside), what).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(width, what).toBeLessThanOrEqual(0);
    };
    await isWhole('200 %');
    await page.setViewportSize({ width: 320, height: 256 });
    await isWhole('400 %');
    await page.setViewportSize(screens.desktop);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await isWhole('text of 200 %');
    await page.setViewportSize(screens.phone);
    await isWhole('text of 200 % on a phone');
    await page.addStyleTag({
      content:
        'html { font-size: 100% !important } * { line-height: 1.5 !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    });
    await isWhole('wide spaces (WCAG 2.2, 1.4.12)');
    await close();
  });
});

describe('a reader with a keyboard', () => {
  it('skips to the text, goes on to a section, an article and older news, and searches', async () => {
    const { page, troubles, close } = await open('/', { viewport: screens.desktop });
    await page.keyboard.press('Tab');
    const skip = page.locator('.skip-link');
    expect((await skip.boundingBox())!.height).toBeGreaterThanOrEqual(24);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/news\//);
    await tabTo(page, '.menu a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sections\/|\/latest\//);
    await page.goto(new URL('/latest/', page.url()).href);
    await tabTo(page, '.pager-older');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/latest\/page\//);
    await tabTo(page, '#site-search');
    await page.keyboard.type('تهران');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    await page.locator('[data-part=results] li').first().waitFor();
    await tabTo(page, '[data-part=results] a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/news\//);
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('a reader with other needs', () => {
  it('hears what is in another language in that language', async () => {
    const { page, close } = await small.open(garden);
    const languages = await page
      .locator('[data-part=body] [lang]')
      .evaluateAll((all) => all.map((each) => `${each.localName} ${each.getAttribute('lang')}`));
    expect(languages).toEqual(['blockquote ar', 'span en']);
    await close();
  });

  it('sees nothing move when motion is unwelcome', async () => {
    for (const [path, openPage] of [
      ['/', open],
      [results, open],
      [garden, small.open],
    ] as const) {
      const { page, close } = await openPage(path, { reducedMotion: 'reduce' });
      await settle(page);
      const moving = await page.evaluate(
        () =>
          [document.documentElement, ...document.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
          }).length,
      );
      expect(moving, path).toBe(0);
      await close();
    }
  });

  it('sees the borders of fields, the place in the menu and the focus in forced colours', async () => {
    const { page, close } = await open('/sections/society/', { forcedColors: 'active' });
    const colours = await page.evaluate(() => {
      const style = (selector: string): CSSStyleDeclaration => getComputedStyle(document.querySelector(selector)!);
      return {
        paper: style('body').backgroundColor,
        field: style('.search-form').borderTopColor,
        current: style('.menu a[aria-current]').borderBottomColor,
        other: style('.menu a:not([aria-current])').borderBottomColor,
      };
    });
    expect(colours.field).not.toBe(colours.paper);
    expect(colours.current).not.toBe(colours.other);
    const stops = await walkByKeyboard(page);
    expect(stops.filter(({ faults }) => faults.includes('no outline'))).toEqual([]);
    await close();
  });
});

/** Wait until fonts and, on the search page, answers are there. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const isSearch = new URL(page.url()).pathname === '/search/';
  if (isSearch)
    await page
      .locator(page.url().includes('?q=') ? '[data-part=results] li' : '[data-newest] li')
      .first()
      .waitFor();
}

/** Have the list of the latest articles fetched that comes when the reader is near. */
async function loadLatest(page: Page): Promise<void> {
  const block = page.locator('[data-fragment]');
  if ((await block.count()) === 0) return;
  await block.scrollIntoViewIfNeeded();
  // Empty and hidden where the page shows all of it already.
  await block.locator('ol').first().waitFor({ state: 'attached' });
}

/** Press Tab until an element of this selector has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let count = 0; count < 200; count++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`The keyboard does not reach ${selector}.`);
}
