import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { connectBrowser, newProfile } from '../e2e/browser.ts';
import { serveFolder, type StaticServer } from '../support/serve.ts';
import { auditDocument } from './audit.ts';

/** A browser before the hostile site, that tells of everything a page must not do. */
export interface HostileBrowser {
  origin: string;
  openTab(): Promise<Tab>;
}

/** A tab of a browser. */
interface Tab {
  /** Open a page and list what it did that it must not do, and what is active in it. */
  visit(path: string): Promise<string[]>;
  page: Page;
  close(): Promise<void>;
}

/** A content security policy that lets a page load only files of its own site; the search page runs WebAssembly of it. */
export const strictestPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const opened: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const each of opened.splice(0).toReversed()) await each.close();
});

/** Serve a folder with some headers, and open it in the browser of all tests, which reaches no other host. */
export async function openHostileBrowser(
  folder: string,
  headers: Readonly<Record<string, string>>,
): Promise<HostileBrowser> {
  const server: StaticServer = await serveFolder(folder, { headers: headers });
  const browser = await connectBrowser();
  opened.push(server, browser);
  const context = await newProfile(browser, { locale: 'fa-IR' });
  await context.addInitScript({ content: `globalThis.auditDocument = ${auditDocument.toString()}` });
  const { origin } = server;
  const openTab = async (): Promise<Tab> => {
    const page = await context.newPage();
    const seen = watch(page, origin);
    return { visit: (path) => visit(page, seen, origin, path), page, close: () => page.close() };
  };
  return { origin, openTab };
}

async function visit(page: Page, troubles: string[], origin: string, path: string): Promise<string[]> {
  await page.goto(origin + path);
  // The search answers when the page has loaded.
  if (path.startsWith('/search/?')) await page.waitForSelector('[data-status]:not(:empty)');
  // A script of the search writes the question into the address in its own way.
  if (decodeURIComponent(page.url()) !== decodeURIComponent(origin + path)) troubles.push(`went to ${page.url()}`);
  troubles.push(...(await page.evaluate(auditPage, origin)));
  return troubles.splice(0).map((trouble) => `${decodeURI(path)} ${trouble}`);
}

/** List the active content of a page. Runs in the page. */
function auditPage(origin: string): string[] {
  const audit = (globalThis as unknown as { auditDocument: typeof auditDocument }).auditDocument;
  return audit(document, origin);
}

/** Visit pages, in some tabs at a time, and list all troubles. */
export async function visitAll(browser: HostileBrowser, paths: readonly string[]): Promise<string[]> {
  const waiting = [...paths];
  const troubles: string[] = [];
  const work = async (): Promise<void> => {
    const tab = await browser.openTab();
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) troubles.push(...(await tab.visit(path)));
    await tab.close();
  };
  await Promise.all([work(), work(), work()]);
  return troubles;
}

/** Start recording the forbidden actions of a tab, and return their list. */
function watch(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => troubles.push(`popup: ${popup.url()}`));
  page.on('crash', () => troubles.push('crash'));
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    // Video players that the policy blocks.
    const isExpected = /^(?:\[Report Only\] )?Loading media from .* violates/.test(message.text());
    if (/^(?:error|warning)$/.test(message.type()) && !isExpected) troubles.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (url.startsWith(`${origin}/`) || /^(?:data|blob):/.test(url)) return;
    troubles.push(`other host: ${request.resourceType()} ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
  });
  return troubles;
}
