import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { describeHost } from './admin-flows.ts';
import { repositoryFiles, signIn } from './admin-host.ts';
import { StubGitHub } from './hosts/github.ts';

describeHost(
  {
    name: 'GitHub',
    backend: { name: 'github', repo: 'newsroom/paper' },
    open: () => new StubGitHub(repositoryFiles),
    commits: /createCommit/,
  },
  {
    more: (admin) => {
      it('loads at most 700 KB until the list is there, as a host compresses', async () => {
        const { page, close } = await admin.visit(new StubGitHub(repositoryFiles));
        await page.addInitScript(() => {
          const observer = new MutationObserver(() => {
            const rows = [...document.querySelectorAll('[role="row"]')];
            if (!rows.some(({ textContent }) => textContent.includes('بازار شب'))) return;
            observer.disconnect();
            Object.assign(globalThis, { listedAt: performance.now() });
          });
          observer.observe(document, { subtree: true, childList: true });
        });
        await page.reload();
        await signIn(page);
        await page.getByRole('row', { name: /بازار شب/ }).waitFor();
        const isListed = await page.evaluate(() => {
          const { listedAt } = globalThis as unknown as { listedAt: number };
          const early = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < listedAt);
          return [...new Set(early.map(({ name }) => name))].filter((name) => name.includes('/assets/'));
        });
        const sizes = isListed.map(async (url) => {
          const bytes = await (await fetch(url)).bytes();
          return url.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length;
        });
        const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
        expect(isListed.filter((url) => /\/react-dom|\/immutable/.test(url))).toEqual([]);
        expect(total).toBeGreaterThan(500_000);
        expect(total).toBeLessThan(700_000);
        await close();
      });
    },
  },
);
