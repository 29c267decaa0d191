import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../support/folders.ts';
import { isoOf, readExport, textOf } from '../../../support/read-export.ts';

const read = (path: string): ReturnType<typeof readExport> =>
  readExport(readFileSync(join(repository, 'tests/golden-import', path), 'utf8'), path);
const blog = read('blogger/input/blog.xml');
const takeout = read('blogger-takeout/input/feed.atom');
const post = (content: string): ReturnType<typeof readExport>['records'][number] =>
  readExport(
    `<feed><id>tag:blogger.com,1999:blog-1</id><entry><id>tag:blogger.com,1999:blog-1.post-2</id><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#post"/><content type="html">${content.replaceAll('<', '&lt;')}</content></entry></feed>`,
    'x',
  ).records[0]!;

describe('the old export of Blogger', () => {
  it('has posts and pages, and counts the rest', () => {
    expect(blog.records.map(({ kind, title }) => [kind, title])).toEqual([
      ['article', 'باران در ماسوله'],
      ['article', ''],
      ['article', 'نیمه‌کاره'],
      ['article', 'Masuleh & Rain'],
      ['page', 'دربارهٔ من'],
    ]);
    expect(blog.skipped).toEqual({ settings: 1, templates: 1, 'comments that were not public': 1 });
    expect(blog.site).toMatchObject({
      system: 'Blogger',
      title: 'کوچهٔ باران',
      url: 'http://kucheyebaran.blogspot.example/',
    });
  });

  it('has labels, addresses, dates, drafts, and the picture in its original size', () => {
    expect(blog.records[0]).toMatchObject({
      origin: 'blogger:blog-8800.post-101',
      tags: ['سفر', 'عكس'],
      addresses: ['http://kucheyebaran.blogspot.example/2010/05/blog-post.html'],
      slug: undefined,
      authors: ['باران'],
      lead: 'باران از غروب آغاز شد.',
      image: { src: 'http://2.bp.blogspot.example/-x/AAA/s0/masule.jpg', caption: 'ماسوله، غروب' },
    });
    expect([isoOf(blog.records[0]?.date), isoOf(blog.records[0]?.updated)]).toEqual([
      '2010-05-02T23:40:00+04:30',
      '2010-05-05T09:00:00+04:30',
    ]);
    expect(blog.records[2]).toMatchObject({ draft: 'It was a draft.', addresses: [] });
    expect(blog.records[3]?.slug).toBe('masuleh-rain');
    expect(textOf(blog.records[0]!)).not.toMatch(/tracker|more|باران از غروب/);
  });

  it('has comments in threads, of readers and of the author', () => {
    expect(blog.records[0]?.comments).toMatchObject([
      { id: '301', parent: undefined, name: 'رهگذر', text: 'چه خوب نوشته‌اید.\n\nباز هم بنویسید.', isStaff: false },
      { id: '302', parent: '301', name: 'باران', text: 'سپاس!', isStaff: true },
    ]);
  });
});

describe('feed.atom of Google Takeout', () => {
  it('has kinds, states and addresses in elements of Blogger', () => {
    expect(takeout.records.map(({ title, draft }) => [title, draft])).toEqual([
      ['آب رود بالا آمد', undefined],
      ['پیش‌نویس رود', 'It was a draft.'],
    ]);
    expect(takeout.records[0]).toMatchObject({
      addresses: ['/2021/03/blog-post_21.html'],
      tags: ['محیط زیست'],
      authors: ['نگین'],
      lead: 'آب رود در یک شب بالا آمد.',
      image: { src: 'https://blogger.googleusercontent.example/img/a/AVvX=s0', alt: 'رود' },
    });
    expect(takeout.records[0]?.comments?.map(({ id, parent }) => [id, parent])).toEqual([
      ['21', undefined],
      ['22', '21'],
    ]);
    expect(takeout.skipped).toEqual({ 'deleted posts': 1, 'comments that were not public': 1 });
  });
});

describe('the mark «more»', () => {
  it.each([
    ['<div>یک.<a name="more"></a><br>دو.</div>', 'یک.', '<br>دو.</div>'],
    ["یک.<br><br>دو.<a name='more'></a>سه.", undefined, 'یک.<br><br>دو.سه.'],
    ['<a href="/x">یک</a><a name="more"></a>دو.', undefined, '<a href="/x">یک</a>دو.'],
    ['یک.<a name="more"></a>', undefined, 'یک.'],
    ['<a name="more"></a>یک.', undefined, 'یک.'],
    ['یک.', undefined, 'یک.'],
  ])('in %s', (content, lead, text) => {
    const found = post(content);
    expect([found.lead, textOf(found)]).toEqual([lead, text]);
  });
});

describe('authors of Blogger', () => {
  it('without a public profile have no name', () => {
    const entry = `<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-1</id><entry>
      <id>tag:blogger.com,1999:blog-1.post-2</id><category scheme="x#kind" term="x#post"/><title>آ</title>
      <author><name>Unknown</name></author><author><name>مینا</name></author><content type="html">متن</content></entry></feed>`;
    expect(readExport(entry, 'x').records[0]?.authors).toEqual(['مینا']);
  });
});
