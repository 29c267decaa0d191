import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../tests/support/chromium.ts';
import type { StaticServer } from '../../../tests/support/serve.ts';

/** Results of a query to a search in a page, and its cost. */
export interface Answer {
  /** Paths of the first ten hits. */
  paths: string[];
  milliseconds: number;
  /** Transferred bytes, without the page itself, its font and its pictures. */
  bytes: number;
}

/** A page that answers queries. */
export interface AskingPage {
  ask(question: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Start the browser for all measurements. */
export async function startBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args: [...args, '--no-sandbox'], env: { ...process.env, ...env } });
}

/** Query the site's own search page as readers do: type, press Enter, wait for the list. */
export async function openSearchPage(browser: Browser, server: StaticServer): Promise<AskingPage> {
  const page = await openPage(browser);
  let isLoaded = false;
  return {
    ask: async (question) => {
      const before = server.sent();
      if (!isLoaded) {
        const start = performance.now();
        await page.goto(`${server.origin}/search/?q=${encodeURIComponent(question)}`);
        await page.waitForFunction(() => document.querySelector('[data-part=results]')?.ariaBusy === 'false');
        isLoaded = true;
        return { paths: await pathsOf(page), milliseconds: performance.now() - start, bytes: server.sent() - before };
      }
      const milliseconds = await page.evaluate(async (words) => {
        const field = document.querySelector<HTMLInputElement>('main input[type=search]')!;
        const results = document.querySelector('[data-part=results]')!;
        field.value = words;
        const start = performance.now();
        field.form!.requestSubmit();
        while (results.ariaBusy !== 'false') await new Promise((resolve) => setTimeout(resolve));
        return performance.now() - start;
      }, question);
      return { paths: await pathsOf(page), milliseconds, bytes: server.sent() - before };
    },
    close: () => page.context().close(),
  };
}

/** Query Pagefind through its API in the browser. */
export async function openPagefind(browser: Browser, server: StaticServer): Promise<AskingPage> {
  const page = await openPage(browser);
  await page.goto(`${server.origin}/about-nothing/`);
  return {
    ask: async (question) => {
      const before = server.sent();
      const answer = await page.evaluate(async (words) => {
        const start = performance.now();
        const address = '/pagefind/pagefind.js';
        const pagefind = (await import(address)) as {
          search(words: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
        };
        const { results } = await pagefind.search(words);
        const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return { paths: data.map(({ url }) => url), milliseconds: performance.now() - start };
      }, question);
      return { ...answer, paths: answer.paths.map(decodeURIComponent), bytes: server.sent() - before };
    },
    close: () => page.context().close(),
  };
}

async function openPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'fa-IR' });
  return context.newPage();
}

async function pathsOf(page: Page): Promise<string[]> {
  const links = page.locator('[data-part=results] li');
  return links.evaluateAll((items) =>
    items.slice(0, 10).map((item) => decodeURIComponent(item.querySelector('a')!.pathname)),
  );
}
