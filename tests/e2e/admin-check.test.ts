import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { goTo, saveButton, useAdmin } from './admin-server.ts';
import { screens } from './browser.ts';

const admin = useAdmin();

const field = (page: Page, name: string) => page.locator(`.field[data-key-path="${name}"]`);
const check = (page: Page) => page.locator('.rooznegar-check');
const verdict = (page: Page) => check(page).getByRole('status').textContent();

describe('the check of a text', () => {
  it('is made before it is in view, or it would hold nothing back', async () => {
    const { page, close } = await admin.open();
    await page.setViewportSize({ ...screens.phone, height: 360 });
    await goTo(page, 'articles/entries/1404/11/mosahebeh-khattat');
    await page.locator('.rooznegar-facts').waitFor({ state: 'attached' });
    const isBelow = (each: Element): boolean => each.getBoundingClientRect().top > innerHeight;
    expect(await check(page).evaluate(isBelow)).toBe(true);
    await close();
  });
});

describe('the front page', () => {
  it('is not saved with what a build would refuse, which is said in its words, with its place', async () => {
    const before = [
      'lead: {slug: barf-jadeh, until: فردا}',
      'blocks:',
      '  - opinion',
      '  - {latest: true, layout: thre}',
      '  - {tag: کوهستن}',
      '',
    ].join('\n');
    admin.write('front.yml', before);
    const { page, troubles, close } = await admin.open();
    await goTo(page, 'front/entries/front');
    await expect.poll(() => verdict(page)).toContain('۴ اشکال');
    const words = await check(page).textContent();
    for (const part of [/«barf-jadeh».*barf-jaddeh/, /«فردا»/, /lead, three.*«thre»/, /«کوهستن».*کوهستان/])
      expect(words).toMatch(part);
    await check(page).getByRole('button', { name: 'نشانم بده در «بخش‌های پایین‌تر، ۲»' }).click();
    await page.getByRole('button', { name: 'تغییر ترتیب آیتم' }).nth(2).focus();
    await page.keyboard.press('ArrowUp');
    await saveButton(page).click();
    await field(page, 'check').getByText('نمی‌توان ذخیره کرد').waitFor();
    expect(admin.read('front.yml')).toBe(before);
    expect(troubles).toEqual([]);
    await close();
  });

  it('is saved as soon as that is mended', async () => {
    const before = 'lead: {slug: barf-jaddeh, until: فردا}\nblocks:\n  - {tag: کوهستان}\n';
    admin.write('front.yml', before);
    const { page, troubles, close } = await admin.open();
    await goTo(page, 'front/entries/front');
    await expect.poll(() => verdict(page)).toContain('۱ اشکال');
    await field(page, 'lead.until').locator('.rooznegar-date input').fill('1409/01/01');
    await expect.poll(() => verdict(page)).toBe('بی‌اشکال');
    await saveButton(page).click();
    await expect.poll(() => admin.read('front.yml')).toBe(before.replace('فردا', '1409/01/01'));
    expect(troubles).toEqual([]);
    await close();
  });

  it('is ordered by dragging, and only its lines change', async () => {
    const before = '# چیدمان\nblocks:\n  - opinion\n  - {section: جامعه}\n  - latest\n';
    admin.write('front.yml', before);
    const { page, troubles, close } = await admin.open();
    await goTo(page, 'front/entries/front');
    const handles = page.getByRole('button', { name: 'تغییر ترتیب آیتم' });
    await expect.poll(() => handles.count()).toBe(3);
    expect(await saveButton(page).isDisabled()).toBe(true);
    await handles.nth(2).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => saveButton(page).isEnabled()).toBe(true);
    await saveButton(page).click();
    await expect
      .poll(() => admin.read('front.yml'))
      .toBe(before.replace('  - {section: جامعه}\n  - latest\n', '  - latest\n  - {section: جامعه}\n'));
    expect(troubles).toEqual([]);
    await close();
  });
});
