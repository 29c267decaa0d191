import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { serveFolder, type StaticServer } from '../support/serve.ts';

/** A page in a browser, and what went wrong on it so far. */
export interface OpenPage {
  page: Page;
  /** Console errors and warnings, exceptions, failed requests, and requests to other hosts. */
  troubles: string[];
  close: () => Promise<void>;
}

/** A browser before the sample site. */
export interface SiteBrowser {
  /** Where the site is served; known inside tests. */
  origin: () => string;
  /** Open a page of the site, by its path. With options, it has a profile of its own; else the one of the test file. */
  open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  /** Open a page in a profile that the test file has for these options. */
  openShared: (path: string, options: BrowserContextOptions) => Promise<OpenPage>;
}

/** The screens that the site is read on. */
export const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

/**
 * Serve a site and start a browser for the tests of a file; both end with them.
 *
 * @param site Gives the folder of the site; without it, the sample site is served.
 */
export function useSiteBrowser(site = async (): Promise<string> => inject('sampleSite')): SiteBrowser {
  let server: StaticServer;
  let browser: Browser;
  const profiles = new Map<string, Promise<SharedProfile>>();
  beforeAll(async () => {
    server = await serveFolder(await site());
    browser = await connectBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    profiles.clear();
  });
  const openShared: SiteBrowser['openShared'] = async (path, options) => {
    const key = JSON.stringify(options);
    const profile = profiles.get(key) ?? shareProfile(browser, { ...reader, ...options }, server.origin);
    profiles.set(key, profile);
    return (await profile)(server.origin + path);
  };
  return {
    origin: () => server.origin,
    openShared,
    open: async (path, options) => {
      if (!options) return openShared(path, {});
      const context = await newProfile(browser, { ...reader, ...options });
      const page = await context.newPage();
      const troubles = watch(page, server.origin);
      await page.goto(server.origin + path);
      return { page, troubles, close: () => context.close() };
    },
  };
}

type SharedProfile = (address: string) => Promise<OpenPage>;

/** Open a profile whose pages are used again: a new one takes twice as long. What a test adds to a page is taken back. */
async function shareProfile(browser: Browser, options: BrowserContextOptions, origin: string): Promise<SharedProfile> {
  const profile = await newProfile(browser, options);
  const { colorScheme = 'light', reducedMotion = 'no-preference', forcedColors = 'none', viewport } = options;
  const idle: { page: Page; troubles: string[] }[] = [];
  const openNew = async (): Promise<(typeof idle)[number]> => {
    const page = await profile.newPage();
    return { page, troubles: watch(page, origin) };
  };
  const reset = async ({ page }: (typeof idle)[number]): Promise<void> => {
    await page.unrouteAll();
    await page.evaluate(() => sessionStorage.clear());
    await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors });
    await page.setViewportSize(viewport!);
  };
  return async (address) => {
    const opened = idle.pop() ?? (await openNew());
    opened.troubles.length = 0;
    await opened.page.goto(address);
    const close = async (): Promise<void> => {
      await reset(opened);
      idle.push(opened);
    };
    return { ...opened, close };
  };
}

/** Connect to the browser of all tests; closing it ends only what was opened through this connection. */
export function connectBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'), { timeout: patience });
}

/** Open a profile that waits as long as a busy machine needs. */
export async function newProfile(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const profile = await browser.newContext(options);
  profile.setDefaultTimeout(patience);
  return profile;
}

/** Milliseconds after which nothing more is to be expected; the tests' own limit. */
const patience = 600_000;

const reader: BrowserContextOptions = { viewport: screens.desktop, locale: 'fa-IR', timezoneId: 'Asia/Tehran' };

/** Note what goes wrong on a page from now on. */
export function watch(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What is still on its way when a page is left is broken off by the browser itself.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(?:data|blob):/.test(request.url()))
      troubles.push(`other host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return troubles;
}
