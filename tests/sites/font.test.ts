import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { makeFonts } from '../../scripts/font/subset.ts';
import { fontParts } from '../../src/core/fonts/characters.ts';
import { missingCharacters } from '../../src/core/content/font-characters.ts';
import { openDist, readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { repository } from '../support/folders.ts';

describe('the font', () => {
  it('holds every character of the pages that is not knowingly left to the system', () => {
    const { pages } = readSampleSite();
    expect(pages.length).toBeGreaterThan(100);
    expect(missingCharacters(pages.map(({ html }) => html).join('\n'))).toBe('');
  });

  it('is what the script makes of the packages, byte for byte', async () => {
    for (const [name, made] of await makeFonts()) {
      expect(readFileSync(join(repository, 'src/fonts', name)).equals(made), name).toBe(true);
    }
  });

  it('takes no more than 22 KB for Persian text, and is published under hashed names with its licence alone', () => {
    const { files } = openDist(inject('sampleSite'));
    const fonts = files.filter((file) => file.endsWith('.woff2'));
    expect(fonts.map((file) => file.replace(/\.[\w-]+\.woff2$/, '')).toSorted()).toEqual(
      ['european', 'latin', 'persian', 'rare'].map((part) => `_astro/vazirmatn-${part}`),
    );
    const persian = fonts.find((file) => file.includes('persian'))!;
    expect(readDist(openDist(inject('sampleSite')), persian).length).toBeLessThanOrEqual(22_000);
    expect(files.filter((file) => file.includes('OFL'))).toHaveLength(1);
  });

  it('has each character in one of its parts', () => {
    const all = Object.values(fontParts).flatMap((part) => [...part]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a build', () => {
  it('warns in one line of characters that the font lacks, and goes on, each time', async () => {
    const site = await createMiniSite({
      'articles/hafez.md': articleFile({}, 'دیوان Ḥāfeẓ.'),
      'articles/plain.md': articleFile({ title: 'خبری دیگر' }),
    });
    for (const _ of ['at first', 'with nothing changed']) {
      const { code, stderr } = await site.build();
      expect(code).toBe(0);
      expect(stderr).toMatch(
        /^Warning: the font lacks ā \(U\+0101\), Ḥ \(U\+1E24\), ẓ \(U\+1E93\), .*hafez\.md\. .*\n$/,
      );
    }
    await site.write({ 'articles/hafez.md': articleFile({}, 'دیوان حافظ.') });
    expect((await site.build()).stderr).toBe('');
  });
});

describe('the setting «fonts»', () => {
  const files = { 'articles/a.md': articleFile() };
  const fontsIn = (site: MiniSite): string[] =>
    site
      .dist()
      .files.filter((file) => file.endsWith('.woff2'))
      .map((file) => file.replace(/^_astro\/|\.[\w-]+(?=\.woff2)/g, ''));

  it('adds headlines in Naskh, and takes all files away for the font of the device', async () => {
    const site = await createMiniSite(files, { fonts: { headline: 'naskh' }, share: { days: 0 } });
    expect((await site.build()).code).toBe(0);
    expect(fontsIn(site).toSorted()).toEqual([
      'naskh-bold.woff2',
      'vazirmatn-european.woff2',
      'vazirmatn-latin.woff2',
      'vazirmatn-persian.woff2',
      'vazirmatn-rare.woff2',
    ]);
    expect(site.page('index.html').html.match(/data-fonts="[^"]*"/)?.[0]).toMatch(/vazirmatn-persian.* .*naskh-bold/);

    const plain = await createMiniSite(files, { fonts: { text: 'system' }, share: { days: 0 } });
    expect((await plain.build()).code).toBe(0);
    expect(fontsIn(plain)).toEqual([]);
    expect(plain.page('index.html').html).not.toMatch(/woff2|قلم/);
    const css = plain.dist().files.filter((file) => file.endsWith('.css'));
    expect(css.filter((file) => readDist(plain.dist(), file).includes('@font-face'))).toEqual([]);
  });

  it('takes a font of one’s own, and names files that are missing or of another format', async () => {
    const own = { name: 'Kavosh', files: [{ file: 'fonts/kavosh.woff2', weight: '400 700' }] };
    const site = await createMiniSite(files, { fonts: { text: own }, share: { days: 0 } });
    const folder = join(site.folder, 'public');
    mkdirSync(join(folder, 'fonts'), { recursive: true });
    const build = () => site.build({ args: ['--public', folder] });
    expect((await build()).stderr).toMatch(/fonts: there is no file .*kavosh\.woff2\. Put the font there/);
    writeFileSync(join(folder, 'fonts/kavosh.woff2'), 'OTTO');
    expect((await build()).stderr).toMatch(/kavosh\.woff2 is not a font in the format WOFF2/);
    copyFileSync(join(repository, 'src/fonts/vazirmatn-persian.woff2'), join(folder, 'fonts/kavosh.woff2'));
    expect(await build()).toMatchObject({ code: 0 });
    expect(fontsIn(site)).toEqual(['fonts/kavosh.woff2']);
    expect(site.page('index.html').html).toContain('data-fonts="/fonts/kavosh.woff2"');
  });
});
