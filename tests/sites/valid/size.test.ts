import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { pagesOf, readDist } from '../../support/dist.ts';
import { checkPage, formatFindings } from '../../support/finding.ts';
import { htmlRules } from '../../support/html-rules.ts';
import { checkLinks } from '../../support/links.ts';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

describe('a newspaper on its first day', () => {
  it('has a front page, feeds and a search before its first article', async () => {
    const site = await createMiniSite({});
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const dist = site.dist();
    for (const file of [
      'index.html',
      'latest/index.html',
      'tags/index.html',
      'archive/index.html',
      'search/index.html',
      'rss.xml',
      'feed.json',
      'sitemap-index.xml',
      '404.html',
    ]) {
      expect(dist.files).toContain(file);
    }
    expect(JSON.parse(readDist(dist, 'feed.json').toString())).toMatchObject({ items: [] });
    expect(checkLinks(dist, config.url)).toEqual([]);
    expect(formatFindings(pagesOf(dist).flatMap((page) => checkPage(page, htmlRules)))).toEqual([]);
  });

  it('can have one article', async () => {
    const site = await createMiniSite({ 'articles/pol.md': articleFile() });
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    const dist = site.dist();
    expect(dist.files).toEqual(
      expect.arrayContaining([
        'news/pol/index.html',
        'tags/شهر/index.html',
        'tags/شهر/rss.xml',
        'archive/1404/07/index.html',
        'sources/روزنگار/index.html',
      ]),
    );
    expect(site.page('index.html').html).toContain('پل تازه رودخانه باز شد');
    expect(checkLinks(dist, config.url)).toEqual([]);
    expect(formatFindings(pagesOf(dist).flatMap((page) => checkPage(page, htmlRules)))).toEqual([]);
  });
});
