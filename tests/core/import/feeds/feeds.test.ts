import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../support/folders.ts';
import { isoOf, readExport, textOf } from '../../../support/read-export.ts';

const read = (path: string): ReturnType<typeof readExport> =>
  readExport(readFileSync(join(repository, 'tests/golden-import', path), 'utf8'), path);
const rss = read('rss/input/feed.xml');
const atom = read('atom/input/atom.xml');
const item = (inner: string): ReturnType<typeof readExport>['records'][number] =>
  readExport(
    `<rss><channel><title>خوراک</title><link>https://f.example/</link><item>${inner}</item></channel></rss>`,
    'x',
  ).records[0]!;

describe('items of RSS', () => {
  it('have their names, dates, people and pictures', () => {
    expect(rss.site).toEqual({
      system: 'RSS',
      title: 'خبر بندر & دریا',
      url: 'https://bandar.example/',
      authors: [],
      lists: [{ address: 'https://bandar.example/feed/', kind: 'feed', name: 'خبر بندر & دریا' }],
    });
    expect(rss.records[0]).toMatchObject({
      origin: 'feed:bandar.example/?p=501',
      line: 9,
      title: 'کشتی «موج» به بندر رسید',
      addresses: ['https://bandar.example/news/501/%DA%A9%D8%B4%D8%AA%DB%8C?p=501'],
      categories: ['اقتصاد', 'کشتی', 'بندر'],
      authors: ['علی ساحلی'],
      source: { name: 'خبر بندر & دریا', url: 'https://bandar.example/' },
      lead: 'کشتی موج پس از سه هفته رسید؛ گزارش ما از اسکله.',
      image: {
        src: 'https://bandar.example/files/kashti-large.jpg',
        caption: 'کشتی موج در اسکله',
        credit: 'سارا لنگری',
      },
      notes: [],
    });
    expect(rss.records.map(({ date }) => isoOf(date))).toEqual([
      '2023-11-18T08:15:00+03:30',
      '2023-11-19T10:20:00+03:30',
      '2023-11-20T12:00:00+03:30',
      'not a date',
      undefined,
    ]);
  });

  it('lose tracking pixels and additions of the system', () => {
    expect(textOf(rss.records[0]!)).toBe(
      '<p>کشتی&nbsp;«موج» بامداد امروز پهلو گرفت.</p><p><img src="/files/bar.jpg" alt="بار کشتی"></p><p>بار آن <a href="/tag/gandom">گندم</a> است.</p>\n',
    );
  });

  it('that are cut have a note', () => {
    expect(rss.records[1]?.notes).toEqual([{ kind: 'look', what: 'The feed gives only the beginning of the text.' }]);
    expect(rss.records[1]).toMatchObject({ image: { src: 'https://bandar.example/thumb/502.jpg' }, lead: undefined });
    for (const end of [
      '…',
      '...',
      '[...]',
      '[&amp;hellip;]',
      'ادامه مطلب',
      '&lt;a href="x"&gt;ادامه »&lt;/a&gt;',
      'Read more',
    ])
      expect([end, item(`<description>متن ${end}</description>`).notes.length]).toEqual([end, 1]);
    expect(item('<description>متن.</description>').notes).toEqual([]);
  });

  it('without tags have paragraphs, and another source if they name one', () => {
    expect(rss.records[2]?.body).toEqual({ form: 'text', paragraphs: ['بند نخست خبر بی نشان است.', 'بند دوم خبر.'] });
    expect(rss.records[2]?.source).toEqual({ name: 'خبر همسایه', url: 'https://hamsaye.example/rss' });
  });

  it('have videos, and other files are noted', () => {
    expect(rss.records[3]?.video).toEqual({ url: 'https://bandar.example/files/moj.mp4' });
    expect(rss.records[3]?.notes).toMatchObject([{ kind: 'lost', detail: 'https://bandar.example/files/moj.mp3' }]);
  });

  it.each([
    ['تیتر &amp;amp;quot;سه بار&amp;amp;quot;', 'تیتر "سه بار"'],
    ['<![CDATA[تیتر <em>کج</em> &#8211; &zwnj;]]>', 'تیتر کج – \u200C'],
    ['ا &lt; ب', 'ا < ب'],
    ['AT&amp;T', 'AT&T'],
  ])('have titles in any escape: %s', (title, expected) => {
    expect(item(`<title>${title}</title>`).title).toBe(expected);
  });

  it.each([
    ['10 May 2016 06:30 GMT', '2016-05-10T11:00:00+04:30'],
    ['Tue, 10 May 2016 06:30:00 UT', '2016-05-10T11:00:00+04:30'],
    ['Tue, 10 May 16 06:30:00 Z', '2016-05-10T11:00:00+04:30'],
    ['10-May-2016 11:00', '2016-05-10T11:00:00+04:30'],
    ['20160510T063000Z', '2016-05-10T11:00:00+04:30'],
    ['Tue, 10 May 2016 24:00:00 GMT', undefined],
    ['2016-05-10 11:00:00', '2016-05-10T11:00:00+04:30'],
    ['سه شنبه, 21 اردیبهشت 1395 11:00:00', '2016-05-10T11:00:00+04:30'],
    ['۱۳۹۵-۰۲-۲۱T۱۱:۰۰:۰۰+00:00', '2016-05-10T11:00:00+04:30'],
    ['۱۳۹۵/۰۲/۲۱', '2016-05-10T00:00:00+04:30'],
  ])('have dates of the wild: %s', (date, expected) => {
    const found = item(`<pubDate>${date}</pubDate>`).date;
    expect(typeof found === 'object' ? found.iso : undefined).toBe(expected);
  });

  it('take the next date if one is malformed', () => {
    expect(
      isoOf(
        item('<pubDate>؟؟</pubDate><dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">2016-05-10T06:30:00Z</dc:date>')
          .date,
      ),
    ).toBe('2016-05-10T11:00:00+04:30');
  });

  it('have a description as lead only if it was written by hand', () => {
    const lead = (description: string): string | undefined =>
      item(
        `<description>${description}</description><content:encoded>&lt;p&gt;متن خبر از این‌جا آغاز می‌شود و دراز است.&lt;/p&gt;</content:encoded>`,
      ).lead;
    expect(lead('چکیدهٔ دیگر')).toBe('چکیدهٔ دیگر');
    expect(lead('متن خبر از این جا آغاز می‌شود')).toBeUndefined();
    expect(lead('چکیدهٔ دیگر…')).toBeUndefined();
    expect(lead('')).toBeUndefined();
  });

  it('may be RDF or have other prefixes', () => {
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://r.example/rss"><title>آر</title><link>https://r.example/</link></channel>
<item rdf:about="https://r.example/1"><title>یک</title><link>https://r.example/1</link><d:date>2016-05-10T06:30:00Z</d:date><d:creator>مینا</d:creator><d:subject>شهر</d:subject><description>متن</description></item></rdf:RDF>`;
    const found = readExport(rdf, 'x.rdf');
    expect(found.site).toMatchObject({ title: 'آر', url: 'https://r.example/' });
    expect(found.records[0]).toMatchObject({
      origin: 'feed:r.example/1',
      title: 'یک',
      authors: ['مینا'],
      categories: ['شهر'],
      line: 3,
    });
  });

  it('keep other parameters of addresses, and drop addresses of other schemes', () => {
    expect(item('<link>https://f.example/a?id=1&amp;utm_source=x&amp;b=%D8%A7#c</link>').addresses).toEqual([
      'https://f.example/a?id=1&b=%D8%A7#c',
    ]);
    expect(item('<link>javascript:alert(1)</link>').addresses).toEqual([]);
  });
});

