import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../src/comments/service.ts';
import { addEditor } from '../../src/comments/store/editors.ts';
import { openStore } from '../../src/comments/store/database.ts';
import { insertComments } from '../../src/comments/store/insert.ts';
import { findComment, listComments } from '../../src/comments/store/queries.ts';
import {
  commentConfig,
  type CommentFolders,
  makeCommentFolders,
  removeCommentFolders,
  startHere,
  withStore,
} from '../support/comment-service.ts';
import { freePort } from '../support/free-port.ts';
import { barriersOn, rulesInDark } from './axe.ts';
import { connectBrowser, newProfile, screens, watch } from './browser.ts';

let folders: CommentFolders;
let service: Service;
let browser: Browser;
let desk: string;
let password: string;
/** Added to the clock of the service. */
let later = 0;
let count = 0;

const hostile = '<img src=x onerror=alert(1)>\u202Eabc </textarea><script>alert(2)</script> $& http://a.example';

beforeAll(async () => {
  folders = makeCommentFolders();
  // As for sites on static hosts, the service has another origin.
  const port = await freePort();
  service = await startHere(folders, {
    // Browsers send no form from HTTPS to the plain HTTP of a test.
    config: {
      ...commentConfig,
      url: 'http://example.org',
      comments: { address: `http://127.0.0.1:${port}/comments/` },
    },
    port,
    now: () => Date.now() + later,
  });
  // Browsers keep cookies that need HTTPS for this host too.
  desk = `${service.address.replace('127.0.0.1', 'localhost')}desk/`;
  const store = openStore(folders.data);
  password = await addEditor(store, 'مینا', { by: 'a', now: 1 });
  store.close();
  browser = await connectBrowser();
});

afterAll(async () => {
  await browser.close();
  await service.close();
  removeCommentFolders(folders);
});

function add(text: string, values: { slug?: string; mail?: string; name?: string } = {}): string {
  count += 1;
  return withStore(folders, (store) => {
    const comment = { slug: 'metro', once: `o${count}`, sender: '', at: 1e12 + count, name: 'نگار', mail: '', re: '' };
    insertComments(store, [{ ...comment, ...values, text, marks: ['link', 'word'], folded: text }]);
    return String(store.prepare('SELECT id FROM comment ORDER BY n DESC').get()!['id']);
  });
}

const stateOf = (id: string): string => withStore(folders, (store) => findComment(store, id)!.state);

async function logIn(javaScriptEnabled = true): Promise<{ page: Page; troubles: string[] }> {
  const profile = await newProfile(browser, { javaScriptEnabled, locale: 'fa-IR', viewport: screens.desktop });
  const page = await profile.newPage();
  const troubles = watch(page, new URL(desk).origin);
  await page.goto(desk);
  await page.getByLabel('نام').fill('مینا');
  await page.getByLabel('گذرواژه').fill(password);
  await page.getByRole('button', { name: 'ورود' }).click();
  await page.getByRole('heading', { name: 'میز نظرها' }).waitFor();
  return { page, troubles };
}

async function findBarriers(page: Page): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const viewport of Object.values(screens)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await barriersOn(page, colorScheme === 'dark' ? rulesInDark() : {})));
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (width > 0) found.push(['wider than the screen', width]);
  }
  return found;
}

describe('the desk', () => {
  it('works without scripts: queue, choice, reply', async () => {
    const [one, two, three] = [add('متن الف'), add('متن ب'), add('متن پ')];
    const { page } = await logIn(false);
    await page.getByRole('article').filter({ hasText: 'متن الف' }).getByRole('button', { name: 'انتشار' }).click();
    await page.getByText('منتشر می‌شود', { exact: true }).waitFor();
    await page.getByRole('article').filter({ hasText: 'متن ب' }).getByRole('checkbox').check();
    await page.locator('.all').getByRole('button', { name: 'هرزنامه' }).click();
    await page.getByRole('link', { name: 'پاسخ، ویرایش' }).first().click();
    await page.getByLabel('پاسخ تحریریه').fill('سپاس');
    await page.getByRole('button', { name: 'انتشار پاسخ' }).click();
    await page.getByText('پاسخ منتشر می‌شود').waitFor();
    expect([one, two, three].map(stateOf)).toEqual(['approved', 'spam', 'approved']);
    await page.context().close();
  });

  it('has keys for the comment that has the focus, and for no other', async () => {
    const ids = [add('الف'), add('ب'), add('پ'), add('ت')];
    const { page, troubles } = await logIn();
    await page.keyboard.press('a');
    expect(ids.map(stateOf)).toEqual(['held', 'held', 'held', 'held']);
    await page.getByRole('article').first().focus();
    await page.keyboard.press('j');
    await Promise.all([page.waitForURL(/done=spam/), page.keyboard.press('s')]);
    // The first one has the focus; a Persian keyboard gives another letter of the same key.
    await Promise.all([
      page.waitForURL(/done=approved/),
      page.evaluate(() =>
        document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ش', code: 'KeyA', bubbles: true })),
      ),
    ]);
    await Promise.all([page.waitForURL(/done=rejected/), page.keyboard.press('r')]);
    expect(ids.map(stateOf)).toEqual(['approved', 'spam', 'rejected', 'held']);
    expect(troubles.filter((trouble) => !trouble.includes('vazirmatn') && !trouble.includes('404'))).toEqual([]);
    await page.context().close();
  });

  it('shows hostile comments as text, under its policy, with no barrier that axe knows', async () => {
    const id = add(hostile, { name: '\u202Eنام', mail: 'reader@example.org' });
    const { page, troubles } = await logIn();
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${desk}comment/${id}`);
    expect(await page.getByLabel('متن نظر').inputValue()).toBe(hostile);
    expect(await page.locator('article img, article script').count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(`${desk}audit`);
    expect(await findBarriers(page)).toEqual([]);
    expect(troubles.filter((trouble) => !trouble.includes('vazirmatn') && !trouble.includes('404'))).toEqual([]);
    await page.context().close();
  });
});

it('the journey without scripts, with a service of another origin', async () => {
  const profile = await newProfile(browser, { javaScriptEnabled: false, locale: 'fa-IR' });
  const page = await profile.newPage();
  const form = `<form method="post" action="${service.address}"><input name="slug" value="metro"><textarea name="text"></textarea><button>ok</button></form>`;
  await page.route('http://example.org/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: form }),
  );
  await page.goto('http://example.org/news/metro/');
  const text = '\nبند نخست\n\nبند دوم </textarea><b>';
  await page.locator('textarea').fill(text);
  await page.locator('button').click();
  await page.getByRole('heading', { name: 'پیش از فرستادن' }).waitFor();
  expect(await page.getByRole('article').locator('p[dir]').allTextContents()).toEqual([
    'بند نخست',
    'بند دوم </textarea><b>',
  ]);
  expect(await page.getByLabel('نظر شما').inputValue()).toBe(text);
  later += 3000;
  // The page itself is no part of this test.
  await Promise.all([
    page.waitForRequest('http://example.org/comments/thanks/'),
    page.getByRole('button', { name: 'فرستادن نظر' }).click(),
  ]);
  expect(withStore(folders, (store) => listComments(store, { state: 'held' }).at(-1))).toMatchObject({
    text: text.trim(),
  });
  await profile.close();
});
