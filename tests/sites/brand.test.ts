import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readDist, snapshotOf } from '../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import type { SiteConfig } from '../../src/core/config/site-config.ts';

const files = { 'articles/a.md': articleFile({ section: 'جامعه' }) };
const mark = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="#00f" d="M0 0h8v8H0z"/></svg>';
const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>';

/** Make a site with files of its own in `public/`. */
async function createBranded(
  settings: Partial<SiteConfig>,
  pictures: Record<string, string | Uint8Array>,
): Promise<MiniSite & { run: () => ReturnType<MiniSite['build']> }> {
  const site = await createMiniSite(files, { share: { days: 0 }, ...settings });
  const folder = join(site.folder, 'public');
  mkdirSync(join(folder, 'brand'), { recursive: true });
  for (const [name, bytes] of Object.entries(pictures)) writeFileSync(join(folder, name), bytes);
  return { ...site, run: () => site.build({ isFresh: true, args: ['--public', folder] }) };
}

/** The colour of a pixel as `r,g,b,a`. */
async function pixelOf(site: MiniSite, file: string, left: number, top: number): Promise<string> {
  const data = await sharp(readDist(site.dist(), file))
    .ensureAlpha()
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  return [...data].join();
}

it('a brand is in masthead, footer, icons, manifest, styles and feeds', async () => {
  const site = await createBranded(
    {
      brand: { logo: '/brand/logo.svg', logoDark: '/brand/dark.svg', mark: '/brand/mark.svg' },
      colours: { accent: '#0055a4', paper: '#fff8f0' },
      profiles: ['https://t.me/nama'],
    },
    { 'brand/logo.svg': logo, 'brand/dark.svg': logo, 'brand/mark.svg': mark },
  );
  expect(await site.run()).toMatchObject({ code: 0 });
  const { html } = site.page('index.html');
  expect(html.match(/<img class="brand-logo[^>]*width="120" height="40"/g)).toHaveLength(4);
  expect(html).toMatch(/<meta name="theme-color" content="#fff8f0"/);
  expect(html).toMatch(/rel="me"[^]*تلگرام/);
  const css = site
    .dist()
    .files.filter((file) => file.endsWith('.css'))
    .map((file) => readDist(site.dist(), file).toString());
  expect(css.filter((text) => /#0055a4/i.test(text)).length).toBeGreaterThan(1);
  expect(readDist(site.dist(), 'favicon.svg').toString()).toBe(mark);
  expect(await pixelOf(site, 'apple-touch-icon.png', 2, 2)).toBe('255,248,240,255');
  expect(await pixelOf(site, 'apple-touch-icon.png', 90, 90)).toBe('0,0,255,255');
  expect(await pixelOf(site, 'icons/192.png', 1, 1)).toBe('0,0,255,255');
  // The corners of the square must lie in the circle that no launcher cuts.
  expect(await pixelOf(site, 'icons/maskable.png', 100, 100)).toBe('255,248,240,255');
  const ico = readDist(site.dist(), 'favicon.ico');
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  expect(await sharp(ico.subarray(22)).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 });
});

it('icons of one’s own stay, whatever the mark is', async () => {
  const own = { 'favicon.svg': logo, 'apple-touch-icon.png': 'mine' };
  const site = await createBranded({ brand: { mark: '/brand/mark.svg' } }, { 'brand/mark.svg': mark, ...own });
  expect(await site.run()).toMatchObject({ code: 0 });
  for (const [name, bytes] of Object.entries(own)) expect(readDist(site.dist(), name).toString()).toBe(bytes);
});

it('a changed logo changes the pages that show it', async () => {
  const site = await createBranded({ brand: { logo: '/brand/logo.svg' } }, { 'brand/logo.svg': logo });
  await site.run();
  const before = snapshotOf(site.out);
  writeFileSync(join(site.folder, 'public/brand/logo.svg'), logo.replace('40"', '44"'));
  await site.run();
  expect(snapshotOf(site.out)).not.toEqual(before);
  expect(site.page('index.html').html).toMatch(/width="120" height="44"/);
});

it('pictures that are missing, unsafe or too small are told with their setting, and nothing is published', async () => {
  const small = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  const site = await createBranded(
    {
      brand: {
        logo: '/brand/none.svg',
        logoDark: '/brand/x.svg',
        mark: '/brand/small.png',
        wordmark: '/brand/text.svg',
      },
    },
    {
      'brand/x.svg': logo.replace('<path', '<script>1</script><path'),
      'brand/small.png': small,
      'brand/text.svg': 'نما',
    },
  );
  const { code, stderr } = await site.run();
  expect(code).not.toBe(0);
  for (const line of [
    /brand\.logo: there is no file public\/brand\/none\.svg/,
    /brand\.logoDark: public\/brand\/x\.svg does more than draw/,
    /brand\.mark: public\/brand\/small\.png has 64×64 pixels; expected an SVG, or 512×512 pixels/,
    /brand\.wordmark: public\/brand\/text\.svg is no picture/,
  ])
    expect(stderr).toMatch(line);
  expect(existsSync(site.out)).toBe(false);
});
