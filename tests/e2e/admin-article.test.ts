import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { word } from '../core/paste/clipboards.ts';
import { goTo, openEntry, saveButton, useAdmin } from './admin-server.ts';

const admin = useAdmin();

const field = (page: Page, name: string) => page.locator(`.field[data-key-path="${name}"]`);

/** Bring a field into view. Fields are drawn once those before them are in view. */
async function show(page: Page, name: string) {
  await expect
    .poll(async () => {
      if ((await field(page, name).count()) > 0) return true;
      await page.locator('.field').last().scrollIntoViewIfNeeded();
      return false;
    })
    .toBe(true);
  await field(page, name).scrollIntoViewIfNeeded();
  return field(page, name);
}

/** Paste HTML into the text, as other programs put it on the clipboard. Runs in the page. */
function pasteInto(target: Element, html: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  clipboardData.setData('text/plain', 'متن ساده');
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** A photograph of some megabytes: noise can’t be compressed. */
async function largePhoto(): Promise<Buffer> {
  const [width, height] = [1600, 1100];
  const pixels = Buffer.alloc(width * height * 3);
  for (let index = 0; index < pixels.length; index += 1)
    pixels[index] = Math.imul(index ^ (index >>> 7), 2654435761) >>> 24;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

describe('an article with all its parts', () => {
  it('gets a large picture with what is seen and what stays, a video, and related articles', async () => {
    const photo = await largePhoto();
    expect(photo.length).toBeGreaterThan(4_500_000);
    const { page, troubles, close } = await admin.open();
    await goTo(page, 'articles/new');
    await field(page, 'title').locator('input').fill('برف در جاده');
    await page.locator('.lexical-root').click();
    await page.keyboard.type('متن خبر.');
    await (await show(page, 'tags')).locator('.rooznegar-chips input').fill('پل');
    await page.keyboard.press('Enter');
    await show(page, 'date');
    await (await show(page, 'image')).getByRole('checkbox').check();
    const upload = { name: 'برف سنگین.jpg', mimeType: 'image/jpeg', buffer: photo };
    await (await show(page, 'image.src')).locator('input[type=file]').first().setInputFiles(upload);
    await show(page, 'image.alt');
    await show(page, 'image.focus');
    await page.locator('.rooznegar-focus img').first().waitFor();
    await field(page, 'image.focus').getByRole('radio', { name: 'پایین', exact: true }).check();
    // Without what is seen in the picture, nothing is saved.
    await saveButton(page).click();
    await expect.poll(() => field(page, 'image.alt').locator('input').getAttribute('aria-invalid')).toBe('true');
    await field(page, 'image.alt').locator('input').fill('جاده‌ای زیر برف');
    await (await show(page, 'video')).getByRole('checkbox').check();
    await (await show(page, 'video.url')).locator('input').fill('https://www.aparat.com/v/abc123');
    await field(page, 'video.title').locator('input').fill('برف');
    await (await show(page, 'related')).getByRole('combobox').click();
    await page.keyboard.type('کوهستانی');
    await page.getByRole('option', { name: /برف سنگین/ }).click();
    await saveButton(page).click();
    const find = (end: string): string | undefined => [...admin.all().keys()].find((name) => name.endsWith(end));
    await expect.poll(() => find('/برف-در-جاده.md')).toBeDefined();
    const path = find('/برف-در-جاده.md')!;
    const text = admin.read(path);
    const [, src = ''] = /^image: \{src: ([^,]+), alt: جاده‌ای زیر برف, focus: bottom\}$/m.exec(text) ?? [];
    expect(text).toContain('\nvideo: {url: https://www.aparat.com/v/abc123, title: برف}\nrelated: [barf-jaddeh]\n');
    const picture = sharp(readFileSync(join(admin.content(), path, '..', src)));
    expect(await picture.metadata()).toMatchObject({ format: 'webp', width: 1600 });
    expect(troubles).toEqual([]);
    await close();
  });

  it('takes the plain text of the clipboard where the rest can’t be loaded', async () => {
    const { page, close } = await admin.open();
    let refused = 0;
    await page.context().route(/convert-paste/, async (route) => {
      refused += 1;
      await route.abort();
    });
    await goTo(page, 'articles/new');
    await page.locator('.rooznegar-facts').waitFor();
    await page.locator('.lexical-root').click();
    await page.locator('.lexical-root').evaluate(pasteInto, '<h2>تیتر</h2><p>متن</p>');
    await expect.poll(() => page.locator('.lexical-root').textContent()).toContain('متن ساده');
    expect(refused).toBeGreaterThan(0);
    await close();
  });

  it('takes what is pasted from Word and web pages, with pictures, at the cursor', async () => {
    const { page, close } = await admin.open();
    await goTo(page, 'articles/new');
    await page.locator('.rooznegar-facts').waitFor();
    await field(page, 'title').locator('input').fill('متن چسبانده');
    await page.locator('.lexical-root').click();
    await page.keyboard.type('پیش و پس');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#a33' } })
      .png()
      .toBuffer();
    const picture = `<p><img alt="سرخ" src="data:image/png;base64,${photo.toString('base64')}"></p>`;
    await page.locator('.lexical-root').evaluate(pasteInto, word.replace('<!--EndFragment-->', picture));
    // Its picture is in a file of the writer's machine.
    const notice = page.getByRole('dialog', { name: 'تصویرها را جدا بارگذاری کنید' });
    await notice.getByRole('button').click();
    await expect.poll(() => page.locator('.lexical-root').textContent()).toContain('نرم\u200Cافزار');
    await (await show(page, 'tags')).locator('.rooznegar-chips input').fill('پل');
    await page.keyboard.press('Enter');
    await saveButton(page).click();
    const find = (): string => [...admin.all().keys()].find((name) => name.endsWith('/متن-چسبانده.md')) ?? '';
    await expect.poll(find).not.toBe('');
    const [, body = ''] = admin.read(find()).split('\n---\n');
    expect(body).toMatch(/^پیش و\n\n## گزارش می\u200Cدانی\n\nمتن \*\*پررنگ\*\*/);
    expect(body).toContain('| نان | ۲ |\n\nپایان.\n');
    expect(body).toContain('\n\n[^1]: پانویس یک\n');
    expect(body).toContain('نرم\u200Cافزار');
    const [, src = ''] = /!\[سرخ\]\((pasted-1\.\w+)\)/.exec(body) ?? [];
    await expect(sharp(readFileSync(join(admin.content(), find(), '..', src))).metadata()).resolves.toMatchObject({
      width: 9,
    });
    expect(body.trimEnd()).toMatch(/\nپس$/);
    // What was saved is what the editor shows, with the addresses of the pictures.
    await expect.poll(() => saveButton(page).isDisabled()).toBe(true);
    await close();
  });

  it('never takes the address of another one', async () => {
    const before = admin.all();
    const { page, close } = await admin.open();
    await goTo(page, 'articles/new');
    await field(page, 'title').locator('input').fill('Barf jaddeh');
    const address = field(page, 'address').locator('.rooznegar-address input');
    await expect.poll(() => address.inputValue()).toBe('barf-jaddeh-2');
    await address.fill('barf jaddeh');
    await saveButton(page).click();
    await expect.poll(() => field(page, 'address').textContent()).toContain('را نوشتهٔ دیگری دارد');
    expect(admin.all()).toEqual(before);
    await close();
  });

  it('of 200 KB is opened without a change, checked, and saved with one', async () => {
    const path = 'articles/1404/11/boland.md';
    const paragraph = `${'جاده‌های کوهستانی پس از بارش برف بسته شد و راهداران کار می‌کنند. '.repeat(8)}\n\n`;
    const body = paragraph.repeat(Math.ceil(200_000 / Buffer.byteLength(paragraph)));
    const before = `---\ntitle: بلند\ndate: 1404/11/03\ntags: [شهر]\nsource: روزنگار\n---\n${body.trim()}\n`;
    admin.write(path, before);
    const { page, troubles, close } = await admin.open();
    await openEntry(page, 'articles/entries/1404/11/boland');
    expect(await saveButton(page).isDisabled()).toBe(true);
    await field(page, 'title').locator('input').fill('بلندتر');
    await saveButton(page).click();
    await expect.poll(() => admin.read(path)).toBe(before.replace('title: بلند', 'title: بلندتر'));
    expect(troubles).toEqual([]);
    await close();
  });
});

describe('a deleted article', () => {
  it('is taken out of those that name it, which were not opened, and nothing else changes there', async () => {
    const path = 'articles/1404/11/barf-jaddeh.md';
    const before = admin.read(path);
    const { page, troubles, close } = await admin.open();
    await goTo(page, 'articles/entries/1403/08/emdad-kouhestan');
    await page.getByRole('button', { name: 'نمایش گزینه‌های ویرایشگر' }).click();
    await page.getByRole('menuitem', { name: /حذف/ }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'حذف' }).click();
    await expect.poll(() => admin.read(path)).toBe(before.replace('related: [emdad-kouhestan]\n', ''));
    expect(troubles).toEqual([]);
    await close();
  });
});