describe('entries of Atom', () => {
  it('have XHTML, labels, dates, and no e-mail addresses', () => {
    expect(atom.site).toMatchObject({ system: 'Atom', title: 'نامهٔ کوهستان', url: 'https://kuh.example/' });
    expect(atom.records[0]).toMatchObject({
      title: 'برف در قله',
      addresses: ['https://kuh.example/1/barf'],
      categories: ['هوا'],
      authors: ['سپهر قله'],
      lead: 'برف از دیشب آغاز شد و راه‌ها بسته است.',
      image: { src: 'https://kuh.example/1/barf.jpg', alt: 'برف & باد' },
    });
    expect(isoOf(atom.records[0]?.date)).toBe('2025-01-31T09:15:00+03:30');
    expect(textOf(atom.records[0]!)).toContain(
      '<p>برف <em>سنگین</em> بارید.<br>راه بسته است.</p><p><img src="barf.jpg" alt="برف &amp; باد"></p>',
    );
  });

  it('may have plain text, or text at another address', () => {
    expect(atom.records[1]?.notes.map(({ what }) => what)).toEqual([
      'The text is at another address, and not in the feed.',
      'The feed gives only the beginning of the text.',
    ]);
    expect(isoOf(atom.records[1]?.date)).toBe('2025-01-30T07:00:00+03:30');
    expect(atom.records[2]).toMatchObject({
      title: '۲ < ۳',
      body: { form: 'text', paragraphs: ['سطر یکم.', 'سطر دوم با <نشان>.'] },
    });
    expect(isoOf(atom.records[2]?.updated)).toBe('2025-01-31T08:00:00+03:30');
  });
});

describe('addresses in feeds', () => {
  it('are relative to xml:base of the feed, the entry and the content', () => {
    const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/blog/"><title>آ</title><link href="./"/>
      <entry xml:base="2024/"><title>یک</title><link href="one.html"/><content type="html">x</content></entry>
      <entry><title>دو</title><link href="two.html"/><content type="html" xml:base="https://b.example/d/">x</content></entry></feed>`;
    const { site, records } = readExport(feed, 'x');
    expect(site.url).toBe('https://a.example/blog/');
    expect(records.map(({ addresses, base }) => [addresses[0], base])).toEqual([
      ['https://a.example/blog/2024/one.html', 'https://a.example/blog/2024/'],
      ['https://a.example/blog/two.html', 'https://b.example/d/'],
    ]);
  });

  it('are not of portraits of authors, and further pictures are noted', () => {
    const medium = (url: string): string => `<media:content url="${url}" medium="image"/>`;
    const { image, notes } = item(
      medium('https://0.gravatar.com/avatar/1') + medium('https://f.example/a.jpg') + medium('https://f.example/b.jpg'),
    );
    expect(image?.src).toBe('https://f.example/a.jpg');
    expect(notes).toEqual([
      { kind: 'lost', what: 'A further picture of the feed is left out.', detail: 'https://f.example/b.jpg' },
    ]);
  });
});
