import { describe, expect, it } from 'vitest';
import type { SiteConfig } from '../../../src/core/config/site-config.ts';
import { aiCrawlers, writeRobots } from '../../../src/core/hosting/robots.ts';
import { makeSite } from '../../support/make-site.ts';

const url = 'https://example.org/news';
const robots = (crawlers: SiteConfig['crawlers']): string => writeRobots(makeSite([], { url, crawlers }));
const open = `User-agent: *
Allow: /

Sitemap: https://example.org/news/sitemap-index.xml
Sitemap: https://example.org/news/news-sitemap.xml
`;

describe('robots.txt', () => {
  it('excludes no one by default, and names the sitemaps', () => {
    expect(robots({ ai: 'allow', blocked: [] })).toBe(open);
  });

  it('excludes crawlers by name, in a group before the one for all', () => {
    expect(robots({ ai: 'allow', blocked: ['GPTBot', 'BadBot'] })).toBe(
      `User-agent: GPTBot\nUser-agent: BadBot\nDisallow: /\n\n${open}`,
    );
  });

  it('excludes crawlers that collect texts, each once', () => {
    const text = robots({ ai: 'block', blocked: ['GPTBot', 'BadBot'] });
    for (const name of aiCrawlers) expect(text.split(`User-agent: ${name}\n`)).toHaveLength(2);
    expect(text).toContain('User-agent: BadBot\nDisallow: /\n');
    expect(text).not.toContain('Googlebot');
  });
});
