import { describe, expect, it } from 'vitest';
import { writeOpenSearch } from '../../src/core/opensearch.ts';
import { textFiles } from '../../src/core/text-files.ts';
import { makeSite } from './make-site.ts';

const url = 'https://example.org/news';

describe('files that a newsroom may switch on', () => {
  it('are none at first', () => {
    expect(textFiles(makeSite([], { url }))).toEqual([]);
  });

  it('tell where to report holes (RFC 9116)', () => {
    const security = { contact: 'mailto:security@example.org', expires: '2027-03-20' };
    expect(textFiles(makeSite([], { url, security }))).toEqual([
      {
        file: '.well-known/security.txt',
        text:
          'Contact: mailto:security@example.org\nExpires: 2027-03-20T00:00:00Z\nPreferred-Languages: fa, en\n' +
          'Canonical: https://example.org/news/.well-known/security.txt\n',
      },
    ]);
  });

  it('guide language models', () => {
    const [file] = textFiles(makeSite([], { url, llms: true, sections: [{ slug: 'sport', name: 'ورزش' }] }));
    expect(file?.text).toContain('- [ورزش](https://example.org/news/sections/sport/)\n');
    expect(file?.text).toContain('- [rss.xml](https://example.org/news/rss.xml)\n');
  });
});

describe('opensearch.xml', () => {
  it('has a short name, and the address of the search', () => {
    const text = writeOpenSearch(makeSite([], { url, name: 'روزنامهٔ بسیار بلندنام & هفتگی' }));
    expect(/<ShortName>(.*)<\/ShortName>/.exec(text)?.[1]?.length).toBeLessThanOrEqual(16);
    expect(text).toContain('<Url type="text/html" template="https://example.org/news/search/?q={searchTerms}"/>');
    expect(text).toContain('<Description>جست‌وجو در روزنامهٔ بسیار بلندنام &amp; هفتگی</Description>');
  });
});
