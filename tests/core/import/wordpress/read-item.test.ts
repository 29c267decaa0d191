import { describe, expect, it } from 'vitest';
import { createArchiveSurvey, prefixOf } from '../../../../src/core/import/wordpress/archive.ts';
import { readItem } from '../../../../src/core/import/wordpress/read-item.ts';
import type { ImportRecord, ReadRecord } from '../../../../src/core/import/record.ts';
import { readXml, type XmlElement } from '../../../../src/core/import/xml/read-xml.ts';

const site = `<title>خبر رود</title><link>https://rood.example</link><wp:base_blog_url>https://rood.example/blog</wp:base_blog_url>
<wp:author><wp:author_login>s.rudi@x</wp:author_login><wp:author_display_name>سارا رودی</wp:author_display_name></wp:author>
<wp:author><wp:author_login>b</wp:author_login><wp:author_email>b@rood.example</wp:author_email><wp:author_display_name>b@rood.example</wp:author_display_name><wp:author_first_name>بهرام</wp:author_first_name><wp:author_last_name>کوهی</wp:author_last_name></wp:author>
<wp:category><wp:category_nicename>shahr</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>شهر</wp:cat_name></wp:category>
<wp:category><wp:category_nicename>rah</wp:category_nicename><wp:category_parent>shahr</wp:category_parent><wp:cat_name>راه</wp:cat_name></wp:category>
<wp:tag><wp:tag_slug>%d9%be%d9%84</wp:tag_slug><wp:tag_name>پل</wp:tag_name></wp:tag>`;

function read(items: string): { records: ReadRecord[]; lists: string[] } {
  const text = `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${site}${items}</channel></rss>`;
  const survey = createArchiveSurvey();
  readXml(text, survey.wish);
  const archive = survey.archive();
  const found: XmlElement[] = [];
  readXml(text, { names: new Set(['item']), onElement: (item) => found.push(item), prefixOf });
  const records = found.map((item) => readItem(item, 'in.xml', archive));
  return { records, lists: archive.site.lists.map(({ address }) => address) };
}

function one(fields: Readonly<Record<string, string>>, more = ''): ImportRecord {
  const all = {
    title: 'پل',
    link: 'https://rood.example/blog/1395/02/21/pol/',
    'wp:post_id': '7',
    'wp:post_date': '2016-05-10 13:00:00',
    'wp:post_date_gmt': '2016-05-10 08:30:00',
    'wp:post_name': 'pol',
    'wp:post_type': 'post',
    'wp:status': 'publish',
    'content:encoded': 'متن',
    ...fields,
  };
  const children = Object.entries(all).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  const [record] = read(`<item>${children.join('')}${more}</item>`).records;
  if (!record || !('body' in record)) throw new Error(JSON.stringify(record));
  return record;
}

const iso = (record: ImportRecord): string | undefined =>
  typeof record.date === 'object' ? record.date.iso : record.date;

describe('dates', () => {
  it.each([
    [{}, '2016-05-10T13:00:00+04:30'],
    [{ 'wp:post_date_gmt': '0000-00-00 00:00:00' }, '2016-05-10T13:00:00+04:30'],
    [
      { 'wp:post_date_gmt': '', 'wp:post_date': '', pubDate: 'Tue, 10 May 2016 08:30:00 +0000' },
      'Tue, 10 May 2016 08:30:00 +0000',
    ],
    [{ 'wp:post_date_gmt': '', 'wp:post_date': '', pubDate: 'Mon, 30 Nov -0001 00:00:00 +0000' }, undefined],
  ])('%j', (fields, expected) => expect(iso(one(fields))).toBe(expected));
});

describe('drafts', () => {
  it.each([
    [{ 'wp:status': 'publish' }, undefined],
    [{ 'wp:status': 'future' }, undefined],
    [{ 'wp:status': 'pending' }, 'Its status was pending.'],
    [{ 'wp:status': 'private' }, 'Its status was private.'],
    [{ 'wp:post_password': 'raz' }, 'It was protected by a password.'],
  ])('%j', (fields, reason) => {
    expect(one(fields).draft).toBe(reason);
    expect(JSON.stringify(one(fields))).not.toContain('raz');
  });
});

describe('people', () => {
  it.each([
    ['s.rudi@x', ['سارا رودی'], 0],
    ['b', ['بهرام کوهی'], 0],
    ['navid', ['navid'], 1],
  ])('%s', (login, authors, notes) => {
    const record = one({ 'dc:creator': login });
    expect(record.authors).toEqual(authors);
    expect(record.notes).toHaveLength(notes);
  });

  it('who wrote together are all listed', () => {
    const more = '<category domain="author" nicename="cap-b">b</category><category domain="author">لاله</category>';
    expect(one({ 'dc:creator': 'navid' }, more)).toMatchObject({ authors: ['بهرام کوهی', 'لاله'], notes: [] });
  });
});

