import { describe, expect, it } from 'vitest';
import { guidOf } from '../../../src/core/feeds/guid.ts';
import { jsonFeed } from '../../../src/core/feeds/json-feed.ts';
import { itemWriter } from '../../../src/core/feeds/rss-item.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const at = { line: 1, column: 1 };
const siteOf = (change: Parameters<typeof makeArticle>[0]) => makeSite([makeArticle({ slug: 'new', ...change })]);

describe('guidOf', () => {
  it.each([
    [{}, 'https://example.org/news/new/'],
    [{ aliases: [{ path: '/news/old/', ...at }] }, 'https://example.org/news/old/'],
    [
      {
        aliases: [
          { path: '/news/خبر', ...at },
          { path: '/news/old/', ...at },
        ],
      },
      'https://example.org/news/%D8%AE%D8%A8%D8%B1/',
    ],
    [{ aliases: [{ path: '/fa/news/1234', ...at }] }, 'https://example.org/news/new/'],
    [{ id: 'خبر ۷', aliases: [{ path: '/news/old/', ...at }] }, 'خبر ۷'],
  ])('is the id, or the first address on this site: %j', async (change, guid) => {
    const site = siteOf(change);
    const [article] = site.articles;
    expect(guidOf(site, article!)).toBe(guid);
    const isLink = guid.endsWith('/news/new/');
    expect(await itemWriter(site)(article!)).toContain(`<guid isPermaLink="${isLink}">${guid}</guid>`);
    expect((JSON.parse(jsonFeed(site)) as { items: { id: string; url: string }[] }).items[0]).toMatchObject({
      id: guid,
      url: 'https://example.org/news/new/',
    });
  });

  it('is escaped in RSS', async () => {
    const site = siteOf({ id: '<b>&"' });
    expect(await itemWriter(site)(site.articles[0]!)).toContain('<guid isPermaLink="false">&lt;b&gt;&amp;');
  });
});
