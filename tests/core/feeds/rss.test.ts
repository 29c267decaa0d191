import { Readable } from 'node:stream';
import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import FeedParser from 'feedparser';
import { describe, expect, it } from 'vitest';
import { siteFeed, termFeed } from '../../../src/core/feeds/rss.ts';
import { escapeXml } from '../../../src/core/feeds/xml.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../support/make-site.ts';
import { countRuns } from '../../support/runs.ts';

describe('the channel', () => {
  it('names the site, its page, its language and itself', async () => {
    const { meta, xml } = await readFeed(await siteFeed(makeSite([makeArticle()])));
    expect(meta).toMatchObject({ title: 'روزنامه آزمون', link: 'https://example.org/', language: 'fa-IR' });
    expect(meta.description).toBe('خبرهای «آزمون» و آزمایش');
    expect(meta.xmlurl).toBe('https://example.org/rss.xml');
    expect(xml).toContain('<atom:link href="https://example.org/rss.xml" rel="self" type="application/rss+xml"/>');
  });

  it('respects the siteâs base path', async () => {
    const site = makeSite([makeArticle()], { url: 'https://example.org/خبر/' });
    const { meta, items } = await readFeed(await siteFeed(site));
    expect(meta.link).toBe('https://example.org/%D8%AE%D8%A8%D8%B1/');
    expect(meta.xmlurl).toBe('https://example.org/%D8%AE%D8%A8%D8%B1/rss.xml');
    expect(items[0]?.link).toMatch(/^https:\/\/example\.org\/%D8%AE%D8%A8%D8%B1\/news\/%/);
  });

  it('shows a second site of the same articles by its own addresses', async () => {
    const site = makeSite([makeArticle({ slug: 'a' })]);
    const other = { ...site, urls: createUrls('https://other.example') };
    expect(await siteFeed(site)).toContain('<link>https://example.org/news/a/</link>');
    const second = await siteFeed(other);
    expect(second).toContain('<link>https://other.example/news/a/</link>');
    expect(second).not.toContain('example.org/news');
    expect(await siteFeed(site)).toContain('<link>https://example.org/news/a/</link>');
  });

  it('changes with the newest article or the newest change, never with the clock', async () => {
    const site = makeSite([
      makeArticle({ slug: 'a', date: makeDate('1404/07/24 10:30') }),
      makeArticle({ slug: 'b', date: makeDate('1404/07/20 08:00'), updated: makeDate('1404/08/01 12:00') }),
    ]);
    const feed = await siteFeed(site);
    expect(feed).toContain('<lastBuildDate>Thu, 23 Oct 2025 08:30:00 GMT</lastBuildDate>');
    expect(await siteFeed(site)).toBe(feed);
  });

  it('changes with a correction that is not dated as an update', async () => {
    const corrections = [{ date: makeDate('1404/08/02 09:00'), text: 'عدد درست ۱۱ است.' }];
    const feed = await siteFeed(makeSite([makeArticle({ date: makeDate('1404/07/24 10:30'), corrections })]));
    expect(feed).toContain('<lastBuildDate>Fri, 24 Oct 2025 05:30:00 GMT</lastBuildDate>');
    expect(feed).toContain('<atom:updated>2025-10-24T09:00:00+03:30</atom:updated>');
    expect(feed).toContain('<pubDate>Thu, 16 Oct 2025 07:00:00 GMT</pubDate>');
  });

  it('names the hubs that are notified', async () => {
    const hubs = ['https://hub.example/', 'https://push.example/?a=1&b=2'];
    const { xml } = await readFeed(await siteFeed(makeSite([makeArticle()], { feeds: { hubs } })));
    expect(xml.match(/<atom:link [^>]*rel="hub"\/>/g)).toEqual([
      '<atom:link href="https://hub.example/" rel="hub"/>',
      '<atom:link href="https://push.example/?a=1&amp;b=2" rel="hub"/>',
    ]);
    expect(await siteFeed(makeSite([makeArticle()], { feeds: { hubs: [] } }))).not.toContain('"hub"');
  });

  it('references the style sheet for browsers, below the siteâs base path', async () => {
    const xml = await siteFeed(makeSite([makeArticle()], { url: 'https://example.org/news' }));
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?><\?xml-stylesheet type="text\/css" href="\/news\/feed.css"\?><rss /,
    );
  });

  it('is a valid feed without articles', async () => {
    const { meta, items, xml } = await readFeed(await siteFeed(makeSite()));
    expect(meta.title).toBe('روزنامه آزمون');
    expect(items).toEqual([]);
    expect(xml).not.toContain('lastBuildDate');
  });
});

