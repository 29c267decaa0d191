import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../src/core/site/build-site.ts';
import { writeNewsSitemap } from '../../../src/core/feeds/news-sitemap.ts';
import type { Site } from '../../../src/core/site/site.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const { config } = makeSite([], { url: 'https://example.org/news', name: 'روزنامهٔ «الف» & ب' });
const siteAt = (now: string, count = 1): Site =>
  buildSite({
    config,
    articles: Array.from({ length: count }, (_, index) =>
      makeArticle({ slug: `خبر-${index}`, title: 'الف < ب', date: makeDate('1404/07/24 10:30') }),
    ),
    pages: [],
    files: [],
    now: Date.parse(now),
  }).site;

describe('the news sitemap', () => {
  it('lists the articles of the last two days in Googleâs format', () => {
    expect(writeNewsSitemap(siteAt('2025-10-18T10:29:59+03:30'))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n' +
        '<url><loc>https://example.org/news/news/%D8%AE%D8%A8%D8%B1-0/</loc><news:news>' +
        '<news:publication><news:name>روزنامهٔ «الف» &amp; ب</news:name><news:language>fa</news:language></news:publication>' +
        '<news:publication_date>2025-10-16T10:30:00+03:30</news:publication_date>' +
        '<news:title>الف &lt; ب</news:title></news:news></url>\n</urlset>\n',
    );
  });

  it('lists the newest article without news elements once it is older, because a sitemap must not be empty', () => {
    const text = writeNewsSitemap(siteAt('2025-10-18T10:30:00+03:30'));
    expect(text).toContain('<url><loc>https://example.org/news/news/%D8%AE%D8%A8%D8%B1-0/</loc></url>');
    expect(text).not.toContain('<news:');
    expect(writeNewsSitemap(siteAt('2025-10-18T10:30:00+03:30', 0))).toContain(
      '<url><loc>https://example.org/news/</loc></url>',
    );
  });

  it('lists no more than a thousand', () => {
    const text = writeNewsSitemap(siteAt('2025-10-17T10:30:00+03:30', 1001));
    expect(text.match(/<url>/g)).toHaveLength(1000);
  });
});