describe('addresses', () => {
  it('are the permalink, the short ones, and attachment pages', () => {
    const picture =
      '<item><link>https://rood.example/blog/1395/02/21/pol/aks/</link><wp:post_id>8</wp:post_id><wp:post_parent>7</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://rood.example/a.jpg</wp:attachment_url></item>';
    const post =
      '<item><title>پل</title><link>https://rood.example/blog/1395/02/21/pol/</link><guid>https://rood.example/?p=7</guid><wp:post_id>7</wp:post_id><wp:post_name>pol</wp:post_name><content:encoded>متن</content:encoded></item>';
    expect(read(picture + post).records[1]).toMatchObject({
      origin: 'wordpress:rood.example/?p=7',
      addresses: [
        'https://rood.example/blog/1395/02/21/pol/',
        '/blog/?p=7',
        'https://rood.example/?p=7',
        'https://rood.example/blog/1395/02/21/pol/aks/',
      ],
    });
  });

  it('include earlier slugs', () => {
    const old = '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>';
    const more = ['yek', 'do'].map((slug) => `${old}${slug}</wp:meta_value></wp:postmeta>`).join('');
    expect(one({}, more).addresses).toEqual(
      expect.arrayContaining(['https://rood.example/blog/1395/02/21/yek/', 'https://rood.example/blog/1395/02/21/do/']),
    );
  });

  it('of lists are WordPress’s defaults', () => {
    expect(read('').lists).toEqual([
      '/blog/feed/',
      '/blog/category/shahr/',
      '/blog/category/shahr/rah/',
      '/blog/tag/پل/',
      '/blog/author/s-rudix/',
      '/blog/author/b/',
    ]);
  });

  it('distinguish items without a number', () => {
    const items = ['یک', 'دو'].map(
      (title) => `<item><title>${title}</title><content:encoded>متن</content:encoded></item>`,
    );
    const origins = read(items.join('')).records.map((record) => 'origin' in record && record.origin);
    expect(new Set(origins).size).toBe(2);
  });
});

describe('texts', () => {
  it('of the classic editor have paragraphs, within blocks as well', () => {
    const text = '<!-- wp:freeform -->\nیک\n\nدو\n<!-- /wp:freeform -->';
    expect(one({ 'content:encoded': text }).body).toMatchObject({ text: expect.stringContaining('یک<br><br>دو') });
  });
});

describe('blocks', () => {
  it('of custom fields keep their texts', () => {
    const text = '<!-- wp:acf/quote {"name":"acf/quote","data":{"text":"نقل","_text":"field_1","size":"big"}} /-->';
    expect(one({ 'content:encoded': text }).body).toMatchObject({ text: '<div>نقل</div>' });
  });
});

describe('terms', () => {
  it('are tags, and categories with their parents', () => {
    const more =
      '<category domain="post_tag">پل</category><category domain="category">راه</category><category domain="post_format">گالری</category><category>بی‌دامنه</category>';
    expect(one({}, more)).toMatchObject({ tags: ['پل', 'بی‌دامنه'], categories: ['راه', 'شهر'] });
  });
});

describe('fields', () => {
  const meta = (key: string, value: string): string =>
    `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

  it('of themes give kicker, lead and source, but no serialized values', () => {
    expect(one({}, meta('rotitr', '<b>روتیتر</b>') + meta('source_name', 'کاوش'))).toMatchObject({
      kicker: 'روتیتر',
      source: { name: 'کاوش' },
    });
    expect(one({}, meta('rotitr', 'a:1:{s:1:"x";s:1:"y";}')).kicker).toBeUndefined();
  });

  it('keep words together around tags, and decode references', () => {
    const record = one({ title: 'پل <b>نو</b>\u200Cها &amp; راه', 'excerpt:encoded': '<i>پل</i>ها &lt;ب&gt;' });
    expect(record).toMatchObject({ title: 'پل نو\u200Cها & راه', lead: 'پلها <ب>' });
  });

  it('of the front page are picked', () => {
    expect(one({ 'wp:is_sticky': '1' }).picked).toBe(true);
    expect(one({ 'wp:is_sticky': '0' }).picked).toBeUndefined();
  });
});

describe('comments', () => {
  const comment = (fields: Readonly<Record<string, string>>): string =>
    `<wp:comment>${Object.entries({
      id: '1',
      author: 'رهگذر',
      author_email: 'x@mail.example',
      author_IP: '203.0.113.9',
      date_gmt: '2016-05-11 09:00:00',
      content: 'متن',
      approved: '1',
      type: '',
      parent: '0',
      user_id: '0',
      ...fields,
    })
      .map(([name, value]) => `<wp:comment_${name}><![CDATA[${value}]]></wp:comment_${name}>`)
      .join('')}</wp:comment>`;

  it('are only the approved ones', () => {
    const all =
      comment({}) +
      comment({ id: '2', approved: '0' }) +
      comment({ id: '3', approved: 'spam' }) +
      comment({ id: '4', approved: 'trash' }) +
      comment({ id: '5', type: 'pingback' }) +
      comment({ id: '6', type: 'trackback' }) +
      comment({ id: '7', type: 'comment', parent: '1', user_id: '3' });
    expect(one({}, all).comments).toMatchObject([
      { id: '1', parent: undefined, isStaff: false },
      { id: '7', parent: '1', isStaff: true },
    ]);
  });

  it('are plain text, without what identifies their writers', () => {
    const [found] = one(
      {},
      comment({ content: '<p>یک &amp; دو</p>\n<p>سه<br />چهار</p><script>x</script>' }),
    ).comments!;
    expect(found?.text.trim()).toMatch(/^یک & دو\n\nسه\nچهار/);
    expect(JSON.stringify(found)).not.toMatch(/mail\.example|203\.0/);
  });
});
