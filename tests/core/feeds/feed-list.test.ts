import { describe, expect, it } from 'vitest';
import { listFeeds, writeOpml } from '../../../src/core/feeds/feed-list.ts';
import { feedsAmong } from '../../../src/core/feeds/feed-list.ts';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { childrenOf, parseXml } from '../../support/xml.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const sections = [
  { slug: 'sport', name: 'ورزش' },
  { slug: 'art', name: 'هنر' },
];
const letters = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'];
// Every other tag is used twice.
const articles = letters.flatMap((letter, index) =>
  [1, 2].slice(index % 2).map((number) => makeArticle({ slug: `${letter}-${number}`, tags: [`برچسب ${letter}`] })),
);
const site = makeSite(articles, { sections });

describe('the page of feeds', () => {
  it('lists sections in the order of the menu', () => {
    const [first] = listFeeds(site);
    expect(first).toEqual({
      kind: 'sections',
      feeds: [
        { label: 'ورزش', url: '/sections/sport/rss.xml' },
        { label: 'هنر', url: '/sections/art/rss.xml' },
      ],
      all: undefined,
    });
  });

  it('lists all sections, however many', () => {
    const many = letters.map((letter, index) => ({ slug: `s-${index}`, name: `بخش ${letter}` }));
    const [group] = listFeeds(makeSite(articles, { sections: many }));
    expect([group!.feeds.length, group!.all]).toEqual([letters.length, undefined]);
  });

  it('lists the most used tags alphabetically, and links to all', () => {
    const tags = listFeeds(site).find(({ kind }) => kind === 'tags');
    const labels = tags!.feeds.map(({ label }) => label);
    expect(labels).toHaveLength(30);
    expect(site.terms.tags.map(({ label }) => label).filter((label) => labels.includes(label))).toEqual(labels);
    const others = site.terms.tags.filter(({ label }) => !labels.includes(label));
    expect(others.map(({ count }) => count)).toEqual([1, 1]);
    expect(tags!.all).toBe('/tags/');
  });

  it('omits kinds without terms', () => {
    expect(listFeeds(makeSite()).map(({ kind }) => kind)).toEqual([]);
    expect(listFeeds(site).map(({ kind }) => kind)).toEqual(['sections', 'tags', 'sources']);
  });

  it('changes with terms, but not with articles', () => {
    const keys = (other: Site): (string | undefined)[] => {
      const { feeds, opml } = siteRoutes(other);
      return [...feeds, ...opml].map(({ key }) => key?.());
    };
    const newer = [makeArticle({ slug: 'x', title: 'تازه', tags: ['برچسب ا'] }), ...articles];
    expect(keys(makeSite(newer, { sections }))).toEqual(keys(site));
    const another = keys(makeSite([makeArticle({ slug: 'x', authors: ['کس'] }), ...articles], { sections }));
    expect(another.filter((key) => keys(site).includes(key))).toEqual([]);
  });
});

describe('the OPML file', () => {
  const opml = parseXml(writeOpml(site));
  const [head, body] = opml.children;

  it('is OPML 2.0 with a title', () => {
    expect([opml.name, opml.attributes['version'], head?.name, body?.name]).toEqual(['opml', '2.0', 'head', 'body']);
    expect(childrenOf(head!, 'title')[0]?.text).toBe('خوراک‌های روزنامه آزمون');
  });

  it('lists the feed of the site, then all others by their kinds', () => {
    const [first, ...groups] = childrenOf(body!, 'outline');
    expect(first?.attributes).toEqual({
      type: 'rss',
      version: 'RSS2',
      text: 'روزنامه آزمون',
      title: 'روزنامه آزمون',
      language: 'fa-IR',
      xmlUrl: 'https://example.org/rss.xml',
      htmlUrl: 'https://example.org/',
    });
    expect(groups.map(({ attributes, children }) => [attributes['text'], children.length])).toEqual([
      ['سرویس‌ها', 2],
      ['برچسب‌ها', letters.length],
      ['منابع', 1],
    ]);
  });

  it('follows the rules of the W3C’s Feed Validation Service', () => {
    const outlines = childrenOf(body!, 'outline').flatMap((outline) => [outline, ...outline.children]);
    for (const { attributes } of outlines) {
      expect(attributes['text']).toBeTruthy();
      if (!('type' in attributes)) expect(Object.keys(attributes)).toEqual(['text']);
      else for (const url of [attributes['xmlUrl'], attributes['htmlUrl']]) expect(url).toMatch(/^https:\/\/[!-~]+$/);
    }
  });

  it('keeps markup in names as text', () => {
    const named = makeSite([makeArticle({ tags: ['R&D <b> "x"'] })]);
    const text = JSON.stringify(parseXml(writeOpml(named)));
    expect(text).toContain(JSON.stringify('روزنامه آزمون: R&D <b> "x"').slice(1, -1));
  });
});

describe('feeds among files', () => {
  it('are found with the addresses that they give themselves', () => {
    const files = ['index.html', 'rss.xml', 'feed.json', 'tags/حمل-ونقل/rss.xml', 'files/1404/rss.xml', 'feeds.opml'];
    files.push('podcast.xml', 'files/podcast.xml');
    expect(feedsAmong(files, createUrls('https://example.org/news'))).toEqual([
      'https://example.org/news/rss.xml',
      'https://example.org/news/feed.json',
      `https://example.org/news/tags/${encodeURIComponent('حمل-ونقل')}/rss.xml`,
      'https://example.org/news/podcast.xml',
    ]);
  });
});
