import { describe, expect, it } from 'vitest';
import { sitemapEntries, splitSitemap, writeSitemap, writeSitemapIndex } from '../../../src/core/feeds/sitemap.ts';
import { newestChange } from '../../../src/core/site/last-change.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const sizes = { page: 1, feed: 30, related: 5, picks: 5, latest: 10 };
const site: Site = {
  ...makeSite(
    [
      makeArticle({ slug: 'new', date: makeDate('1404/07/24 10:30'), tags: ['تهران'] }),
      makeArticle({
        slug: 'old',
        date: makeDate('1404/06/01 09:00'),
        tags: ['تهران'],
        updated: makeDate('1404/06/02 10:00'),
      }),
    ],
    { sizes, url: 'https://example.org/news' },
  ),
  pages: [{ slug: 'about', file: '', title: 'درباره ما', html: '', url: '/news/about/' }],
};

describe('the pages of a sitemap', () => {
  const urls = sitemapEntries(site).map(({ url }) => decodeURI(url).replace('https://example.org/news', ''));

  it('are all that readers can reach, each once', () => {
    expect(urls.toSorted()).toEqual([
      '/',
      '/about/',
      '/archive/',
      '/archive/1404/',
      '/archive/1404/06/',
      '/archive/1404/07/',
      '/authors/',
      '/corrections/',
      '/feeds/',
      '/latest/',
      '/latest/page/1/',
      '/news/new/',
      '/news/old/',
      '/sections/',
      '/sources/',
      '/sources/ایسنا/',
      '/sources/ایسنا/page/1/',
      '/tags/',
      '/tags/تهران/',
      '/tags/تهران/page/1/',
    ]);
  });

  it('begin with the oldest article, so that a new one leaves full sitemaps unchanged', () => {
    expect(urls.slice(0, 2)).toEqual(['/news/old/', '/news/new/']);
  });

  it('have absolute, encoded addresses', () => {
    for (const { url } of sitemapEntries(site)) expect(url).toMatch(/^https:\/\/example\.org\/news\/[!-~]*$/);
  });

  it('changed when the newest of their contents did', () => {
    const changed = new Map(sitemapEntries(site).map(({ url, changed }) => [decodeURI(url).slice(24), changed?.iso]));
    expect(changed.get('/news/old/')).toBe('2025-08-24T10:00:00+03:30');
    expect(changed.get('/tags/تهران/page/1/')).toBe('2025-08-24T10:00:00+03:30');
    expect(changed.get('/tags/تهران/')).toBe('2025-10-16T10:30:00+03:30');
    expect(changed.get('/archive/1404/')).toBe('2025-10-16T10:30:00+03:30');
    expect(changed.get('/')).toBe('2025-10-16T10:30:00+03:30');
    expect(changed.get('/about/')).toBeUndefined();
  });

  it('exist for a site without articles', () => {
    expect(sitemapEntries(makeSite()).map(({ url }) => url)).toContain('https://example.org/');
  });
});

describe('sitemaps', () => {
  it('are written in the format of sitemaps.org', () => {
    const changed = makeDate('1404/07/24 10:30');
    expect(writeSitemap([{ url: 'https://example.org/?a=1&b=<2>', changed }, { url: 'https://example.org/b' }])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        '<url><loc>https://example.org/?a=1&amp;b=&lt;2&gt;</loc><lastmod>2025-10-16T10:30:00+03:30</lastmod></url>\n' +
        '<url><loc>https://example.org/b</loc></url>\n</urlset>\n',
    );
  });

  it('contain at most 50,000 addresses', () => {
    const entries = Array.from({ length: 100_001 }, (_, index) => ({ url: `https://example.org/${index}` }));
    const sitemaps = splitSitemap(entries);
    expect(sitemaps.map(({ length }) => length)).toEqual([50_000, 50_000, 1]);
    expect(sitemaps.flat()).toEqual(entries);
  });

  it('number at least one', () => {
    expect(splitSitemap([])).toEqual([[]]);
  });

  it('are listed in an index with the newest change of each', () => {
    const index = writeSitemapIndex(site, splitSitemap(sitemapEntries(site), 1).slice(0, 2));
    expect(index).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
        '<sitemap><loc>https://example.org/news/sitemap-1.xml</loc><lastmod>2025-08-24T10:00:00+03:30</lastmod></sitemap>\n' +
        '<sitemap><loc>https://example.org/news/sitemap-2.xml</loc><lastmod>2025-10-16T10:30:00+03:30</lastmod></sitemap>\n' +
        '</sitemapindex>\n',
    );
  });
});

it('finds no change without articles', () => {
  expect(newestChange([])).toBeUndefined();
});
