import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../tests/support/chromium.ts';

/** What a search engine in a page answers, and what it cost. */
export interface Answer {
  /** Paths of the first ten hits. */
  paths: string[];
  milliseconds: number;
  /** Over the wire. */
  bytes: number;
}

/** A page in which questions are asked. */
export interface AskingPage {
  ask(question: string): Promise<Answer>;
  close(): Promise<void>;
}

/** Start the browser that all measuring takes place in. */
export async function startBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args: [...args, '--no-sandbox'], env: { ...process.env, ...env } });
}

/** Ask on the site's own search page, as readers do: type, press Enter, wait for the list. */
export async function openSearchPage(browser: Browser, origin: string): Promise<AskingPage> {
  const { page, count } = await openPage(browser);
  let isLoaded = false;
  return {
    ask: async (question) => {
      const before = count();
      if (!isLoaded) {
        const start = performance.now();
        await page.goto(`${origin}/search/?q=${encodeURIComponent(question)}`);
        await page.waitForFunction(() => document.querySelector('[data-part=results]')?.ariaBusy === 'false');
        isLoaded = true;
        return { paths: await pathsOf(page), milliseconds: performance.now() - start, bytes: count() - before };
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
      return { paths: await pathsOf(page), milliseconds, bytes: count() - before };
    },
    close: () => page.context().close(),
  };
}

/** Ask Pagefind, through its own API in the browser. */
export async function openPagefind(browser: Browser, origin: string): Promise<AskingPage> {
  const { page, count } = await openPage(browser);
  await page.goto(`${origin}/about-nothing/`);
  return {
    ask: async (question) => {
      const before = count();
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
      return { ...answer, paths: answer.paths.map(decodeURIComponent), bytes: count() - before };
    },
    close: () => page.context().close(),
  };
}

async function openPage(browser: Browser): Promise<{ page: Page; count: () => number }> {
  const context = await browser.newContext({ locale: 'fa-IR' });
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Network.enable');
  // The page itself and its font come to every reader; counted is what the search adds.
  const ignored = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Document' || type === 'Font' || type === 'Image') ignored.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!ignored.has(requestId)) bytes += encodedDataLength;
  });
  return { page, count: () => bytes };
}

async function pathsOf(page: Page): Promise<string[]> {
  const links = page.locator('[data-part=results] li');
  return links.evaluateAll((items) =>
    items.slice(0, 10).map((item) => decodeURIComponent(item.querySelector('a')!.pathname)),
  );
}
