import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { articleFile, createMiniSite } from '../support/mini-site.ts';

it.skipIf(process.platform === 'win32')('builds a site that web servers can read under a umask of 077', async () => {
  const site = await createMiniSite({ 'articles/pol.md': articleFile() });
  chmodSync(site.folder, 0o755);
  const before = process.umask(0o077);
  try {
    for (const title of ['پل تازه', 'پل تازه‌تر']) {
      await site.write({ 'articles/pol.md': articleFile({ title }), [`articles/${title}.md`]: articleFile({ title }) });
      const { code, output } = await site.build({ isFresh: true, args: ['--precompress'] });
      expect([code, output]).toEqual([0, expect.not.stringContaining('owner alone')]);
      const entries = readdirSync(site.out, { recursive: true, withFileTypes: true });
      const modes = entries.map((entry) => {
        const { mode } = statSync(join(entry.parentPath, entry.name));
        return `${entry.isFile() ? 'file' : 'folder'} ${(mode & 0o777).toString(8)}`;
      });
      expect(new Set([...modes, `folder ${(statSync(site.out).mode & 0o777).toString(8)}`])).toEqual(
        new Set(['file 644', 'folder 755']),
      );
    }
    chmodSync(site.out, 0o700);
    expect((await site.build()).output).toMatch(/dist may be read by its owner alone.*chmod -R a\+rX/);
  } finally {
    process.umask(before);
  }
});
