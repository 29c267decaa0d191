import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, vi } from 'vitest';
import { node, plainEnvironment } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { freePort } from '../support/free-port.ts';
import { sample, sampleFlags } from '../support/sample.ts';
import { connectBrowser, newProfile, screens } from './browser.ts';

/** The editor of `npm run dev` on a copy of the sample, with a browser. */
export interface AdminSite {
  /** The copy of the content folder. */
  content: () => string;
  origin: () => string;
  /** Open the list of articles. */
  open: (options?: BrowserContextOptions) => Promise<OpenEditor>;
  /** Read a file of the content. */
  read: (path: string) => string;
  /** Write a file of the content, as somebody else would. */
  write: (path: string, text: string) => void;
  /** All files of the content by path. */
  all: () => Map<string, string>;
}

/** A page with the editor. */
export interface OpenEditor {
  page: Page;
  /** Errors of the console, exceptions and failed requests. */
  troubles: string[];
  close: () => Promise<void>;
}

/** Serve the editor for the tests of a file. */
export function useAdmin(): AdminSite {
  let server: ChildProcess;
  let browser: Browser;
  let folder = '';
  let origin = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(inject('scratch'), 'admin-'));
    cpSync(sample.content, join(folder, 'content'), { recursive: true });
    cpSync(sample.publicFolder, join(folder, 'public'), { recursive: true });
    const port = await freePort();
    origin = `http://localhost:${port}`;
    const flags = ['--content', join(folder, 'content'), '--public', join(folder, 'public'), '--port', `${port}`];
    server = spawn(node, [join(repository, 'scripts/dev.ts'), ...sampleFlags('dev'), ...flags], {
      cwd: repository,
      env: plainEnvironment(),
      stdio: 'ignore',
    });
    browser = await connectBrowser();
    const isUp = async (): Promise<boolean> => {
      const answer = await fetch(`${origin}/admin/`).catch(() => undefined);
      if (answer?.status === 500) throw new Error(await answer.text());
      return answer?.ok === true;
    };
    await vi.waitUntil(isUp, { timeout: 600_000, interval: 200 });
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill();
  });
  const content = (): string => join(folder, 'content');
  const read = (path: string): string => readFileSync(join(content(), path), 'utf8');
  return {
    content,
    origin: () => origin,
    read,
    write: (path, text) => writeFileSync(join(content(), path), text),
    all: () => {
      const files = readdirSync(content(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      return new Map(
        files.map(({ parentPath, name }) => [
          join(parentPath, name).slice(content().length + 1),
          readFileSync(join(parentPath, name), 'latin1'),
        ]),
      );
    },
    open: async (options = {}) => {
      const profile = await newProfile(browser, { viewport: screens.desktop, locale: 'fa-IR', ...options });
      const page = await profile.newPage();
      await page.addInitScript(noteReading);
      const troubles: string[] = [];
      page.on('pageerror', ({ message }) => troubles.push(message));
      // The frame of a preview that is replaced stops loading its fonts.
      page.on('requestfailed', (request) => {
        const { errorText = '' } = request.failure() ?? {};
        if (errorText !== 'net::ERR_ABORTED') troubles.push(`${request.url()} ${errorText}`);
      });
      page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
      await page.goto(`${origin}/admin/`);
      await page.getByRole('main').first().waitFor();
      return { page, troubles, close: () => profile.close() };
    },
  };
}

/** Go to an address of the open editor: `articles/entries/1405/08/metro`. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(
    (address) => void (location.hash = address),
    `#/collections/${path.split('/').map(encodeURIComponent).join('/')}`,
  );
}

/** Open an entry that has a text in an open editor, and wait until it has been read and checked. */
export async function openEntry(page: Page, path: string): Promise<void> {
  await page.evaluate(() => void Object.assign(globalThis, { hasRead: false }));
  await goTo(page, path);
  await page.waitForFunction(() => Reflect.get(globalThis, 'hasRead') === true);
  await page.locator('.rooznegar-facts').waitFor();
}

/**
 * Note when the rich-text program has reported what it makes of a text, within a tenth of a second after an entry was
 * opened. Runs in the page, before its scripts.
 */
export function noteReading(): void {
  document.addEventListener(
    'Update',
    ({ target, detail }: Event & { detail?: { value?: string } }) => {
      const isBody = target instanceof Element && target.closest('[data-key-path="body"]') !== null;
      if (isBody && detail?.value) Object.assign(globalThis, { hasRead: true });
    },
    { capture: true },
  );
}

/** The button that saves. */
export function saveButton(page: Page) {
  return page.getByRole('button', { name: 'ذخیره', exact: true });
}
