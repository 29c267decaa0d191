import { describe, expect, it } from 'vitest';
import type { SiteConfig } from '../../../src/core/config/site-config.ts';
import { writeOpenSearch } from '../../../src/core/feeds/opensearch.ts';
import { textFiles } from '../../../src/core/hosting/text-files.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

const url = 'https://example.org/news';

describe('optional files', () => {
  const namesOf = (settings: Partial<SiteConfig>): string[] =>
    textFiles(makeSite([], { url, ...settings })).map(({ file }) => file);
  const textOf = (name: string, settings: Partial<SiteConfig>): string | undefined =>
    textFiles(makeSite([], { url, ...settings })).find(({ file }) => file === name)?.text;

  it('do not exist by default', () => {
    expect(namesOf({})).toEqual(['_headers', 'links.speculationrules']);
  });

  it('contain a newsroomâs own rules for hosts, and the old addresses of articles', () => {
    const alias = { path: '/old', line: 1, column: 1 };
    const site = makeSite([makeArticle({ slug: 'pol', aliases: [alias] })], { url });
    const own = new Map([
      ['_headers', '/api/*\n  Access-Control-Allow-Origin: *'],
      ['_redirects', '/paper/* /news/:splat 302'],
    ]);
    const [headers, , redirects] = textFiles(site, own);
    const [made] = textFiles(site);
    expect(headers).toEqual({ file: '_headers', text: `${made!.text}\n/api/*\n  Access-Control-Allow-Origin: *\n` });
    expect(redirects).toEqual({
      file: '_redirects',
      text: '/paper/* /news/:splat 302\n/news/old /news/news/pol/ 301\n',
    });
  });

  it('name the contact for vulnerabilities (RFC 9116)', () => {
    const security = { contact: 'mailto:security@example.org', expires: '2027-03-20' };
    expect(textOf('.well-known/security.txt', { security })).toBe(
      'Contact: mailto:security@example.org\nExpires: 2027-03-20T00:00:00Z\nPreferred-Languages: fa, en\n' +
        'Canonical: https://example.org/news/.well-known/security.txt\n',
    );
  });

  it('guide language models', () => {
    const text = textOf('llms.txt', { llms: true, sections: [{ slug: 'sport', name: 'ورزش' }] });
    expect(text).toContain('- [ورزش](https://example.org/news/sections/sport/)\n');
    expect(text).toContain('- [rss.xml](https://example.org/news/rss.xml)\n');
  });
});

describe('opensearch.xml', () => {
  it('has a short name, and the URL of the search', () => {
    const text = writeOpenSearch(makeSite([], { url, name: 'روزنامهٔ بسیار بلندنام & هفتگی' }));
    expect(/<ShortName>(.*)<\/ShortName>/.exec(text)?.[1]?.length).toBeLessThanOrEqual(16);
    expect(text).toContain('<Url type="text/html" template="https://example.org/news/search/?q={searchTerms}"/>');
    expect(text).toContain('<Description>جست‌وجو در روزنامهٔ بسیار بلندنام &amp; هفتگی</Description>');
  });
});
