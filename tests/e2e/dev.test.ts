import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { node, plainEnvironment } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';
import { sampleFlags } from '../support/sample.ts';

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
  const { executablePath, args: flags, env } = inject('chromium');
  const browser = await chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } });
  try {
    const page = await browser.newPage();
    const address = `http://localhost:${port}/news/pol/`;
    await expect
      .poll(
        () =>
          fetch(address).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBe(200);
    await page.goto(address);
    const headline = page.locator('h1');
    expect(await headline.textContent()).toContain('پل تازه رودخانه باز شد');

    await site.write({ 'articles/pol.md': articleFile({ draft: 'true', title: 'پل تازه رودخانه بسته شد' }) });
    await expect.poll(() => headline.textContent(), { timeout: 20_000 }).toContain('بسته شد');

    const overlay = page.locator('vite-error-overlay #message-content');
    await site.write({ 'articles/pol.md': articleFile({ title: "'نقل‌قولی که بسته نشد" }) });
    await expect
      .poll(() => overlay.textContent({ timeout: 1000 }).catch(() => ''), { timeout: 20_000 })
      .toContain('pol.md:2:');

    await site.write({ 'articles/pol.md': articleFile() });
    await expect.poll(() => headline.textContent(), { timeout: 20_000 }).toContain('باز شد');
    expect(await overlay.count()).toBe(0);
  } finally {
    await browser.close();
    server.kill();
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
