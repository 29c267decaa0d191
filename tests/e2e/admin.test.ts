import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import axe, { type AxeResults } from 'axe-core';
import { screens } from './browser.ts';
import { goTo, openEntry, saveButton, useAdmin } from './admin-server.ts';

const admin = useAdmin();

const field = (page: Page, name: string) => page.locator(`.field[data-key-path="${name}"]`);

/** The lines of a text that another does not have, and the other way round. */
function changedLines(before: string, after: string): { removed: string[]; added: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  return { removed: old.filter((line) => !now.includes(line)), added: now.filter((line) => !old.includes(line)) };
}

/** The text that is selected in a field. Runs in the page. */
function selectedText(input: Element): string {
  const { value, selectionStart, selectionEnd } = input as HTMLInputElement;
  return document.activeElement === input ? value.slice(selectionStart!, selectionEnd!) : '';
}

/** Faults of accessibility (WCAG 2.1 A and AA) that axe finds on a page. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = (await page.evaluate(
    'axe.run(document, { iframes: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })',
  )) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Names of icons that are drawn as words. Runs in the page. */
function wideNames(icons: Element[]): string[] {
  return icons.filter((icon) => icon.scrollWidth > 48).map((icon) => icon.textContent);
}

/** Runs in the page. */
function isFocused(element: Element): boolean {
  return document.activeElement === element;
}

async function save(page: Page): Promise<void> {
  const written = page.waitForResponse((response) => response.request().method() === 'PUT');
  await saveButton(page).click();
  await written;
}

