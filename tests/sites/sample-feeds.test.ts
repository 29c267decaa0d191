import { Readable } from 'node:stream';
import FeedParser, { type Item, type Meta } from 'feedparser';
import { describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { fixedNow } from '../support/command.ts';
import { pathOfFile, readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { checkFeed } from '../support/feed-rules.ts';
import { attributeOf, findAll } from '../support/html.ts';

const { dist, pages } = readSampleSite();
const feeds = dist.files.filter((file) => file.endsWith('rss.xml'));
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;

describe('the feeds of the sample site', () => {
  it.each(feeds)('are read by a feed reader: %s', async (file) => {
    const { meta, items } = await parseFeed(readDist(dist, file).toString());
    expect(meta.title).toContain(config.name);
    expect(meta.description.length).toBeGreaterThan(5);
    expect(meta.language).toBe('fa-IR');
    expect(new URL(meta.xmlurl).pathname).toBe(pathOfFile(file));
    expect(items.length).toBeLessThanOrEqual(config.sizes.feed);
    const epochs = items.map(({ pubdate }) => pubdate?.getTime() ?? Number.NaN);
    expect(epochs).toEqual(epochs.toSorted((a, b) => b - a));
    for (const { title, link, guid, pubdate, summary } of items) {
      expect(title && link && guid && summary).toBeTruthy();
      expect(pubdate?.getTime()).toBeGreaterThan(Date.parse('2000-01-01'));
      expect(link).toMatch(/^https:\/\/[\x21-\x7E]+\/$/);
    }
    expect(new Set(items.map(({ guid }) => guid)).size).toBe(items.length);
  });

  it.each(feeds)('pass the rules of the W3C’s Feed Validation Service: %s', (file) => {
    const address = config.url + pathOfFile(file);
    expect(checkFeed(readDist(dist, file).toString(), address, Date.parse(fixedNow))).toEqual([]);
  });

  it('write dates as RFC 822 does and characters that XML allows', () => {
    for (const file of feeds) {
      const xml = readDist(dist, file).toString();
      const dates = [...xml.matchAll(/<(?:pubDate|lastBuildDate)>([^<]*)</g)].map((match) => match[1]!);
      expect(
        dates.filter(
          (date) =>
            !/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/.test(
              date,
            ),
        ),
        file,
      ).toEqual([]);
      // oxlint-disable-next-line no-control-regex
      expect(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uFFFD\u202A-\u202E]/.test(xml), file).toBe(false);
    }
  });

  it('fill the site’s own feed with the newest articles', async () => {
    const { items } = await parseFeed(readDist(dist, 'rss.xml').toString());
    expect(items).toHaveLength(config.sizes.feed);
    for (const item of items) expect(item.description?.length, item.title ?? '').toBeGreaterThan(20);
  });

  it('keep to JSON Feed 1.1', () => {
    const feed = JSON.parse(readDist(dist, 'feed.json').toString()) as Record<string, unknown> & {
      items: Record<string, unknown>[];
    };
    expect(Object.keys(feed).filter((key) => !feedKeys.has(key) && !key.startsWith('_'))).toEqual([]);
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: config.name,
      home_page_url: `${config.url}/`,
      feed_url: `${config.url}/feed.json`,
      language: expect.stringMatching(/^fa\b/) as unknown,
    });
    expect(feed.items).toHaveLength(config.sizes.feed);
    for (const item of feed.items) {
      expect(Object.keys(item).filter((key) => !itemKeys.has(key) && !key.startsWith('_'))).toEqual([]);
      expect(item).toMatchObject({
        id: expect.stringMatching(/./) as unknown,
        url: expect.stringMatching(/^https:\/\/[\x21-\x7E]+\/$/) as unknown,
        title: expect.stringMatching(/./) as unknown,
        content_html: expect.stringMatching(/./) as unknown,
        date_published: expect.stringMatching(moment) as unknown,
      });
      expect(item['date_modified'] ?? '2000-01-01T00:00:00Z').toMatch(moment);
      expect(item['content_html'], 'addresses in feeds are absolute').not.toMatch(
        /\s(?:href|src|poster)="(?!https?:|mailto:|tel:|#)/,
      );
      for (const author of (item['authors'] ?? []) as { name?: string; url?: string }[])
        expect(author.name ?? author.url).toBeTruthy();
      for (const file of (item['attachments'] ?? []) as Record<string, unknown>[])
        expect(file).toMatchObject({
          url: expect.any(String) as unknown,
          mime_type: expect.stringContaining('/') as unknown,
        });
      expect((item['tags'] as unknown[]).every((tag) => typeof tag === 'string')).toBe(true);
    }
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length);
  });
});

describe('the sitemaps of the sample site', () => {
  const locationsOf = (file: string): string[] =>
    [
      ...readDist(dist, file)
        .toString()
        .matchAll(/<loc>([^<]+)<\/loc>/g),
    ].map((match) => match[1]!);
  const sitemaps = locationsOf('sitemap-index.xml');

  it('are named by robots.txt and the index', () => {
    expect(readDist(dist, 'robots.txt').toString()).toContain(`Sitemap: ${config.url}/sitemap-index.xml`);
    expect(sitemaps.length).toBeGreaterThan(0);
    for (const url of sitemaps) expect(dist.files).toContain(new URL(url).pathname.slice(1));
  });

  it('list pages that are there and may be found, each once', () => {
    const findable = pages.filter(
      ({ html, tree }) =>
        !/noindex|http-equiv="refresh"/i.test(html) &&
        findAll(tree, 'link').some((link) => attributeOf(link, 'rel') === 'canonical'),
    );
    const addresses = new Set(findable.map(({ path }) => config.url + pathOfFile(path)));
    const listed = sitemaps.flatMap((url) => locationsOf(new URL(url).pathname.slice(1)));
    expect(listed.filter((url) => !addresses.has(url))).toEqual([]);
    expect(listed.length).toBe(new Set(listed).size);
    const articles = [...addresses].filter((url) => url.includes('/news/'));
    expect(articles.filter((url) => !listed.includes(url))).toEqual([]);
  });

  it('give dates as W3C Datetime does, in Latin digits', () => {
    for (const file of dist.files.filter((name) => /sitemap[^/]*\.xml$/.test(name))) {
      const dates = [
        ...readDist(dist, file)
          .toString()
          .matchAll(/<lastmod>([^<]*)</g),
      ].map((match) => match[1]!);
      expect(
        dates.filter((date) => !moment.test(date)),
        file,
      ).toEqual([]);
    }
  });
});

async function parseFeed(xml: string): Promise<{ meta: Meta; items: Item[] }> {
  const parser = new FeedParser({ addmeta: false });
  const items: Item[] = [];
  await new Promise<void>((resolve, reject) => {
    parser
      .on('error', reject)
      .on('end', resolve)
      .on('data', (item: Item) => items.push(item));
    Readable.from([xml]).pipe(parser);
  });
  return { meta: parser.meta, items };
}

const feedKeys = new Set([
  'version',
  'title',
  'home_page_url',
  'feed_url',
  'description',
  'user_comment',
  'next_url',
  'icon',
  'favicon',
  'authors',
  'language',
  'expired',
  'hubs',
  'items',
]);
const itemKeys = new Set([
  'id',
  'url',
  'external_url',
  'title',
  'content_html',
  'content_text',
  'summary',
  'image',
  'banner_image',
  'date_published',
  'date_modified',
  'authors',
  'tags',
  'language',
  'attachments',
]);
