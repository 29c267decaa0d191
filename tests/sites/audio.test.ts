import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PodcastSettings } from '../../src/core/config/podcast.ts';
import { config } from '../fixtures/sample/config.ts';
import { fixedNow, runScript } from '../support/command.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { checkFeed } from '../support/feed-rules.ts';
import { formatFindings } from '../support/finding.ts';
import { attributeOf, findAll, findParts, textOf } from '../support/html.ts';
import { validateHtml } from '../support/html-validator.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { childrenOf, parseXml, textOfChild } from '../support/xml.ts';

// A frame of silence, after a tag.
const mp3 = Buffer.concat([
  Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(413),
]);
const podcast: PodcastSettings = {
  title: 'پادکست «روزنگار» & شهر',
  description: 'گفت‌وگوهای روزنگار',
  image: '/podcast.png',
  category: ['News', 'Daily News'],
  email: 'podcast@example.org',
};
const spoken = {
  title: 'گفت‌وگو با باغبان',
  date: '1405/08/20',
  audio: '{src: goftogu.mp3, title: گفت‌وگوی ما, duration: "12:40", transcript: goftogu.vtt}',
};
const files = {
  'articles/bagh.md': articleFile(spoken),
  'articles/goftogu.mp3': mp3,
  'articles/goftogu.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nسلام\n',
  'articles/pol.md': articleFile({ date: '1405/08/19' }),
};
const page = 'news/bagh/index.html';

async function build(site: MiniSite, args: readonly string[] = []): Promise<Map<string, string>> {
  const { code, output } = await site.build({ args });
  expect([code, output]).toEqual([0, expect.any(String)]);
  return snapshotOf(site.out);
}

/** A folder of public files with artwork of so many pixels. */
async function publicWith(
  site: MiniSite,
  width: number,
  height = width,
  name = 'podcast.png',
): Promise<readonly string[]> {
  const folder = join(site.folder, 'public');
  await mkdir(folder, { recursive: true });
  const picture = sharp({ create: { width, height, channels: 3, background: '#933' } });
  await writeFile(join(folder, name), await picture.png().toBuffer());
  return ['--public', folder];
}

it('a site without a recording has not a byte of it', async () => {
  const { 'articles/bagh.md': _, ...others } = files;
  const site = await createMiniSite(others);
  const made = await build(site);
  expect([...made.keys()].filter((file) => /audio|podcast|goftogu/.test(file))).toEqual([]);
  for (const file of ['index.html', 'news/pol/index.html', '_headers', 'rss.xml']) {
    expect(readFileSync(join(site.out, file), 'utf8')).not.toMatch(/audio|podcast|صدا/);
  }
});

describe('a recording', () => {
  let site: MiniSite;
  beforeAll(async () => {
    site = await createMiniSite(files);
    await build(site);
  });

  it('has the browser’s player, named in Persian, and a link to the file and to what is said', () => {
    const [figure] = findParts(site.page(page).tree, 'audio');
    const [player] = findAll(figure!, 'audio');
    expect(['src', 'preload', 'controls', 'aria-label'].map((name) => attributeOf(player!, name))).toEqual([
      '/files/goftogu.mp3',
      'none',
      '',
      'پخش صدا: گفت‌وگوی ما',
    ]);
    expect(findAll(figure!, 'a').map((link) => [attributeOf(link, 'href'), textOf(link).trim()])).toEqual([
      ['/files/goftogu.mp3', 'بارگیری (۰٫۱ مگابایت)'],
      ['/files/goftogu.vtt', 'متن گفته‌ها'],
    ]);
    expect(textOf(figure!)).toContain('۱۲:۴۰');
    expect(readFileSync(join(site.out, 'files/goftogu.mp3')).equals(mp3)).toBe(true);
    expect(site.page(page).html).toContain('"duration":"PT12M40S"');
  });

  it('is marked in lists', () => {
    expect(site.page('latest/index.html').html).toMatch(/گفت‌وگو با باغبان<\/a>\s*<span class="mark">\+ صدا<\/span>/);
    expect(site.page('latest/index.html').html.split('+ صدا').length).toBe(2);
  });

  it('is in the feeds, whose one enclosure is a video’s as long as there is one', async () => {
    const enclosures = (): (string | undefined)[][] => {
      const xml = readFileSync(join(site.out, 'rss.xml'), 'utf8');
      expect(checkFeed(xml, `${config.url}/rss.xml`, Date.parse(fixedNow))).toEqual([]);
      return childrenOf(parseXml(xml).children[0]!, 'item').flatMap((item) =>
        childrenOf(item, 'enclosure').map(({ attributes }) => [
          attributes['url'],
          attributes['type'],
          attributes['length'],
        ]),
      );
    };
    const sound = `${config.url}/files/goftogu.mp3`;
    expect(enclosures()).toEqual([[sound, 'audio/mpeg', String(mp3.length)]]);
    const { items } = JSON.parse(readFileSync(join(site.out, 'feed.json'), 'utf8')) as {
      items: Record<string, unknown>[];
    };
    expect(items[0]!['attachments']).toEqual([
      { url: sound, mime_type: 'audio/mpeg', title: 'گفت‌وگوی ما', size_in_bytes: mp3.length, duration_in_seconds: 760 },
    ]);
    await site.write({
      'articles/bagh.md': articleFile({ ...spoken, video: '{src: bagh.mp4, title: باغ}' }),
      'articles/bagh.mp4': 'x',
    });
    await build(site);
    expect(enclosures()).toEqual([[`${config.url}/files/bagh.mp4`, 'video/mp4', '1']]);
    expect(readFileSync(join(site.out, 'rss.xml'), 'utf8')).toMatch(
      /<media:content url="[^"]*goftogu\.mp3" medium="audio"/,
    );
    await site.write({ 'articles/bagh.md': files['articles/bagh.md'] });
  });

  it('is valid HTML', async () => {
    await build(site);
    expect(formatFindings(await validateHtml([site.page(page)]))).toEqual([]);
  });
});