describe('an article', () => {
  it('has the same item in all feeds of a site, but a different one in those of another site', async () => {
    const itemOf = (feed: string): string => /<item>.*<\/item>/su.exec(feed)![0];
    const article = makeArticle({ slug: 'x', tags: ['ابر'] });
    const [one, other] = ['https://one.example', 'https://other.example'].map((url) => makeSite([article], { url }));
    const item = itemOf(await siteFeed(one!));
    expect(item).toContain('<link>https://one.example/news/x/</link>');
    expect(itemOf(await termFeed(one!, one!.terms.tags[0]!))).toBe(item);
    expect(itemOf(await siteFeed(other!))).toBe(item.replaceAll('one.example', 'other.example'));
  });
});

describe('the feed of a term', () => {
  const article = makeArticle({ tags: ['حمل‌ونقل شهری'], authors: ['Jane <b>Doe</b> & Co'], section: 'economy' });
  const site = makeSite([article], {
    sections: [
      { slug: 'economy', name: 'اقتصاد' },
      { slug: 'art', name: 'هنر' },
    ],
  });

  it('has its own name and encoded addresses', async () => {
    const { meta, items } = await readFeed(await termFeed(site, site.terms.tags[0]!));
    const page = `https://example.org/tags/${encodeURIComponent('حمل-ونقل-شهری')}/`;
    expect(meta.title).toBe('حمل‌ونقل شهری | روزنامه آزمون');
    expect(meta.description).toBe('تازه‌ترین خبرهای «حمل‌ونقل شهری» در روزنامه آزمون');
    expect(meta.link).toBe(page);
    expect(meta.xmlurl).toBe(`${page}rss.xml`);
    expect(items).toHaveLength(1);
  });

  it.each(['sections', 'sources', 'authors'] as const)('exists for %s', async (kind) => {
    const { meta, items } = await readFeed(await termFeed(site, site.terms[kind][0]!));
    expect(meta.link).toBe(`https://example.org${site.terms[kind][0]!.url}`);
    expect(items).toHaveLength(1);
  });

  it('keeps markup in a name as text, and its description safe to read as HTML', async () => {
    const { meta, xml } = await readFeed(await termFeed(site, site.terms.authors[0]!));
    expect(xml).toContain('<title>Jane &#x3C;b&gt;Doe&#x3C;/b&gt; &#x26; Co | روزنامه آزمون</title>');
    expect(meta.description).toContain('Jane &lt;b>Doe&lt;/b> & Co');
  });

  it('is empty for a section without articles', async () => {
    const { items } = await readFeed(await termFeed(site, site.terms.sections[1]!));
    expect(items).toEqual([]);
  });
});

