import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { differences, openDist, snapshotOf } from '../../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

it('compressed files lie beside texts, hold the same, and follow them with each change', async () => {
  const site = await createMiniSite({
    'articles/pol.md': articleFile(),
    'articles/metro.md': articleFile({ title: 'مترو' }),
  });
  const build = async (args: readonly string[]): Promise<void> => {
    const { code, output } = await site.build({ args });
    expect(code, output).toBe(0);
  };
  await build([]);
  const plain = openDist(site.out).files;
  expect(plain.filter((file) => /\.(?:br|gz)$/.test(file))).toEqual([]);
  await build(['--precompress']);
  const packed = checkPacked(site);
  expect(packed).toEqual(
    expect.arrayContaining(['index.html', 'rss.xml', 'feed.json', 'news/pol/index.html', '404.html']),
  );
  expect(packed.join()).not.toMatch(/\.(?:bin|png|woff2|mp4|jpg)/);
  expect(openDist(site.out).files.filter((file) => !/\.(?:br|gz)$/.test(file))).toEqual(plain);
  const before = snapshotOf(site.out);
  await site.write({ 'articles/metro.md': articleFile({ title: 'مترو رسید' }) });
  await build(['--precompress']);
  checkPacked(site);
  const changed = differences(before, snapshotOf(site.out));
  expect(changed).toContain('news/metro/index.html.br');
  expect(changed).not.toContain('search/index.html.gz');
  const originals = openDist(site.out).files.filter((file) => !/\.(?:br|gz)$/.test(file));
  await build([]);
  expect(openDist(site.out).files).toEqual(originals);
});

/** Compare all compressed files of a site with their originals, and list the originals. */
function checkPacked({ out }: MiniSite): string[] {
  const { files } = openDist(out);
  const sources = files.filter((file) => files.includes(`${file}.br`));
  for (const file of sources) {
    const bytes = readFileSync(join(out, file));
    expect(brotliDecompressSync(readFileSync(join(out, `${file}.br`))).equals(bytes), file).toBe(true);
    expect(gunzipSync(readFileSync(join(out, `${file}.gz`))).equals(bytes), file).toBe(true);
  }
  return sources;
}