describe('the podcast', () => {
  it('has what Apple Podcasts and PSP-1 require, and changes with its articles only', async () => {
    const site = await createMiniSite(files, { podcast });
    const args = await publicWith(site, 1400);
    const before = await build(site, args);
    const xml = readFileSync(join(site.out, 'podcast.xml'), 'utf8');
    const channel = parseXml(xml).children[0]!;
    expect(textOfChild(channel, 'title')).toBe(podcast.title);
    for (const name of ['link', 'description', 'language', 'itunes:author', 'itunes:explicit', 'itunes:type']) {
      expect([name, textOfChild(channel, name)]).toEqual([name, expect.stringMatching(/./)]);
    }
    const attributes = (name: string): unknown => childrenOf(channel, name)[0]?.attributes;
    expect(attributes('itunes:image')).toEqual({ href: `${config.url}/podcast.png` });
    expect(attributes('itunes:category')).toEqual({ text: 'News' });
    expect(childrenOf(childrenOf(channel, 'itunes:category')[0]!, 'itunes:category')[0]?.attributes).toEqual({
      text: 'Daily News',
    });
    expect(attributes('atom:link')).toMatchObject({ href: `${config.url}/podcast.xml`, rel: 'self' });
    expect(textOfChild(childrenOf(channel, 'itunes:owner')[0]!, 'itunes:email')).toBe(podcast.email);
    const items = childrenOf(channel, 'item');
    expect(items.map((item) => textOfChild(item, 'title'))).toEqual(['گفت‌وگو با باغبان']);
    const [item] = items;
    expect(childrenOf(item!, 'enclosure')[0]?.attributes).toEqual({
      url: `${config.url}/files/goftogu.mp3`,
      length: String(mp3.length),
      type: 'audio/mpeg',
    });
    expect([textOfChild(item!, 'itunes:duration'), textOfChild(item!, 'pubDate')]).toEqual([
      '12:40',
      expect.stringMatching(/2026/),
    ]);
    expect(childrenOf(item!, 'podcast:transcript')[0]?.attributes).toEqual({
      url: `${config.url}/files/goftogu.vtt`,
      type: 'text/vtt',
      language: 'fa',
    });
    expect(readFileSync(join(site.out, '_headers'), 'utf8')).toContain('/podcast.xml\n');
    // Its readers find it from the player and among the feeds.
    const links = (path: string): string[] =>
      findAll(site.page(path).tree, 'a').map((link) => `${attributeOf(link, 'href')} ${textOf(link).trim()}`);
    expect(links(page)).toContain('/feeds/#podcast دنبال کردن پادکست');
    expect(links('feeds/index.html')).toContain(`/podcast.xml ${podcast.title}`);
    expect(
      findAll(site.page('feeds/index.html').tree, 'li').filter((item) => attributeOf(item, 'id') === 'podcast'),
    ).toHaveLength(1);
    await site.write({ 'articles/pol.md': articleFile({ title: 'پل دیگر', date: '1405/08/19' }) });
    expect(differences(before, await build(site, args))).not.toContain('podcast.xml');
    await site.write({ 'articles/bagh.md': articleFile({ ...spoken, title: 'گفت‌وگوی دیگر' }) });
    const after = await build(site, args);
    expect(differences(before, after)).toContain('podcast.xml');
    const { code } = await site.build({ args: [...args, '--clean'] });
    expect([code, differences(after, snapshotOf(site.out))]).toEqual([0, []]);
  });

  it.each([
    [1399, 1399, /1399×1399 pixels; expected a square of 1400 to 3000 pixels/],
    [1400, 1500, /1400×1500 pixels/],
    [3001, 3001, /3001×3001 pixels/],
  ])('refuses artwork of %d by %d pixels', async (width, height, message) => {
    const site = await createMiniSite(files, { podcast });
    const args = await publicWith(site, width, height);
    const { code, output } = await site.build({ args: [...args, '--lang', 'en'] });
    expect([code, output]).toEqual([2, expect.stringMatching(message)]);
  });

  it('refuses a file of public/ in the place of its feed', async () => {
    const site = await createMiniSite(files, { podcast });
    const args = await publicWith(site, 1400);
    await writeFile(join(site.folder, 'public', 'podcast.xml'), '<rss/>');
    const { code, output } = await site.build({ args: [...args, '--lang', 'en'] });
    expect([code, output]).toEqual([2, expect.stringContaining('podcast: public/podcast.xml would take the place of')]);
    expect((await site.build({ args: [...args, '--lang', 'fa'] })).output).toContain('جای خوراک آن را می‌گیرد');
  });

  it('refuses artwork that is missing, or of another type', async () => {
    const site = await createMiniSite(files, { podcast: { ...podcast, image: '/podcast.jpg' } });
    const args = await publicWith(site, 1400, 1400, 'podcast.jpg');
    expect((await site.build({ args })).output).toContain('podcast.jpg');
    expect(
      (
        await runScript('build', [
          '--content',
          site.content,
          '--out',
          site.out,
          '--config',
          join(site.folder, 'config.mjs'),
        ])
      ).code,
    ).toBe(2);
  });
});