describe('an item', () => {
  it('has its permanent, encoded address as link and guid', async () => {
    const { item, xml } = await readItem({ slug: 'باران-پاییزی' });
    const link = `https://example.org/news/${encodeURIComponent('باران-پاییزی')}/`;
    expect(item.link).toBe(link);
    expect(item.guid).toBe(link);
    expect(xml).toContain(`<guid isPermaLink="true">${link}</guid>`);
  });

  it('keeps its publication date when it is changed later', async () => {
    const { item, xml } = await readItem({ date: makeDate('1404/07/24 10:30'), updated: makeDate('1404/08/01') });
    expect(item.pubdate?.toISOString()).toBe('2025-10-16T07:00:00.000Z');
    expect(xml).toContain('<pubDate>Thu, 16 Oct 2025 07:00:00 GMT</pubDate>');
    expect(xml).toContain('<atom:updated>2025-10-23T00:00:00+03:30</atom:updated>');
  });

  it('omits a change before its publication', async () => {
    const dates = { date: makeDate('1404/07/24 10:30'), updated: makeDate('1404/07/24') };
    expect((await readItem(dates)).xml).not.toContain('atom:updated');
  });

  it.each([
    ['mixed directions', 'بازگشت iPhone 17 (Pro) به بازار؛ C++ یا «Go»؟'],
    ['ampersands', 'AT&T & برادران &amp; شرکا'],
    ['the end of CDATA', 'پایان ]]> نیست'],
    ['emoji', 'برف 🏔️ و خانواده 👨‍👩‍👧'],
    ['half-spaces', 'می‌شود'],
    ['quotes', `«نقل» "double" 'single'`],
  ])('keeps %s in its title', async (_, title) => {
    expect((await readItem({ title })).item.title).toBe(title);
  });

  it('keeps markup in its title as text, which parsers then drop or show', async () => {
    const { xml } = await readItem({ title: 'چرا <script>alert(1)</script>؟' });
    expect(xml).toContain('<title>چرا &#x3C;script&gt;alert(1)&#x3C;/script&gt;؟</title>');
  });

  it('drops characters that XML cannot represent, wherever they are', async () => {
    const dirty = 'الف\u0000\u0008\u001B\uFFFE\uD800ب';
    const { item, xml } = await readItem({
      title: dirty,
      lead: dirty,
      html: `<p>${dirty}</p>`,
      tags: [dirty],
      authors: [dirty],
      kicker: dirty,
      image: { src: '/a.png', alt: dirty },
      corrections: [{ date: makeDate('1404/07/25'), text: dirty }],
    });
    expect(item).toMatchObject({ title: 'الفب', summary: 'الفب', categories: ['الفب'], author: 'الفب' });
    expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  });

  it.each([
    ['دمای ۵ < ۶ و AT&T', 'دمای ۵ &lt; ۶ و AT&amp;T'],
    ['نشان <b> و &lt;', 'نشان &lt;b> و &amp;lt;'],
    ['</description>', '&lt;/description>'],
  ])('has a description that HTML reads back: %s', async (lead, description) => {
    expect((await readItem({ lead })).item.summary).toBe(description);
  });

  it('lists its section and tags, each once', async () => {
    const sections = [{ slug: 'economy', name: 'اقتصاد' }];
    const site = makeSite([makeArticle({ section: 'economy', tags: ['تهران', 'اقتصاد', 'R&D'] })], { sections });
    expect((await readFeed(await siteFeed(site))).items[0]?.categories).toEqual(['اقتصاد', 'تهران', 'R&D']);
  });

  it('names each of its authors', async () => {
    const { xml } = await readItem({ authors: ['نرگس آذرنیا', 'Ali & Sons'] });
    expect(xml).toContain('<dc:creator>نرگس آذرنیا</dc:creator><dc:creator>Ali &#x26; Sons</dc:creator>');
  });

  it('is by its source if no author is named', async () => {
    expect((await readItem({ source: { name: 'ایسنا' } })).item.author).toBe('ایسنا');
  });

  it.each([
    ['007', '۰۰۷'],
    ['1e3', '۱e۳'],
    ['1404', '۱۴۰۴'],
    ['.', '.'],
    ['-', '-'],
    ['Infinity', 'Infinity'],
    ['true', 'true'],
    ['دو  فاصله', 'دو  فاصله'],
  ])('does not take a name for a number: %s', async (name, written) => {
    expect((await readItem({ authors: [name] })).xml).toContain(`<dc:creator>${written}</dc:creator>`);
  });

  it('references its picture', async () => {
    const { xml, item } = await readItem({
      image: { src: '/media/a.jpg', alt: 'کوه & "برف"', caption: 'شرح', credit: 'عکاس', width: 640, height: 480 },
    });
    expect(xml).toContain(
      '<media:content url="https://example.org/media/a.jpg" medium="image" type="image/jpeg" width="640" height="480">' +
        '<media:title>شرح</media:title><media:description>کوه &#x26; &quot;برف&quot;</media:description>' +
        '<media:credit>عکاس</media:credit></media:content><media:thumbnail url="https://example.org/media/a.jpg"/>',
    );
    expect(item.image.url).toBe('https://example.org/media/a.jpg');
  });

  it('has the sizes of local files', async () => {
    const { xml } = await readItem({
      image: { src: '/media/a.jpg', alt: 'کوه', bytes: 2048 },
      video: { title: 'فیلم', src: '/media/v.mp4', bytes: 4096 },
    });
    expect(xml).toContain(
      '<media:content url="https://example.org/media/a.jpg" medium="image" type="image/jpeg" fileSize="2048">',
    );
    expect(xml).toContain(
      '<media:content url="https://example.org/media/v.mp4" medium="video" type="video/mp4" fileSize="4096">',
    );
    expect(xml).toContain('<enclosure url="https://example.org/media/v.mp4" length="4096" type="video/mp4"/>');
  });

  it('is described by its headline if it has no paragraph', async () => {
    expect((await readItem({ title: 'نمودار', lead: '' })).item.summary).toBe('نمودار');
  });

  it('encodes characters that URLs may not contain', async () => {
    const { xml } = await readItem({ video: { title: 'فیلم', src: '/media/a|b[1]^.mp4' } });
    expect(xml).toContain('<enclosure url="https://example.org/media/a%7Cb%5B1%5D%5E.mp4"');
  });

  it('references its own video, for both kinds of reader', async () => {
    const { xml, item } = await readItem({
      video: { title: 'فیلم برف', src: '/media/برف.mp4', poster: '/media/p.webp' },
      image: { src: 'https://cdn.example/x.avif?a=1&b=2', alt: '' },
    });
    const url = `https://example.org/media/${encodeURIComponent('برف')}.mp4`;
    expect(item.enclosures).toContainEqual(expect.objectContaining({ url, type: 'video/mp4', length: '0' }));
    expect(xml).toContain(
      `<media:content url="${url}" medium="video" type="video/mp4"><media:title>فیلم برف</media:title>`,
    );
    expect(xml).toContain('<media:thumbnail url="https://example.org/media/p.webp"/>');
    expect(xml).toContain(
      '<media:content url="https://cdn.example/x.avif?a=1&amp;b=2" medium="image" type="image/avif"/>',
    );
  });

  it('references no file for a video of a host', async () => {
    const { xml } = await readItem({ video: { title: 'فیلم', url: 'https://aparat.com/v/x' } });
    expect(xml).not.toMatch(/<enclosure|medium="video"/);
    expect(xml).toContain('فیلم: فیلم');
  });

  it('contains the full text', async () => {
    const html = '<p>الف &#x26; ب ]]&gt; <code>a&#x3C;b</code></p>';
    expect((await readItem({ html })).item.description).toContain(html);
  });
});