describe('the editor on the working tree', () => {
  it('opens articles of the sample without changing them', async () => {
    const before = admin.all();
    const { page, troubles, close } = await admin.open();
    const articles = [...before.keys()].filter((path) => path.startsWith('articles/') && path.endsWith('.md'));
    expect(articles.length).toBeGreaterThan(50);
    // Each takes a second or two: all of them in npm run test:slow.
    const opened = articles.filter((_, index) => inject('isThorough') || index % 8 === 0);
    for (const path of opened) {
      await openEntry(page, path.replace(/^articles\//, 'articles/entries/').replace(/\.md$/, ''));
      // The text of the entry before may be reported once more.
      await expect.poll(() => saveButton(page).isDisabled(), { message: path }).toBe(true);
    }
    expect(admin.all()).toEqual(before);
    expect(troubles).toEqual([]);
    await close();
  });

  it('writes exactly the lines of what was changed', async () => {
    const path = 'articles/1404/11/barf-jaddeh.md';
    const before = admin.read(path);
    const { page, close } = await admin.open();
    await openEntry(page, 'articles/entries/1404/11/barf-jaddeh');
    await field(page, 'title').locator('input').fill('برف سنگین «جاده‌ها» را بست: دو روز');
    await save(page);
    let after = admin.read(path);
    expect(changedLines(before, after)).toEqual({
      removed: ['title: برف سنگین، جاده‌های کوهستانی را برای دو روز بست'],
      added: ['title: "برف سنگین «جاده‌ها» را بست: دو روز"'],
    });
    const body = page.locator('.lexical-root p');
    await body.last().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' پایان.');
    await expect.poll(() => page.locator('.lexical-root').textContent()).toContain('پایان.');
    await expect.poll(() => saveButton(page).isEnabled()).toBe(true);
    await save(page);
    const second = admin.read(path);
    const { removed, added } = changedLines(after, second);
    expect(added).toEqual([`${removed[0]} پایان.`]);
    after = second;
    await close();
  });

  it('saves where handles of files can move, as in Firefox and Safari', async () => {
    const path = 'articles/1405/07/anbar-sard.md';
    const { page, close } = await admin.open();
    await page.addInitScript(() => {
      Object.assign(FileSystemHandle.prototype, { move: () => Promise.reject(new Error('moved')) });
    });
    await page.reload();
    await page.getByRole('main').first().waitFor();
    await openEntry(page, path.replace('articles/', 'articles/entries/').replace('.md', ''));
    await field(page, 'title').locator('input').fill('انبار سرد و صدای تازه');
    await save(page);
    expect(admin.read(path)).toContain('title: انبار سرد و صدای تازه\n');
    await close();
  });

  it('keeps blocks that nobody changed in later savings too', async () => {
    const path = 'articles/1404/11/jadval.md';
    const before = [
      '---\ntitle: جدول بها\ndate: 1404/11/03\ntags: [شهر]\nsource: روزنگار\n---\nبند نخست.\n\n',
      '| کالا | بها |\n|:--|--:|\n| نان | ۲ |\n\n',
      '* یک\n* دو\n',
    ].join('');
    admin.write(path, before);
    const { page, close } = await admin.open();
    await openEntry(page, 'articles/entries/1404/11/jadval');
    await page.locator('.lexical-root p').first().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' تازه.');
    await expect.poll(() => saveButton(page).isEnabled()).toBe(true);
    await save(page);
    const second = before.replace('بند نخست.', 'بند نخست. تازه.');
    expect(admin.read(path)).toBe(second);
    // The editor takes a moment to know that it has saved.
    await expect
      .poll(async () => {
        for (const text of ['', 'جدول بهای نان']) await field(page, 'title').locator('input').fill(text);
        await page.waitForTimeout(1000);
        return saveButton(page).isEnabled();
      })
      .toBe(true);
    await save(page);
    expect(admin.read(path)).toBe(second.replace('جدول بها', 'جدول بهای نان'));
    await close();
  });

  it('mends after showing the difference, and keeps a text with problems as a draft only', async () => {
    const path = 'articles/1404/02/amoozesh-parandeh.md';
    const before = admin.read(path);
    const { page, close } = await admin.open();
    await openEntry(page, 'articles/entries/1404/02/amoozesh-parandeh');
    const title = field(page, 'title').locator('input');
    await title.fill('كودكان ميگويند پرنده می شمارند');
    // A finding shows its place: the words are selected in their field.
    await page.getByRole('button', { name: 'نشانم بده در «تیتر»' }).first().click();
    expect(await title.evaluate(selectedText)).toMatch(/^(?:كودكان|ميگويند)/);
    await page.getByRole('button', { name: 'همه را درست کن' }).click();
    const dialog = page.getByRole('dialog', { name: 'همه را درست کن' });
    expect(await dialog.locator('del').first().textContent()).toContain('كودكان');
    expect(await dialog.locator('ins').first().textContent()).toContain('کودکان می‌گویند');
    await dialog.getByRole('button', { name: 'درست شود' }).click();
    await expect.poll(() => title.inputValue()).toMatch(/^کودکان می‌گویند/);
    const date = field(page, 'date').locator('.rooznegar-date input');
    await date.fill('1404/12/31');
    await expect.poll(() => page.locator('.rooznegar-check [role=status]').textContent()).toContain('اشکال');
    await saveButton(page).click();
    await expect.poll(() => field(page, 'date').textContent()).toContain('در تقویم نیست');
    expect(admin.read(path)).toBe(before);
    await date.fill('1404/02/16');
    await expect.poll(() => page.locator('.rooznegar-check [role=status]').textContent()).toContain('بی‌اشکال');
    await save(page);
    expect(changedLines(before, admin.read(path)).added).toHaveLength(2);
    await close();
  });

  it('writes nothing over a file that somebody changed meanwhile, and shows both texts', async () => {
    const path = 'articles/1404/06/shatranj-noujavan.md';
    const { page, close } = await admin.open();
    await openEntry(page, 'articles/entries/1404/06/shatranj-noujavan');
    const theirs = admin
      .read(path)
      .replace('title: ', 'title: دست دیگری: ')
      .replace('title: دست دیگری: ', 'kicker: دست دیگری\ntitle: ');
    admin.write(path, theirs);
    await field(page, 'title').locator('input').fill('تیتر من');
    await saveButton(page).click();
    const dialog = page.getByRole('dialog', { name: 'این پرونده عوض شده است' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toMatch(/دست دیگری[^]*تیتر من/);
    expect(admin.read(path)).toBe(theirs);
    await close();
  });

  it('makes a new article in the folder of its month, with our address', async () => {
    const { page, close } = await admin.open();
    await goTo(page, 'articles/new');
    await page.locator('.rooznegar-facts').waitFor();
    await field(page, 'title').locator('input').fill('«پل» تازه؛ چرا؟');
    await expect
      .poll(() => field(page, 'address').locator('.rooznegar-address input').inputValue())
      .toBe('پل-تازه-چرا');
    // Fields are drawn when they come into view.
    await field(page, 'source').scrollIntoViewIfNeeded();
    await field(page, 'source.name').locator('input').fill('کاوش');
    await page.locator('.lexical-root').click();
    await page.keyboard.type('متن خبر.');
    await field(page, 'tags').locator('.rooznegar-chips input').fill('پل');
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page, 'date').locator('.rooznegar-date input').inputValue()).toMatch(/^14\d\d\//);
    await expect.poll(() => page.locator('.lexical-root').textContent()).toBe('متن خبر.');
    await save(page);
    const [path = '', text = ''] = [...admin.all()].find(([name]) => name.endsWith('پل-تازه-چرا.md')) ?? [];
    expect(path).toMatch(/^articles\/14\d\d\/\d\d\//);
    expect(Buffer.from(text, 'latin1').toString('utf8')).toMatch(
      /^---\ntitle: «پل» تازه؛ چرا؟\ndate: "14\d\d\/\d\d\/\d\d \d\d:\d\d"\nsource: کاوش\ntags: \[پل\]\ndraft: true\n---\nمتن خبر\.\n$/,
    );
    await close();
  });

  it('has no faults of accessibility in the list and in an entry, on a desktop and a phone', async () => {
    const { page, close } = await admin.open();
    await page.getByRole('row').nth(1).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await openEntry(page, 'articles/entries/1404/11/mosahebeh-khattat');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize(screens.phone);
    await field(page, 'title').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(screens.phone.width);
    // Each icon is one sign: the font has it.
    const icons = page.locator('.material-symbols-outlined');
    expect(await icons.count()).toBeGreaterThan(5);
    expect(await icons.evaluateAll(wideNames)).toEqual([]);
    await close();
  });

  it('saves by the keyboard alone', async () => {
    const path = 'articles/1404/11/mosahebeh-khattat.md';
    const before = admin.read(path);
    const { page, close } = await admin.open();
    await openEntry(page, 'articles/entries/1404/11/mosahebeh-khattat');
    const title = field(page, 'title').locator('input');
    for (let step = 0; step < 40 && !(await title.evaluate(isFocused)); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.type('!');
    const written = page.waitForResponse((response) => response.request().method() === 'PUT');
    await page.keyboard.press('Control+s');
    await written;
    expect(changedLines(before, admin.read(path)).added).toEqual([expect.stringMatching(/^title: .*!"?$/)]);
    await close();
  });
});
