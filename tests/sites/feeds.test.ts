import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { feedsAmong } from '../../src/core/feeds/feed-list.ts';
import { createUrls } from '../../src/core/urls.ts';
import { fixedNow } from '../support/command.ts';
import { readDist } from '../support/dist.ts';
import { checkFeed } from '../support/feed-rules.ts';
import { findNewsboat, findPython, readWithNewsboat, readWithPython } from '../support/feed-clients.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { serveFolder } from '../support/serve.ts';
import { childrenOf, parseXml, textOfChild, type XmlElement } from '../support/xml.ts';

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"></svg>\n';
const film = new Uint8Array(4096);
const url = 'https://khabar.example';
const hubs = ['https://hub.example/'];
const folder = 'articles/1404/07';
const titles = {
  'باران-پاییزی': 'بازگشت iPhone 17 (Pro) به بازار؛ C++ یا «Go»؟',
  'نیم-فاصله-ها': 'سهم AT&T از بازار < ۱۰٪ شد و می‌ماند',
};

describe('the feeds of a site with all that articles can have', () => {
  let site: MiniSite;
  beforeAll(async () => {
    const [first, second] = Object.entries(titles);
    site = await createMiniSite(
      {
        [`${folder}/${first![0]}.md`]: articleFile(
          {
            title: `'${first![1]}'`,
            date: '"1404/07/24 10:30"',
            tags: '[حمل‌ونقل شهری, C++, R&D]',
            source: '{name: شهرنما, url: https://shahr.example/}',
            authors: '[نرگس آذرنیا]',
            section: 'society',
            image: '{src: ابر سفید.svg, alt: ابر, caption: شرح, credit: عکاس}',
            video: '{src: فیلم.mp4, title: فیلم باران, poster: ابر سفید.svg}',
            corrections: '[{date: "1404/07/26 09:00", text: عدد درست ۱۱ است.}]',
          },
          'بند اول با [پیوند](https://a.example/الف?ب=۱).\n\n## میان‌تیتر\n\n![ابر](<ابر سفید.svg> "شرح | عکاس")\n\n| الف | ب |\n|---|---|\n| ۱ | ۲ |\n\n- [x] انجام شد\n\nپانوشت[^1]\n\n[^1]: متن.',
        ),
        [`${folder}/${second![0]}.md`]: articleFile({ title: `'${second![1]}'`, date: '"1404/07/23 10:30"' }),
        [`${folder}/فردا.md`]: articleFile({ title: 'خبر فردا', date: '"1405/09/05 08:00"' }),
        [`${folder}/ابر سفید.svg`]: picture,
        [`${folder}/فیلم.mp4`]: film,
      },
      { url, feeds: { hubs } },
    );
    expect((await site.build()).output).toContain('articles');
  }, 300_000);

  const feedFiles = (): string[] => site.dist().files.filter((file) => file.endsWith('rss.xml'));
  const itemsOf = (file: string): XmlElement[] =>
    childrenOf(parseXml(readDist(site.dist(), file).toString()).children[0]!, 'item');

  it('are those of the site and of every section, tag, source and author', () => {
    const kinds = Map.groupBy(feedFiles(), (file) => file.split('/').slice(0, -2).join());
    expect(Object.fromEntries([...kinds].map(([kind, files]) => [kind, files.length]))).toEqual({
      '': 1,
      sections: 5,
      tags: 4,
      sources: 2,
      authors: 1,
    });
  });

  it('keep all the rules of the W3C’s Feed Validation Service', () => {
    for (const file of feedFiles()) {
      const address = createUrls(url).absolute(createUrls(url).file(...file.split('/')));
      expect(checkFeed(readDist(site.dist(), file).toString(), address, Date.parse(fixedNow)), file).toEqual([]);
    }
  });

  it('give names, sizes and types of files, and the change of a correction', () => {
    const [item] = itemsOf('rss.xml');
    const files = `${url}/files/1404/07`;
    expect(
      item?.children
        .filter(({ name }) => /^(?:media:content|enclosure)$/.test(name))
        .map(({ attributes }) => attributes),
    ).toEqual([
      {
        url: `${files}/${encodeURIComponent('ابر سفید.svg')}`,
        medium: 'image',
        type: 'image/svg+xml',
        fileSize: String(picture.length),
        width: '640',
        height: '480',
      },
      { url: `${files}/${encodeURIComponent('فیلم.mp4')}`, medium: 'video', type: 'video/mp4', fileSize: '4096' },
      { url: `${files}/${encodeURIComponent('فیلم.mp4')}`, length: '4096', type: 'video/mp4' },
    ]);
    expect(textOfChild(item!, 'pubDate')).toBe('Thu, 16 Oct 2025 07:00:00 GMT');
    expect(textOfChild(item!, 'atom:updated')).toBe('2025-10-18T09:00:00+03:30');
    const json = JSON.parse(readDist(site.dist(), 'feed.json').toString()) as { hubs: unknown; items: object[] };
    expect(json.hubs).toEqual([{ type: 'WebSub', url: hubs[0] }]);
    expect(json.items[0]).toMatchObject({
      date_modified: '2025-10-18T09:00:00+03:30',
      attachments: [{ mime_type: 'video/mp4', size_in_bytes: 4096 }],
    });
  });

  it('keep an article under embargo to themselves', () => {
    for (const file of [...feedFiles(), 'feed.json', 'feeds.opml']) {
      expect(readDist(site.dist(), file).toString(), file).not.toContain('خبر فردا');
    }
  });

  it('stay as they are, byte for byte, when a later build finds nothing new', async () => {
    const out = join(site.folder, 'later');
    await site.build({ out, now: '2026-11-23T12:00:00+03:30' });
    for (const file of [...feedFiles(), 'feed.json', 'feeds.opml', 'feeds/index.html']) {
      expect(readFileSync(join(out, file)).equals(readDist(site.dist(), file)), file).toBe(true);
    }
  });

  const python = findPython();
  it.skipIf(!python)(
    `are read by Python’s feedparser${python ? '' : ' (skipped: install python3-feedparser)'}`,
    async () => {
      const server = await serveFolder(site.out);
      const read = await readWithPython(python!, `${server.origin}/rss.xml`);
      await server.close();
      expect(read.bozo).toBeNull();
      expect(read.links).toContainEqual(expect.objectContaining({ rel: 'hub', href: hubs[0] }));
      expect(read.entries.map(({ title }) => title.replaceAll('&lt;', '<'))).toEqual(Object.values(titles));
      const [entry] = read.entries;
      expect(entry).toMatchObject({
        link: `${url}/news/${encodeURIComponent('باران-پاییزی')}/`,
        published: 'Thu, 16 Oct 2025 07:00:00 GMT',
        updated: '2025-10-18T09:00:00+03:30',
        tags: ['جامعه', 'حمل‌ونقل شهری', 'C++', 'R&D'],
        enclosures: [{ type: 'video/mp4', length: '4096' }],
        media: [
          { medium: 'image', filesize: String(picture.length) },
          { medium: 'video', filesize: '4096' },
        ],
      });
      expect(entry?.content).toContain('<div dir="rtl" lang="fa">');
      expect(entry?.content).toContain('<table>');
    },
  );

  const newsboat = findNewsboat();
  it.skipIf(!newsboat)(`are read by newsboat${newsboat ? '' : ' (skipped: install newsboat)'}`, async () => {
    const server = await serveFolder(site.out);
    const local = feedsAmong(feedFiles(), createUrls(server.origin));
    const { unread, complaints } = await readWithNewsboat(newsboat!, { urls: local });
    await server.close();
    expect(complaints).toEqual([]);
    // It knows an article by its guid, in whatever feeds it is.
    const guids = new Set(feedFiles().flatMap((file) => itemsOf(file).map((item) => textOfChild(item, 'guid'))));
    expect(unread).toBe(guids.size);
  });

  it.skipIf(!newsboat)(
    `are all in the OPML file that newsboat imports${newsboat ? '' : ' (skipped: install newsboat)'}`,
    async () => {
      const { subscriptions } = await readWithNewsboat(newsboat!, { opml: join(site.out, 'feeds.opml') });
      const addresses = subscriptions.map((line) => line.split(' ')[0]!);
      expect(addresses.toSorted()).toEqual(feedsAmong(feedFiles(), createUrls(url)).toSorted());
    },
  );

  it('are joined by an article when its embargo ends', async () => {
    await site.build({ now: '2026-11-27T12:00:00+03:30' });
    expect(textOfChild(itemsOf('rss.xml')[0]!, 'title')).toBe('خبر فردا');
    const { written } = JSON.parse(readDist(site.dist(), '.changes.json').toString()) as { written: string[] };
    expect(written).toContain('rss.xml');
    expect(written).not.toContain('feeds.opml');
    expect(written).not.toContain('feeds/index.html');
  });
});
