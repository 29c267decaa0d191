import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import sharp, { type Sharp } from 'sharp';
import { cacheFolders } from '../../../src/engine/cache/cache-folders.ts';
import { config } from '../../fixtures/sample/config.ts';
import { differences, snapshotOf } from '../../support/dist.ts';
import { checkLinks } from '../../support/links.ts';
import { drawPng } from '../../support/picture.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

/** A picture of one colour with a little of another. */
async function draw(
  width: number,
  height: number,
  colour: string,
  encode: (image: Sharp) => Sharp = (image) => image.jpeg(),
): Promise<Buffer> {
  const band = { create: { width, height: Math.ceil(height / 5), channels: 3, background: '#201f1d' } } as const;
  const image = sharp({ create: { width, height, channels: 3, background: colour } });
  return encode(image.composite([{ input: band, top: 0, left: 0 }])).toBuffer();
}

/** A GIF of two frames. */
const gif = Buffer.from(
  'R0lGODlhAQABAIAAAP8AAAAA/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEAAAICTAEAOw==',
  'base64',
);

const image = (src: string): Record<string, string> => ({ image: `{src: ${src}, alt: رودخانه}` });

describe('a site with pictures', () => {
  let site: MiniSite;
  const variants = (): string[] => site.dist().files.filter((file) => file.startsWith('_pictures/'));
  const folders = (): Set<string> => new Set(variants().map((file) => file.split('/')[1]!));
  const build = async (): Promise<void> => {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
  };

  beforeAll(async () => {
    const files = {
      'articles/pol.md': articleFile(image('blue.jpg'), 'متن.\n\n![سبز](green.png "شرح | عکس: مهر")\n'),
      'articles/darya.md': articleFile({ title: 'دریا', ...image('blue.jpg') }),
      'articles/jonb.md': articleFile(
        { title: 'جنبش' },
        'متن.\n\n![جنبش](moving.gif)\n\n![دور](https://example.com/a.jpg)\n\n![دورتر](https://example.org/b.jpg)',
      ),
      'articles/shafaf.md': articleFile({ title: 'شفاف', ...image('clear.webp') }),
      'articles/draft.md': articleFile({ title: 'پیش‌نویس', draft: 'true', ...image('secret.jpg') }),
      'articles/later.md': articleFile({ title: 'فردا', date: '1499/01/01', ...image('later.jpg') }),
      'articles/blue.jpg': await draw(800, 600, '#518fc2'),
      'articles/green.png': await draw(400, 300, '#619963', (drawn) => drawn.png()),
      'articles/clear.webp': await sharp({
        create: { width: 340, height: 200, channels: 4, background: '#ff000080' },
      })
        .webp()
        .toBuffer(),
      'articles/moving.gif': gif,
      'articles/secret.jpg': await draw(330, 200, '#b57a47'),
      'articles/later.jpg': await draw(330, 200, '#b76f92'),
      'pages/about.md': '---\ntitle: درباره ما\n---\n![آبی](../articles/blue.jpg)\n',
      'articles/poster.md': articleFile({ title: 'دوردست', image: '{src: "https://example.org/c.jpg", alt: دور}' }),
    };
    site = await createMiniSite(files, { pictures: { hosts: ['example.com'] } });
    await build();
  }, 120_000);

  it('publishes each in several widths, never wider than it is, and not those of articles that are not published', async () => {
    expect(folders().size).toBe(3);
    const sizes = await Promise.all(
      variants().map(async (file) => {
        const { width, height, format } = await sharp(join(site.out, file)).metadata();
        expect(file).toMatch(new RegExp(`/${width}\\.${format === 'heif' ? 'avif' : format}$`));
        return `${width}×${height}`;
      }),
    );
    expect([...new Set(sizes)].toSorted()).toEqual(
      ['320×188', '320×240', '400×300', '480×360', '640×480', '800×600'].toSorted(),
    );
  });

  it('offers them where articles, lists and pages show them, with a tone that stands in', () => {
    const article = site.page('news/pol/index.html').html;
    expect(article).toMatch(
      /<figure class="hero"><picture><source type="image\/avif" srcset="[^"]+ 800w" sizes="[^"]+"><source type="image\/webp"[^>]+><img class="tone-27" src="\/files\/blue\.jpg" alt="رودخانه" width="800" height="600" fetchpriority="high" decoding="async"><\/picture>/,
    );
    expect(article).toMatch(
      /<picture><source [^>]+400\.avif 400w[^>]+><source [^>]+><img src="\/files\/green\.png"[^>]+class="tone-19"><\/picture>/,
    );
    expect(site.page('index.html').html).toMatch(/<picture><source type="image\/avif"/);
    expect(site.page('about/index.html').html).toMatch(/<picture><source type="image\/avif"/);
    expect(checkLinks(site.dist(), config.url)).toEqual([]);
  });

  it('leaves pictures as they are that move or come from elsewhere, and puts no colour behind those that one sees through', () => {
    const moving = site.page('news/jonb/index.html').html;
    expect(moving).toMatch(/<figure><img src="\/files\/moving\.gif"[^>]+loading="lazy"/);
    expect(moving).toMatch(/<figure><img src="https:\/\/example\.com\/a\.jpg"[^>]+referrerpolicy="no-referrer">/);
    expect(readFileSync(join(site.out, 'files/moving.gif'))).toEqual(gif);
    expect(site.page('news/shafaf/index.html').html).toMatch(/<img src="\/files\/clear\.webp"/);
  });

  it('replaces pictures of unlisted hosts by links, with a warning', async () => {
    const page = site.page('news/jonb/index.html').html;
    expect(page).toMatch(/<figure><a href="https:\/\/example\.org\/b\.jpg" rel="[^"]+">دورتر<\/a><\/figure>/);
    expect(page).toMatch(/; img-src (?:'|&#39;)self(?:'|&#39;) data: https:\/\/example\.com; /);
    for (const file of site.dist().files.filter((each) => /\.(?:html|xml|json)$/.test(each)))
      expect(readFileSync(join(site.out, file), 'utf8'), file).not.toMatch(
        /(?:src|url|image)["=:]+https:\/\/example\.org/,
      );
    const { code, output } = await site.build({ args: ['--clean'] });
    expect([code, output]).toEqual([0, expect.stringMatching(/jonb\.md:13:1 .*«example\.org».*; a link stands/)]);
    expect(output).toMatch(/poster\.md:\d+:\d+ {2}image\.src: .*«example\.org».*it is left out/);
    expect(output).not.toContain('«example.com»');
  });

  it('gives feeds the originals alone', () => {
    const feed = readFileSync(join(site.out, 'rss.xml'), 'utf8');
    expect(feed).toContain('/files/green.png');
    expect(feed).not.toMatch(/_pictures|&lt;source|<source/);
  });

  it('makes variants once, and takes them out of the cache when the output is lost or damaged', async () => {
    const cache = cacheFolders.pictures(site.content);
    const made = (): Record<string, number> =>
      Object.fromEntries(
        readdirSync(cache, { recursive: true, encoding: 'utf8' }).map((name) => [
          name,
          statSync(join(cache, name)).mtimeMs,
        ]),
      );
    const [before, files] = [made(), snapshotOf(site.out)];
    rmSync(join(site.out, variants()[0]!));
    writeFileSync(join(site.out, variants()[1]!), 'x');
    await build();
    expect(differences(snapshotOf(site.out), files)).toEqual([]);
    await site.write({
      'articles/pol.md': articleFile({ ...image('blue.jpg'), title: 'نام تازه' }, '![سبز](green.png)'),
    });
    await build();
    expect(made()).toEqual(before);
    // Damaged cache entries are rebuilt.
    const [id] = folders();
    writeFileSync(join(cache, id!, '320.avif'), 'x');
    rmSync(join(site.out, '_pictures'), { recursive: true });
    await build();
    expect(differences(snapshotOf(join(site.out, '_pictures')), variantsIn(files))).toEqual([]);
  });

  it('gives another picture other addresses, whatever its name', async () => {
    const before = folders();
    const path = join(site.content, 'articles/green.png');
    writeFileSync(path, await draw(400, 300, '#be706a', (drawn) => drawn.png()));
    utimesSync(path, new Date(), new Date(Date.now() - 5000));
    await build();
    const fresh = [...folders()].filter((id) => !before.has(id));
    expect(fresh).toHaveLength(1);
    expect(folders().size).toBe(3);
    expect(site.page('news/pol/index.html').html).toMatch(new RegExp(`${fresh[0]}/400\\.avif 400w`));
    expect(site.page('news/pol/index.html').html).toContain('class="tone-7"');
  });

  it('forgets the variants of a picture with the last article that shows it', async () => {
    const kept = folders();
    rmSync(join(site.content, 'articles/shafaf.md'));
    await build();
    expect(folders().size).toBe(2);
    const gone = [...kept].find((id) => !folders().has(id));
    expect(readdirSync(cacheFolders.pictures(site.content))).not.toContain(gone);
  });
});

describe('a site without pictures of its own', () => {
  it('is built without the library that works on them', async () => {
    const site = await createMiniSite({ 'articles/pol.md': articleFile() });
    const trap = join(site.folder, 'trap.mjs');
    writeFileSync(
      trap,
      `import { registerHooks } from 'node:module';
       registerHooks({ load(url, context, next) {
         if (/node_modules\\/(?:sharp|@img)\\//.test(url)) throw new Error('sharp is loaded: ' + url);
         return next(url, context);
       } });`,
    );
    const env = { NODE_OPTIONS: `--import ${trap}` };
    const { code, output } = await site.build({ env });
    expect(code, output).toBe(0);
    expect(site.dist().files.filter((file) => file.startsWith('_pictures/'))).toEqual([]);
    await site.write({
      'articles/aks.png': drawPng(40, 30, [9, 9, 9]),
      'articles/aks.md': articleFile(image('aks.png')),
    });
    expect((await site.build({ env })).output).toContain('sharp is loaded');
  });
});

/** The variants in a snapshot of a site, by their paths below their folder. */
function variantsIn(files: ReturnType<typeof snapshotOf>): ReturnType<typeof snapshotOf> {
  const prefix = '_pictures/';
  return new Map(
    [...files].flatMap(([file, bytes]) => (file.startsWith(prefix) ? [[file.slice(prefix.length), bytes]] : [])),
  );
}
