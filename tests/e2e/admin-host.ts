import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { adminHeaders } from '../../src/core/hosting/admin-headers.ts';
import type { AdminSettings } from '../../src/core/config/admin.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { serveFolder, type StaticServer } from '../support/serve.ts';
import { noteReading, type OpenEditor, saveButton } from './admin-server.ts';
import { connectBrowser, newProfile, screens } from './browser.ts';
import type { StubHost } from './hosts/stub-host.ts';

const url = 'https://khabar.example';
const body = 'بند نخست.\n\n| کالا | بها |\n|:--|--:|\n| نان | ۲ |';

/** The files of the newsroom's repository. */
export const repositoryFiles: Readonly<Record<string, string>> = {
  'content/articles/1405/08/pol.md': articleFile({ title: 'پل تازه باز شد # تیتر' }, body),
  'content/articles/1405/08/bazar.md': articleFile({ title: 'بازار شب شلوغ بود', date: '1405/08/02' }),
  'README.md': 'Paper\n',
};

/** The editor of a published site, with its headers, in a browser whose requests to the host are answered by a stub. */
export interface HostedAdmin {
  /** Open the page in a profile of its own, as a writer does who has not signed in. */
  visit(host: StubHost): Promise<OpenEditor>;
}

/** Build and serve a site with the editor for the tests of a file. */
export function useHostedAdmin(admin: AdminSettings): HostedAdmin {
  let server: StaticServer;
  let browser: Browser;
  beforeAll(async () => {
    const files = Object.entries(repositoryFiles).filter(([path]) => path.startsWith('content/'));
    const site = await createMiniSite(
      Object.fromEntries(files.map(([path, text]) => [path.slice('content/'.length), text])),
      { url, admin },
    );
    const { code, output } = await site.build();
    if (code !== 0) throw new Error(output);
    server = await serveFolder(site.out, { headers: Object.fromEntries(adminHeaders({ url, admin })) });
    browser = await connectBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    visit: async (host) => {
      const profile = await newProfile(browser, { viewport: screens.desktop, locale: 'fa-IR' });
      const page = await profile.newPage();
      await page.addInitScript(noteReading);
      await host.serve(page);
      const troubles: string[] = [];
      page.on('pageerror', ({ message }) => troubles.push(message));
      page.on('console', (message) => {
        // The policy of the page refuses what it does not allow in these words.
        if (/Content Security Policy/.test(message.text())) troubles.push(message.text());
      });
      await page.goto(`${server.origin}/admin/`);
      return { page, troubles, close: () => profile.close() };
    },
  };
}

/** Sign in with a token. */
export async function signIn(page: Page, token = 'good-token'): Promise<void> {
  await page.getByRole('button', { name: 'ورود با استفاده از توکن دسترسی' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill(token);
  await dialog.getByRole('button', { name: 'ورود', exact: true }).click();
}

/** The field of the headline. */
export const titleOf = (page: Page) => page.locator('.field[data-key-path="title"] input');

/** The message that an entry was saved. */
export const savedToast = (page: Page) => page.getByText('ورودی ذخیره شد.');

/** Add words to the headline, as soon as the editor takes them: it takes none while it opens or saves an entry. */
export async function type(page: Page, words: string): Promise<void> {
  const title = titleOf(page);
  const text = (await title.inputValue()) + words;
  await expect
    .poll(async () => {
      for (const each of ['', text]) await title.fill(each);
      await page.waitForTimeout(500);
      return saveButton(page).isEnabled();
    })
    .toBe(true);
}

/** Count the texts that the browser keeps because they were not saved. Runs in the page. */
export async function countKept(): Promise<number> {
  const found = (await indexedDB.databases()).find(({ name }) => name?.includes('paper'));
  if (!found) return 0;
  const request = indexedDB.open(found.name!);
  await new Promise((resolve) => (request.onsuccess = resolve));
  if (!request.result.objectStoreNames.contains('draft-backups')) return 0;
  const count = request.result.transaction('draft-backups').objectStore('draft-backups').count();
  await new Promise((resolve) => (count.onsuccess = resolve));
  request.result.close();
  return count.result;
}

/** Wait until the browser keeps the text that is written. */
export async function untilKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(countKept)).toBe(1);
}
