import { describe, expect, it } from 'vitest';
import { summarize, threadsOf } from '../../../src/core/comments/threads.ts';
import type { CommentFile } from '../../../src/core/comments/discussion.ts';
import type { Comment } from '../../../src/core/comments/comment.ts';
import { commentsFeed, recentlyDiscussed } from '../../../src/core/feeds/comments-feed.ts';
import { feedsAmong } from '../../../src/core/feeds/feed-list.ts';
import { siteFeed } from '../../../src/core/feeds/rss.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';
import { makeComment } from '../comments/made-comments.ts';

const settings = { comments: { page: 2 } };
const fileOf = (slug: string, comments: readonly Comment[], read = () => comments): CommentFile => ({
  slug,
  file: `content/comments/${slug}.jsonl`,
  ...summarize(threadsOf(comments), settings.comments.page),
  read,
});
const at = (minute: number): string => new Date(Date.UTC(2025, 9, 17, 8, minute)).toISOString().replace('.000', '');
const titles = (xml: string): string[] => [...xml.matchAll(/<item><title>([^<]*)/g)].map(([, title]) => title!);

describe('the feed of comments', () => {
  it('has the newest of all articles, with addresses of the pages that show them', async () => {
    const metro = [0, 2, 4].map((minute) => makeComment(`m${minute}`, { at: at(minute), name: `نگار ${minute}` }));
    const site = makeSite([makeArticle({ slug: 'metro' }), makeArticle({ slug: 'bridge' })], settings, {
      comments: [
        fileOf('metro', metro),
        fileOf('bridge', [makeComment('b3', { at: at(3), by: 'mina', text: 'یک\nدو\n\n<b>' })]),
      ],
    });
    const xml = await commentsFeed(site);
    expect(titles(xml)).toEqual([
      'نگار 4 درباره «خبر تازه»',
      'روزنامه آزمون درباره «خبر تازه»',
      'نگار 2 درباره «خبر تازه»',
      'نگار 0 درباره «خبر تازه»',
    ]);
    expect(xml).toContain('<link>https://example.org/news/metro/comments/2/#c-00000000m4</link>');
    expect(xml).toContain('<link>https://example.org/news/metro/#c-00000000m2</link>');
    expect(xml).toContain('<guid isPermaLink="false">https://example.org/news/metro/#c-00000000m4</guid>');
    expect(xml).toContain(
      '<description>&lt;p&gt;یک&lt;br&gt;دو&lt;/p&gt;&lt;p&gt;&amp;lt;b&gt;&lt;/p&gt;</description>',
    );
    expect(xml).toContain('<lastBuildDate>Fri, 17 Oct 2025 08:04:00 GMT</lastBuildDate>');
    expect(xml).toContain('<atom:link href="https://example.org/feeds/comments.xml" rel="self"');
    expect(xml).not.toContain('mina');
  });

  it('leaves out removed comments, and names readers without a name', async () => {
    const comments = [makeComment('a', { text: '', removed: true }), makeComment('b', { re: makeComment('a').id })];
    const site = makeSite([makeArticle({ slug: 'a' })], settings, { comments: [fileOf('a', comments)] });
    expect(titles(await commentsFeed(site))).toEqual(['خواننده درباره «خبر تازه»']);
  });

  it('has 30 at most, and reads the texts of 30 articles at most', async () => {
    let reads = 0;
    const articles = Array.from({ length: 40 }, (_, index) => makeArticle({ slug: `a${index}` }));
    const comments = articles.map(({ slug }, index) => {
      const own = [makeComment(`x${index}`, { at: at(index) }), makeComment(`y${index}`, { at: at(index - 60) })];
      return fileOf(slug, own, () => (reads++, own));
    });
    const site = makeSite(articles, settings, { comments });
    const xml = await commentsFeed(site);
    expect([titles(xml).length, reads]).toEqual([30, 30]);
    expect(xml).toContain('#c-0000000x39');
    expect(xml).not.toContain('#c-00000000x9');
    expect(
      recentlyDiscussed(site)
        .map(({ slug }) => slug)
        .slice(0, 2),
    ).toEqual(['a39', 'a38']);
  });

  it('is well-formed without a comment', async () => {
    const xml = await commentsFeed(makeSite([makeArticle()], settings));
    expect(xml).toContain('</channel></rss>');
    expect(xml).not.toContain('lastBuildDate');
  });

  it('is among the feeds that hubs are told of', () => {
    const urls = createUrls('https://example.org');
    expect(feedsAmong(['feeds/comments.xml', 'news/feeds/comments.xml'], urls)).toEqual([
      'https://example.org/feeds/comments.xml',
    ]);
  });
});

describe('an item of an article', () => {
  const articles = [
    makeArticle({ slug: 'new' }),
    makeArticle({ slug: 'old', date: makeDate('1390/01/01') }),
    makeArticle({ slug: 'off', areCommentsOff: true }),
  ];
  const addresses = (xml: string): string[] => [...xml.matchAll(/<comments>([^<]*)/g)].map(([, address]) => address!);

  it('has the address of its discussion, whether or not it is open', async () => {
    expect(addresses(await siteFeed(makeSite(articles, settings))).toSorted()).toEqual([
      'https://example.org/news/new/#comments',
      'https://example.org/news/old/#comments',
    ]);
  });

  it('has none where the site has no comments', async () => {
    expect(addresses(await siteFeed(makeSite(articles)))).toEqual([]);
  });

  it('is the same after a comment', async () => {
    const after = makeSite(articles, settings, { comments: [fileOf('new', [makeComment('a')])] });
    expect(await siteFeed(after)).toBe(await siteFeed(makeSite(articles, settings)));
  });
});
