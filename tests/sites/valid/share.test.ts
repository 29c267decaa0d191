import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canRenderShare } from '../../../src/engine/pictures/share-renderer.ts';
import { changesFile } from '../../../src/engine/output/changes.ts';
import { differences, snapshotOf } from '../../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';
import { sample } from '../../support/sample.ts';

const canRender = await canRenderShare();
if (!canRender) console.log('Skipped: @takumi-rs/core has no renderer for this platform.');

const lake = readFileSync(join(sample.content, 'articles/1403/09/lake.jpg'));
const files = {
  'articles/rood.md': articleFile({ title: 'رود پرآب شد', section: 'society' }),
  'articles/pol.md': articleFile({ title: 'پل تازه باز شد' }),
  'articles/lake.jpg': lake,
  'articles/photo.md': articleFile({ title: 'دریاچه زنده شد', image: '{src: lake.jpg, alt: دریاچه}' }),
  'articles/old.md': articleFile({ title: 'خبر کهنه', date: '1398/01/01' }),
  'articles/draft.md': articleFile({ title: 'پیش‌نویس', draft: 'true' }),
  'articles/later.md': articleFile({ title: 'خبر فردا', date: '1405/09/30' }),
};

async function build(site: MiniSite, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { code, output } = await site.build({ env });
  expect(code, output).toBe(0);
  return output;
}

const picturesOf = (site: MiniSite): string[] =>
  site
    .dist()
    .files.filter((file) => file.startsWith('share/'))
    .toSorted();
const writtenPictures = (site: MiniSite): string[] =>
  (JSON.parse(readFileSync(join(site.out, changesFile), 'utf8')) as { written: string[] }).written.filter((file) =>
    file.startsWith('share/'),
  );
const sharedOn = (site: MiniSite, file: string): string | undefined =>
  /<meta property="og:image" content="([^"?]+)/.exec(readFileSync(join(site.out, file), 'utf8'))?.[1];

describe.skipIf(!canRender)('share pictures', () => {
  it('are there for published articles without a photo that are not old, and for the newspaper', async () => {
    const site = await createMiniSite(files, { url: 'https://news.example/fa' });
    await build(site);
    expect(picturesOf(site)).toEqual(['share/pol.png', 'share/rood.png', 'share/site.png']);
    expect(sharedOn(site, 'news/rood/index.html')).toBe('https://news.example/fa/share/rood.png');
    expect(sharedOn(site, 'news/photo/index.html')).toBe('https://news.example/fa/files/lake.jpg');
    for (const file of ['index.html', 'news/old/index.html', 'tags/index.html'])
      expect(sharedOn(site, file)).toBe('https://news.example/fa/share/site.png');
  });

  it('are drawn anew for what they show, and for nothing else', async () => {
    const site = await createMiniSite(files);
    await build(site);
    await site.write({ 'articles/rood.md': articleFile({ title: 'رود پرآب شد', section: 'society' }, 'متن دیگر.') });
    await build(site);
    expect(writtenPictures(site)).toEqual([]);
    await site.write({ 'articles/rood.md': articleFile({ title: 'رود خشک شد', section: 'society' }) });
    await build(site);
    expect(writtenPictures(site)).toEqual(['share/rood.png']);
  });

  it('come back when they are lost or damaged, and go with their articles', async () => {
    const site = await createMiniSite(files);
    await build(site);
    const before = snapshotOf(site.out);
    rmSync(join(site.out, 'share/rood.png'));
    await build(site);
    expect(differences(before, snapshotOf(site.out))).toEqual([]);
    rmSync(join(site.content, 'articles/rood.md'));
    await build(site);
    expect(picturesOf(site)).toEqual(['share/pol.png', 'share/site.png']);
  });

  it('go when a photo takes their place', async () => {
    const site = await createMiniSite(files);
    await build(site);
    await site.write({
      'articles/rood.md': articleFile({ title: 'رود پرآب شد', image: '{src: lake.jpg, alt: دریاچه}' }),
    });
    await build(site);
    expect(picturesOf(site)).toEqual(['share/pol.png', 'share/site.png']);
    expect(sharedOn(site, 'news/rood/index.html')).toMatch(/\/files\/lake\.jpg$/);
  });

  it('are left out by a newsroom that wants none', async () => {
    const site = await createMiniSite(files, { share: { days: 0 } });
    await build(site);
    expect(picturesOf(site)).toEqual([]);
    expect(sharedOn(site, 'news/rood/index.html')).toBeUndefined();
  });
});

it('a platform without the renderer gets one line about it, and a site without share pictures', async () => {
  const site = await createMiniSite(files);
  const output = await build(site, { TAKUMI_CORE_TARGET: '/nowhere/core.node' });
  expect(output.match(/No share pictures/g)).toHaveLength(1);
  expect(picturesOf(site)).toEqual([]);
  expect(sharedOn(site, 'news/rood/index.html')).toBeUndefined();
  expect(sharedOn(site, 'news/photo/index.html')).toMatch(/\/files\/lake\.jpg$/);
});
