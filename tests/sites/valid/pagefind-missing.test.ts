import { expect, it } from 'vitest';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

it('where Pagefind does not run, a build says so in a sentence, also while its pages are still bundled', async () => {
  // A colour that no other site has, so that its bundle is not there yet.
  const accent = `#${(0x500000 + (process.pid % 0xffff)).toString(16)}`;
  const site = await createMiniSite({ 'articles/pol.md': articleFile() }, { colours: { accent } });
  const many = Object.fromEntries(Array.from({ length: 130 }, (_, n) => [`articles/k${n}.md`, articleFile()]));
  // Not installed, and not executable. Pagefind itself prints why its program does not start.
  const faults: Record<string, string>[] = [{ npm_config_arch: 'none' }, { PAGEFIND_EXTENDED_BINARY_PATH: '/nowhere' }];
  for (const env of faults) {
    const { code, output } = await site.build({ env, isFresh: true });
    expect(code, output).toBe(1);
    expect(output).toContain("Pagefind's program");
    expect(output).toContain("engine: 'sharded'");
    expect(output).not.toContain('src/engine');
    // Of many articles, the index is made in a thread.
    await site.write(many);
  }
  expect((await site.build({ isFresh: true })).code).toBe(0);
});