describe('any input of writers', () => {
  const pieces = [
    '<',
    '>',
    '&',
    '&amp;',
    '&lt;',
    '&#0;',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '</item>',
    '<?',
    '\\',
    '\n',
  ];
  const text = oneof(
    string({ unit: 'binary' }),
    array(constantFrom('ب', '\u200C', '1', ' ', ...pieces)).map((all) => all.join('')),
  );

  it('stays a well-formed feed with exactly that text', async () => {
    await assert(
      asyncProperty(text, text, async (any, name) => {
        const named = `الف${name}ی`;
        const { xml } = await readItem({
          title: `${any}.`,
          lead: any,
          kicker: any,
          dateline: any,
          authors: [named],
          tags: [named],
          image: { src: `/${any}`, alt: any, caption: any, credit: any },
          video: { title: any, src: `/${any}`, poster: any },
          corrections: [{ date: makeDate('1404/07/24'), text: any }],
        });
        const written = escapeXml(named).replaceAll('&lt;', '&#x3C;').replaceAll('&amp;', '&#x26;');
        expect(xml).toContain(`<category>${written}</category>`);
        expect(xml).toContain(`<dc:creator>${written.replace(/\r\n?/g, '\n')}</dc:creator>`);
      }),
      { seed: 1404, numRuns: countRuns(60, 600) },
    );
  });
});

async function readItem(fields: ArticleParts): Promise<{ item: FeedParser.Item; xml: string }> {
  const { items, xml } = await readFeed(await siteFeed(makeSite([makeArticle(fields)])));
  return { item: items[0]!, xml };
}

interface Feed {
  meta: FeedParser.Meta;
  items: FeedParser.Item[];
  xml: string;
}

async function readFeed(xml: string): Promise<Feed> {
  // A strict parser rejects XML that is not well-formed, but does not know the capital letter in `pubDate`.
  await parse(xml, true);
  return parse(xml, false);
}

async function parse(xml: string, strict: boolean): Promise<Feed> {
  const parser = new FeedParser({ strict, addmeta: false });
  const items: FeedParser.Item[] = [];
  Readable.from([Buffer.from(xml)]).pipe(parser);
  for await (const item of parser) items.push(item);
  return { meta: parser.meta, items, xml };
}
