import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { differences, snapshotOf } from '../../support/dist.ts';
import { checkLinks } from '../../support/links.ts';
import { articleFile, createMiniSite, type Files, type MiniSite } from '../../support/mini-site.ts';
import { drawPng } from '../../support/picture.ts';

// آ, ئ and ؤ are one character each in NFC, which keyboards write, and two in NFD, which files from macOS may have.
const [water, sound] = ['آب‌وهوای مؤسسه', 'صدای جزئیات.mp3'].map((name) => name.normalize('NFC')) as [string, string];

function filesOf(form: 'NFC' | 'NFD', text: 'NFC' | 'NFD'): Files {
  const files: Record<string, string | Uint8Array> = {
    [`articles/آذر/${water}.md`]: articleFile({ title: 'هوای شهر', image: `{src: "${water}.png", alt: سبز}` }),
    [`articles/آذر/${water}.png`]: drawPng(40, 30, [20, 160, 80]),
    [`articles/آذر/${sound}`]: new Uint8Array([0xff, 0xfb, 0x90, 0]),
    'articles/lead.md': articleFile(
      { title: 'خبری که نام می‌برد', related: `["${water}"]`, image: `{src: "آذر/${water}.png", alt: سبز}` },
      `[هوا](<آذر/${water}.md>) و ![سبز](<آذر/${water}.png>) و [صدا](<آذر/${sound}>) را ببینید.\n`,
    ),
    'pages/آدرس.md': '---\ntitle: نشانی ما\n---\nما در شهریم.\n',
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name.normalize(form),
      typeof content === 'string' ? content.normalize(text) : content,
    ]),
  );
}

async function build(files: Files): Promise<MiniSite> {
  const site = await createMiniSite(files);
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  return site;
}

describe('names of files in either Unicode form', () => {
  it('give the same site, whichever form the texts have that name them', async () => {
    const composed = await build(filesOf('NFC', 'NFC'));
    expect(checkLinks(composed.dist(), config.url)).toEqual([]);
    expect(composed.dist().files).toContain(`files/آذر/${water}.png`);
    const expected = snapshotOf(composed.out);
    const decomposed = await build(filesOf('NFD', 'NFC'));
    expect(differences(expected, snapshotOf(decomposed.out))).toEqual([]);
    const named = await build(filesOf('NFC', 'NFD'));
    expect(named.dist().files).toEqual(composed.dist().files);
  });

  it('are looked for again when a file appears in the other one', async () => {
    const files = filesOf('NFC', 'NFC');
    const picture = `articles/آذر/${water}.png`;
    const site = await createMiniSite(Object.fromEntries(Object.entries(files).filter(([name]) => name !== picture)));
    expect((await site.build()).code).toBe(1);
    const decomposed = picture.replace(water, water.normalize('NFD'));
    await site.write({ [decomposed]: files[picture]! });
    expect((await site.build()).code).toBe(0);
    // Renamed as a copy through another system renames it.
    await rename(join(site.content, decomposed), join(site.content, picture));
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    expect(checkLinks(site.dist(), config.url)).toEqual([]);
  });
});
