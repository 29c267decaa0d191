import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { attributeOf, findAll } from '../support/html.ts';
import { screens, useSiteBrowser } from './browser.ts';
import { servePolicy } from './policy.ts';

const { open, origin } = useSiteBrowser();
const shown = '.letter-group li a:visible';

describe('the index of tags', () => {
  it('begins with the thirty most used tags, and folds those with one article under their letter', async () => {
    const { page, troubles, close } = await open('/tags/', { javaScriptEnabled: false, viewport: screens.phone });
    const frequent = page.locator('.frequent-terms a');
    expect(await frequent.count()).toBe(30);
    expect(await frequent.first().innerText()).toBe('تهران');
    expect(await page.locator('.term-filter').isVisible()).toBe(false);
    const folded = page.locator('.rare-terms').first();
    expect(await folded.locator('a').first().isVisible()).toBe(false);
    expect(await folded.locator('summary').innerText()).toMatch(/^[۰-۹]+ برچسب با یک خبر$/);
    await folded.locator('summary').click();
    expect(await folded.locator('a').first().isVisible()).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is narrowed by what is typed, in whatever letters, with folded tags too', async () => {
    const { page, troubles, close } = await open('/about/', { viewport: screens.phone });
    await servePolicy(page);
    await page.goto(`${origin()}/tags/`);
    const field = page.getByRole('searchbox', { name: 'پالایش برچسب‌ها' });
    const all = await page.locator(shown).count();
    for (const [typed, found] of [
      ['محيط', ['محیط زیست']],
      ['محیط‌زیست', ['محیط زیست']],
      ['خوش نويس', ['خوش‌نویسی']],
      ['تياتر', ['تئاتر']],
      ['هیچ برچسبی', []],
    ] as const) {
      await field.fill(typed);
      expect(await page.locator(shown).allInnerTexts(), typed).toEqual(found);
      expect(await page.getByRole('status').innerText()).toBe(`${found.length.toLocaleString('fa-IR')} برچسب`);
      expect(await page.locator('.letter-group:visible').count()).toBe(found.length);
      expect(await page.locator('.frequent-terms, .letters').first().isVisible()).toBe(false);
    }
    await field.fill('');
    expect(await page.locator(shown).count()).toBe(all);
    expect(await page.getByRole('status').innerText()).toBe('');
    expect(await page.locator('.frequent-terms').isVisible()).toBe(true);
    expect(troubles).toEqual([]);
    await close();
  });

  it('has a script of one kilobyte, which no other page loads', () => {
    const { dist, pages } = readSampleSite();
    const scriptsOf = (tree: Parameters<typeof findAll>[0]): string[] =>
      findAll(tree, 'script').flatMap((script) => attributeOf(script, 'src')?.slice(1) ?? []);
    const own = pages.filter(({ tree }) => scriptsOf(tree).some((file) => file.includes('TermIndex')));
    expect(own.map(({ path }) => path)).toEqual(['tags/index.html']);
    const script = readDist(
      dist,
      scriptsOf(own[0]!.tree).find((file) => file.includes('TermIndex'))!,
    );
    expect(gzipSync(script).length).toBeLessThanOrEqual(1024);
    expect(script.toString()).not.toMatch(/\bimport\b/);
  });
});
