import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFeed } from '../../../src/core/feeds/json-feed.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

/** Rules of https://www.jsonfeed.org/version/1.1/ for the members that we write; any other is an error. */
const absolute = z.url({ protocol: /^https?$/ }).regex(/^[!-~]+$/);
const author = z.strictObject({ name: z.string().min(1), url: absolute });
const attachment = z.strictObject({
  url: absolute,
  mime_type: z.string().regex(/^\w+\/[\w.+-]+$/),
  title: z.string(),
  size_in_bytes: z.int().min(1).optional(),
});
const item = z.strictObject({
  id: z.string().min(1),
  url: absolute,
  title: z.string(),
  content_html: z.string().min(1),
  summary: z.string(),
  image: absolute.optional(),
  date_published: z.iso.datetime({ offset: true }),
  date_modified: z.iso.datetime({ offset: true }).optional(),
  authors: z.array(author).min(1),
  tags: z.array(z.string()),
  attachments: z.array(attachment).min(1).optional(),
});
const feed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: absolute,
  feed_url: absolute,
  description: z.string(),
  language: z.literal('fa-IR'),
  hubs: z
    .array(z.strictObject({ type: z.literal('WebSub'), url: absolute }))
    .min(1)
    .optional(),
  items: z.array(item),
});

describe('the JSON feed', () => {
  it('names the site', () => {
    expect(read()).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'روزنامه آزمون',
      home_page_url: 'https://example.org/',
      feed_url: 'https://example.org/feed.json',
      description: 'خبرهای «آزمون» و آزمایش',
      language: 'fa-IR',
      items: [],
    });
  });

  it('contains everything known about an article', () => {
    const [found] = read({
      slug: 'باران',
      title: 'باران <b> & "برف" ]]> 🌧️',
      lead: 'چکیده <i>',
      tags: ['تهران', 'هوا'],
      authors: ['نرگس آذرنیا'],
      date: makeDate('1404/07/24 10:30'),
      updated: makeDate('1404/07/25 08:00'),
      image: { src: '/media/a.jpg', alt: 'ابر' },
      video: { title: 'فیلم باران', src: '/media/v.mp4', bytes: 4096 },
    }).items;
    const url = `https://example.org/news/${encodeURIComponent('باران')}/`;
    expect(found).toMatchObject({
      id: url,
      url,
      title: 'باران <b> & "برف" ]]> 🌧️',
      summary: 'چکیده <i>',
      image: 'https://example.org/media/a.jpg',
      date_published: '2025-10-16T10:30:00+03:30',
      date_modified: '2025-10-17T08:00:00+03:30',
      tags: ['تهران', 'هوا'],
      authors: [{ name: 'نرگس آذرنیا', url: `https://example.org/authors/${encodeURIComponent('نرگس-آذرنیا')}/` }],
      attachments: [
        { url: 'https://example.org/media/v.mp4', mime_type: 'video/mp4', title: 'فیلم باران', size_in_bytes: 4096 },
      ],
    });
    expect(found?.content_html).toMatch(/^<div dir="rtl" lang="fa">/);
  });

  it('omits what an article lacks, and names its source as its author', () => {
    const [found] = read({ source: { name: 'ایسنا' } }).items;
    expect(found).not.toHaveProperty('image');
    expect(found).not.toHaveProperty('date_modified');
    expect(found).not.toHaveProperty('attachments');
    expect(found?.authors).toEqual([
      { name: 'ایسنا', url: `https://example.org/sources/${encodeURIComponent('ایسنا')}/` },
    ]);
  });

  it('attaches no file of unknown type', () => {
    const [found] = read({ video: { title: 'فیلم', src: '/media/video' } }).items;
    expect(found).not.toHaveProperty('attachments');
    expect(found?.content_html).toContain('https://example.org/media/video');
  });

  it('names the hubs that are notified', () => {
    const hubs = ['https://hub.example/'];
    expect(feed.parse(JSON.parse(jsonFeed(makeSite([], { feeds: { hubs } })))).hubs).toEqual([
      { type: 'WebSub', url: 'https://hub.example/' },
    ]);
  });

  it('contains no control characters', () => {
    const [found] = read({ title: 'ا\u0000ب', lead: 'ا\u001Bب', html: '<p>ا\u0008ب</p>' }).items;
    expect([found?.title, found?.summary]).toEqual(['اب', 'اب']);
    expect(found?.content_html).toContain('<p>اب</p>');
  });
});

function read(...articles: ArticleParts[]): z.infer<typeof feed> {
  return feed.parse(JSON.parse(jsonFeed(makeSite(articles.map(makeArticle)))));
}
