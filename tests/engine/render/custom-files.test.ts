import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { customFaults, customWarnings } from '../../../src/engine/render/custom-files.ts';

const root = mkdtempSync(join(tmpdir(), 'rooznegar-custom-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Write files below a new folder `src` that has two components, a layout and two slots. */
function openSource(files: Readonly<Record<string, string>>): string {
  const source = join(mkdtempSync(join(root, 'project-')), 'src');
  const ours = [
    'components/Footer',
    'components/Card',
    'layouts/Base',
    'components/slots/Head',
    'components/slots/Aside',
  ];
  const all = { ...Object.fromEntries(ours.map((name) => [`${name}.astro`, ''])), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(source, path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  return source;
}

describe('the newsroom’s files', () => {
  it.each<[title: string, files: Record<string, string>]>([
    ['none', {}],
    [
      'components, layouts and slots',
      { 'custom/Footer.astro': '', 'custom/Base.astro': '', 'custom/slots/Head.astro': '' },
    ],
    ['under the earlier name', { 'own/Footer.astro': '', 'own/slots/Hed.astro': '' }],
    ['in both folders, of different names', { 'custom/Footer.astro': '', 'own/Card.astro': '' }],
    ['in both folders, replacing nothing', { 'custom/Map.astro': '', 'own/Map.astro': '' }],
    ['helpers of a slot', { 'custom/slots/head.css': '', 'custom/slots/parts/Banner.astro': '' }],
  ])('may be %s', (_, files) => {
    const source = openSource(files);
    expect([customFaults(source), customWarnings(source)]).toEqual([[], []]);
  });

  it('may not take one place twice', () => {
    const faults = customFaults(openSource({ 'custom/Footer.astro': '', 'own/Footer.astro': '' }));
    expect(faults).toEqual([
      expect.stringMatching(/^src\/custom\/Footer\.astro and src\/own\/Footer\.astro both .*remove the other\.$/),
    ]);
  });

  it.each([
    ['Aside2.astro', 'Aside'],
    ['aside.astro', 'Aside'],
    ['Haed.astro', 'Head'],
  ])('may not be a slot %s; the nearest is named', (name, nearest) => {
    const faults = customFaults(openSource({ [`custom/slots/${name}`]: '' }));
    expect(faults).toEqual([
      expect.stringMatching(
        `^src/custom/slots/${name}: there is no such slot; the nearest is ${nearest}.astro. .*All slots: Aside.astro, Head.astro.$`,
      ),
    ]);
  });

  it.each([
    ['custom/footer.astro', 'Footer'],
    ['custom/Fotter.astro', 'Footer'],
    ['own/Footers.astro', 'Footer'],
    ['custom/base.astro', 'Base'],
    ['custom/Crad.astro', 'Card'],
  ])('named %s are probably meant as %s', (path, meant) => {
    expect(customWarnings(openSource({ [path]: '' }))).toEqual([
      expect.stringMatching(
        `^src/${path} is not used: .*To take the place of ${meant}.astro, it needs that very name\\.$`,
      ),
    ]);
  });

  it.each<[title: string, files: Record<string, string>]>([
    ['are imported', { 'custom/Cards.astro': '', 'pages/live.astro': "import Cards from '../custom/Cards.astro';" }],
    ['are far from all names', { 'custom/Newsletter.astro': '' }],
    ['lie deeper', { 'custom/parts/Cards.astro': '' }],
    ['are no components', { 'custom/card.ts': '', 'custom/footer.css': '' }],
  ])('are left alone where they %s', (_, files) => {
    expect(customWarnings(openSource(files))).toEqual([]);
  });

  it('are not used by naming themselves', () => {
    const files = {
      'custom/Cards.astro': "import Cards from './Cards.astro';",
      'custom/NotCards.astro': "'./NotCards.astro'",
    };
    expect(customWarnings(openSource(files))).toHaveLength(1);
  });
});
