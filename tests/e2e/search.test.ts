import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { describe, expect, inject, it } from 'vitest';
import { findWords } from '../../src/core/words/words.ts';
import { readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { attributeOf, elementsOf } from '../support/html.ts';
import { oddQuestions } from '../support/odd-questions.ts';
import { barriersOn } from './axe.ts';
import { screens, useSiteBrowser } from './browser.ts';

const { open, origin } = useSiteBrowser();
const oak = '/news/dna-baloot/';
const queryPage = (query: string, rest = ''): string => `/search/?q=${encodeURIComponent(query)}${rest}`;
const field = 'main input[type=search]';

/** Wait for hits and list where they lead. */
async function hitsOf(page: Page): Promise<string[]> {
  const links = page.locator('[data-part=results] li');
  await links.first().waitFor();
  return links.evaluateAll((items) => items.map((item) => decodeURIComponent(item.querySelector('a')!.pathname)));
}

async function waitForAnswer(page: Page): Promise<string> {
  await page.waitForFunction(() => document.querySelector('[data-part=results]')?.ariaBusy === 'false', undefined, {
    polling: 50,
  });
  return page.locator('[data-status]').innerText();
}

describe('the search', () => {
  it.each([
    ['the words of a headline', 'بلوط‌های کهن خشکسالی'],
    ['words without their half-space', 'بلوطهای کهن'],
    ['words with a space in its place', 'بلوط های کهن'],
    ['another form of a word', 'بلوط‌هایشان کهن'],
    ['a compound written apart', 'بلوط خشک سالی'],
    ['Arabic letters', 'ژنتيك بلوط خشكسالي'],
    ['Persian digits', 'بلوط ۴۱۲ درخت'],
    ['Latin digits', 'بلوط 412 درخت'],
    ['Arabic digits', 'بلوط ٤١٢ درخت'],
    ['Latin letters of another case', 'dna بلوط'],
    ['punctuation around words', '«بلوط»، کهن؟'],
  ])('answers a question in the address, with %s', async (_, query) => {
    const { page, troubles, close } = await open(queryPage(query));
    expect((await hitsOf(page))[0]).toBe(oak);
    expect(await page.locator(field).inputValue()).toBe(query);
    expect(troubles).toEqual([]);
    await close();
  });

  it('shows headline, excerpt, date, section and source in their own orthography, with what was found marked', async () => {
    const { page, close } = await open(queryPage('خشكسالي'));
    await hitsOf(page);
    const hit = page.locator('[data-part=results] li', { has: page.locator(`a[href="${oak}"]`) });
    const text = await hit.innerText();
    expect(text).toContain('آنچه DNA بلوط‌های کهن درباره خشکسالی می‌گوید');
    expect(text).not.toMatch(/[يك٠-٩]/);
    expect(await hit.locator('h2 mark').innerText()).toBe('خشکسالی');
    expect(await hit.locator('time').innerText()).toMatch(/^\S+ [۰-۹]{1,2} \S+ ۱۴[۰-۹]{2}$/);
    expect(await hit.locator('time').getAttribute('datetime')).toMatch(/^20\d\d-\d\d-\d\dT.*\+0[34]:30$/);
    expect(text).toMatch(/دانش و فناوری/);
    await close();
  });

  it('is led by the keyboard', async () => {
    const { page, troubles, close } = await open('/search/');
    const focusedPath = (): Promise<string> =>
      page.evaluate(() => decodeURIComponent((document.activeElement as HTMLAnchorElement).pathname ?? ''));
    const isInField = (): Promise<boolean> => page.locator(field).evaluate((each) => each === document.activeElement);
    expect(await isInField()).toBe(true);
    await page.keyboard.type('مترو');
    await page.keyboard.press('Enter');
    const hits = await hitsOf(page);
    expect(hits.length).toBeGreaterThan(1);
    await page.keyboard.press('ArrowDown');
    expect(await focusedPath()).toBe(hits[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focusedPath()).toBe(hits[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await isInField()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('/');
    expect(await isInField()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator(field).inputValue()).toBe('');
    await page.locator('[data-part=results] li').first().waitFor({ state: 'detached' });
    await page.keyboard.type('مترو');
    await page.keyboard.press('Enter');
    await hitsOf(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => decodeURIComponent(url.pathname) === hits[0]);
    expect(troubles).toEqual([]);
    await close();
  });

  it('finds while the reader types, beginnings of words too, and proposes tags', async () => {
    const { page, close } = await open('/search/', { viewport: screens.phone });
    await page.locator(field).fill('بلو');
    expect(await hitsOf(page)).toContain(oak);
    await page.waitForURL((url) => url.searchParams.get('q') === 'بلو');
    expect(await page.locator('[data-status]').innerText()).toMatch(/[۰-۹]+ خبر/);
    await page.locator(field).fill('محیط ز');
    const tag = page.locator('[data-tags] a').first();
    await tag.waitFor();
    expect(await tag.innerText()).toContain('محیط زیست');
    await tag.click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'محیط زیست');
    expect((await hitsOf(page)).length).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screens.phone.width);
    await close();
  });

  it('says so when nothing is found, and shows the answer of the nearest words', async () => {
    const { page, troubles, close } = await open(queryPage('ژغپخچ'));
    expect(await waitForAnswer(page)).toBe('نتیجه‌ای پیدا نشد.');
    expect(await page.locator('[data-part=results] li').count()).toBe(0);
    await page.goto(origin() + queryPage('بلوتط'));
    await page.locator('[data-advice]', { hasText: 'نتیجه‌ها برای «بلوط»' }).waitFor();
    expect(await hitsOf(page)).toContain(oak);
    await page.locator('[data-advice] a', { hasText: '«بلوتط»' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === 'بلوتط' && url.searchParams.has('exact'));
    expect(await waitForAnswer(page)).toBe('نتیجه‌ای پیدا نشد.');
    expect(await page.locator('[data-part=results] li').count()).toBe(0);
    await page.goto(origin() + queryPage('fg,x'));
    await page.locator('[data-advice]', { hasText: 'نتیجه‌ها برای «بلوط»' }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  it('finds what holds most of a long question, and says so', async () => {
    const { page, close } = await open(queryPage('ژنتیک بلوط خشکسالی مترو'));
    expect((await hitsOf(page))[0]).toBe(oak);
    expect(await page.locator('[data-status]').innerText()).toContain('هیچ خبری همه واژه‌ها را ندارد');
    await close();
  });

  it('narrows and orders results, in the address and with the back button', async () => {
    const { page, troubles, close } = await open(queryPage('تهران'), { viewport: screens.desktop });
    await hitsOf(page);
    const count = async (): Promise<number> => {
      const digits = (await waitForAnswer(page)).replace(/\D/g, (each) =>
        String('۰۱۲۳۴۵۶۷۸۹'.indexOf(each)).replace('-1', ''),
      );
      return Number(digits);
    };
    const all = await count();
    const option = page.locator('select[name=section] option').nth(1);
    const [value, label] = [await option.getAttribute('value'), await option.innerText()];
    await page.locator('select[name=section]').selectOption(value);
    await page.waitForURL((url) => url.searchParams.get('section') === value);
    // The address changes before the answer.
    await expect.poll(count).toBeLessThan(all);
    const narrowed = await count();
    expect(label).toContain(`(${narrowed.toLocaleString('fa-IR')})`);
    await expect.poll(() => page.locator('.chip').count()).toBe(1);
    await page.locator('select[name=sort]').selectOption('date');
    await page.waitForURL((url) => url.searchParams.get('sort') === 'date');
    const areOrdered = async (): Promise<boolean> => {
      await waitForAnswer(page);
      const dates = await page
        .locator('[data-part=results] time')
        .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')!));
      return dates.length > 1 && dates.join() === dates.toSorted().toReversed().join();
    };
    await expect.poll(areOrdered).toBe(true);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('sort'));
    await expect.poll(() => page.locator('select[name=sort]').inputValue()).toBe('');
    await page.locator('.chip').click();
    await page.waitForURL((url) => !url.searchParams.has('section'));
    await expect.poll(count).toBe(all);
    await page.goBack();
    await page.waitForURL((url) => url.searchParams.get('section') === value);
    await expect.poll(count).toBe(narrowed);
    await page.goto(origin() + queryPage('تهران', `&section=${value}&sort=date`));
    await expect.poll(count).toBe(narrowed);
    expect(troubles).toEqual([]);
    await close();
  });

  it('shows ten, then ten more', async () => {
    const { page, close } = await open(queryPage('تهران'));
    expect((await hitsOf(page)).length).toBe(10);
    await page.locator('[data-more]').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-part=results] li').length > 10);
    expect(await page.evaluate(() => document.activeElement?.closest('li') !== null)).toBe(true);
    await close();
  });

  it('can be tried again when the index was not reached', async () => {
    const { page, close } = await open('/search/', { viewport: screens.phone });
    await page.route('**/search/index/**', (route) => route.abort());
    await page.goto(origin() + queryPage('بلوط'));
    await page.locator('[data-retry]:not([hidden])').waitFor();
    expect(await page.locator('[data-status]').innerText()).toContain('بارگذاری نشد');
    await page.unroute('**/search/index/**');
    await page.locator('[data-retry]').click();
    expect(await hitsOf(page)).toContain(oak);
    await close();
  });

  it.each([
    ['asks past caches for files that belong to another index', 1, 1],
    ['opens the index anew by itself when its files belong to a newer one', 2, 2],
  ])('%s', async (_, stale, opened) => {
    const { page, troubles, close } = await open('/search/', { viewport: screens.phone });
    await page.waitForLoadState('networkidle');
    let manifests = 0;
    const asked = new Map<string, number>();
    await page.route('**/search/index/manifest.json', (route) => {
      manifests++;
      return route.continue();
    });
    await page.route('**/search/index/*/table.bin*', (route) => {
      const url = route.request().url();
      asked.set(url, (asked.get(url) ?? 0) + 1);
      return asked.get(url)! <= stale ? route.fulfill({ body: gzipSync('00000000') }) : route.continue();
    });
    await page.goto(origin() + queryPage('بلوط'));
    expect(await hitsOf(page)).toContain(oak);
    expect(manifests).toBe(opened);
    expect(troubles).toEqual([]);
    await close();
  });

  it.each(['*.pf_index', '*.pf_meta', 'wasm.*', '*.js*'])(
    'opens the index anew, and never says that nothing was found, when %s of Pagefind is missing',
    async (kind) => {
      const { page, close } = await open('/search/', { viewport: screens.phone });
      await page.waitForLoadState('networkidle');
      let missing = true;
      const statuses = new Set<string>();
      await page.exposeFunction('noteStatus', (text: string) => statuses.add(text));
      await page.addInitScript(() => {
        addEventListener('DOMContentLoaded', () => {
          const status = document.querySelector('[data-status]')!;
          const note = (window as unknown as { noteStatus(text: string): void }).noteStatus;
          new MutationObserver(() => note(status.textContent)).observe(status, { childList: true });
        });
      });
      await page.route(`**/pagefind/**/${kind}`, (route) =>
        missing ? route.fulfill({ status: 404 }) : route.continue(),
      );
      await page.goto(origin() + queryPage('بلوط'));
      await page.locator('[data-retry]:not([hidden])').waitFor();
      expect(await page.locator('[data-status]').innerText()).toContain('بارگذاری نشد');
      missing = false;
      await page.locator('[data-retry]').click();
      expect(await hitsOf(page)).toContain(oak);
      expect([...statuses].join()).not.toContain('پیدا نشد');
      await close();
    },
  );

  it('says that it is at work while the network is slow', async () => {
    const { page, close } = await open('/search/', { viewport: screens.phone });
    await page.route('**/search/index/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(origin() + queryPage('بلوط'));
    await page.locator('[data-status]', { hasText: 'در حال جست‌وجو' }).waitFor();
    expect(await hitsOf(page)).toContain(oak);
    await close();
  });

  it('shows the newest stories before it loads the program that finds words', async () => {
    const { page, close } = await open('/about/', { viewport: screens.phone });
    const order: string[] = [];
    await page.route('**/pagefind/**', async () => {
      order.push(`${await page.locator('[data-newest] li').count()} stories`);
    });
    await page.goto(`${origin()}/search/`);
    await page.locator('[data-newest] li').first().waitFor();
    await expect.poll(() => order).toEqual(['6 stories']);
    await close();
  });

  it('takes every question as text, and none breaks it', async () => {
    expect(oddQuestions.length).toBeGreaterThanOrEqual(200);
    const { page, troubles, close } = await open('/search/');
    const some = oddQuestions.filter((_, index) => inject('isThorough') || index % 4 === 0);
    for (const question of some) {
      await page.evaluate((words) => {
        const input = document.querySelector<HTMLInputElement>('main input[type=search]')!;
        input.value = words;
        input.form!.requestSubmit();
      }, question);
      await waitForAnswer(page);
    }
    for (const question of ['<img src=x onerror="window.hacked=1">مترو', '</mark><svg onload=window.hacked=1>مترو']) {
      await page.goto(origin() + queryPage(question, '&section=<b>&tag="><i>'));
      await waitForAnswer(page);
      expect(await page.locator('main :is(img, script:not([src]), b, i, svg[onload])').count()).toBe(0);
    }
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(troubles).toEqual([]);
    await close();
  });

  it('works under a strict content security policy', async () => {
    const { page, troubles, close } = await open('/search/', { viewport: screens.desktop });
    await page.waitForLoadState('networkidle');
    await page.route('**/search/?*', async (route) => {
      const response = await route.fetch();
      const policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'";
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.goto(origin() + queryPage('بلوط'));
    expect(await hitsOf(page)).toContain(oak);
    expect(troubles).toEqual([]);
    await close();
  });

  it('says so where a policy or a browser does not let Pagefind run', async () => {
    const { page, close } = await open('/search/', { viewport: screens.phone });
    await page.route('**/search/?*', async (route) => {
      const response = await route.fetch();
      const policy = "script-src 'self'";
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
    });
    await page.goto(origin() + queryPage('بلوط'));
    await page.locator('[data-retry]:not([hidden])').waitFor();
    expect(await page.locator('[data-status]').innerText()).toContain('بارگذاری نشد');
    expect(await page.locator('.search-else a').count()).toBe(3);
    await close();
  });

  it.each([
    ['results', queryPage('تهران')],
    ['filters that are set', queryPage('تهران', '&section=society&sort=date')],
    ['advice', queryPage('بلوتط')],
    ['no question', '/search/'],
  ])('has no barrier that axe knows, with %s', async (_, path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await open(path, { viewport: screens.phone, colorScheme });
      await page.waitForTimeout(600);
      expect(await barriersOn(page)).toEqual([]);
      await close();
    }
  });

  it('is reached from the masthead of every page, without scripts too', async () => {
    const { page, close } = await open(oak, { javaScriptEnabled: false });
    await page.locator('header input[type=search]').fill('مترو');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/search/' && url.searchParams.get('q') === 'مترو');
    expect(await page.locator('main a[href="/tags/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('main a[href="/archive/"]').count()).toBeGreaterThan(0);
    await close();
  });

  it('reads words in the browser as the index does', async () => {
    const entry = join(import.meta.dirname, '../../src/core/words/words.ts');
    const bundled = await build({
      logLevel: 'error',
      configFile: false,
      build: { write: false, lib: { entry, formats: ['iife'], name: 'analyser' } },
    });
    const [bundle] = [bundled].flat();
    const code = 'output' in bundle! ? bundle.output[0].code : '';
    const texts = readSampleSite()
      .pages.slice(0, inject('isThorough') ? 60 : 12)
      .map(({ html }) => html.replace(/<[^>]*>/g, ' '))
      .concat(oddQuestions);
    const { page, close } = await open('/search/');
    const read = await page.evaluate(
      ([script, inputs]) => {
        const { findWords: find } = new Function(`${script}; return analyser;`)() as { findWords: typeof findWords };
        return (inputs as string[]).map((text) => find(text));
      },
      [code, texts] as const,
    );
    expect(read).toEqual(texts.map((text) => findWords(text)));
    await close();
  });
});

describe('what the search costs', () => {
  const { dist, pages } = readSampleSite();
  const assetsOf = (path: string): string[] =>
    elementsOf(pages.find((page) => page.path === path)!.tree).flatMap(({ element }) => {
      const address =
        attributeOf(element, 'src') ??
        (attributeOf(element, 'rel') === 'stylesheet' ? attributeOf(element, 'href') : undefined);
      return address?.startsWith('/_astro/') ? withImports(address.slice(1)) : [];
    });
  const withImports = (file: string): string[] => [
    file,
    ...[
      ...readDist(dist, file)
        .toString()
        .matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g),
    ].flatMap(([, name]) => withImports(file.replace(/[^/]*$/, name!))),
  ];
  const home = new Set(pages.filter(({ path }) => path !== 'search/index.html').flatMap(({ path }) => assetsOf(path)));

  it('is at most 16 KB of scripts, compressed, which no other page loads, and 1 KB of styles', () => {
    const own = [...new Set(assetsOf('search/index.html'))].filter((file) => !home.has(file));
    const sizeOf = (extension: string, compress: (bytes: Buffer) => Buffer): number =>
      own
        .filter((file) => file.endsWith(extension))
        .reduce((sum, file) => sum + compress(readFileSync(join(dist.directory, file))).length, 0);
    expect(sizeOf('.js', (bytes) => gzipSync(bytes, { level: 9 }))).toBeLessThan(16_000);
    expect(sizeOf('.js', brotliCompressSync)).toBeLessThan(14_336);
    expect(sizeOf('.css', (bytes) => gzipSync(bytes, { level: 9 }))).toBeLessThan(1100);
  });

  it('loads what few questions need for those alone, at most 4 KB for each', () => {
    const lazy = dist.files.filter((file) =>
      /^_astro\/(?:correct|date-link|quotation|start|panel|advice|recent)\./.test(file),
    );
    expect(lazy.length).toBe(7);
    for (const file of lazy) expect(gzipSync(readFileSync(join(dist.directory, file))).length, file).toBeLessThan(4096);
  });

  it('is one file an article, and no manifest of more than a few kilobytes', () => {
    const files = dist.files.filter((file) => file.startsWith('search/index/articles/'));
    expect(files.length).toBe(pages.filter(({ path }) => path.startsWith('news/')).length);
    expect(readDist(dist, 'search/index/manifest.json').length).toBeLessThan(4000);
  });
});
