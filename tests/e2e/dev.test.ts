import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { node, plainEnvironment } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { sampleFlags } from '../support/sample.ts';
import { connectBrowser, newProfile } from './browser.ts';

it('the live preview shows drafts, follows what is written, and lays problems over the page', async () => {
  const site = await createMiniSite({ 'articles/pol.md': articleFile({ draft: 'true' }) });
  const port = await freePort();
  const inputs = [
    ...sampleFlags('dev'),
    '--content',
    site.content,
    '--config',
    join(site.folder, 'config.mjs'),
    '--port',
    String(port),
  ];
  const args = [join(repository, 'scripts/dev.ts'), ...inputs, '--lang', 'fa'];
  const server = spawn(node, args, { cwd: repository, env: plainEnvironment(), stdio: 'ignore' });
  const browser = await connectBrowser();
  try {
    const page = await (await newProfile(browser)).newPage();
    const followers = countFollowers(page);
    const address = `http://localhost:${port}/news/pol/`;
    const statusOf = (): Promise<number> =>
      fetch(address).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(statusOf).toBe(200);
    await page.goto(address);
    const headline = page.locator('h1');
    expect(await headline.textContent()).toContain('پل تازه رودخانه باز شد');

    await expect.poll(followers).toBe(1);
    await site.write({ 'articles/pol.md': articleFile({ draft: 'true', title: 'پل تازه رودخانه بسته شد' }) });
    await expect.poll(() => headline.textContent()).toContain('بسته شد');

    await expect.poll(followers).toBe(2);
    const overlay = page.locator('vite-error-overlay #message-content');
    await site.write({ 'articles/pol.md': articleFile({ title: "'نقل‌قولی که بسته نشد" }) });
    await overlay.waitFor();
    await expect.poll(() => overlay.textContent()).toContain('pol.md:2:');

    await site.write({ 'articles/pol.md': articleFile() });
    await expect.poll(() => headline.textContent()).toContain('باز شد');
    expect(await overlay.count()).toBe(0);
  } finally {
    await browser.close();
    server.kill();
  }
});

/** Count how often the scripts of a page have begun to follow the server: what is written before is not followed. */
function countFollowers(page: Page): () => number {
  let count = 0;
  page.on('console', (message) => {
    if (message.text() === '[vite] connected.') count++;
  });
  return () => count;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
