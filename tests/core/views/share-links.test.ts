import { describe, expect, it } from 'vitest';
import { shareLinks } from '../../../src/core/views/share-links.ts';

const url = 'https://example.org/news/%D9%85%D8%AA%D8%B1%D9%88/';
const title = 'مترو & «آب» ۱۰۰٪؟';
const links = shareLinks(url, title);

describe('shareLinks', () => {
  it('passes the complete URL and headline to each service', () => {
    const given = links.map(({ service, href }) => {
      const { origin, pathname, protocol, searchParams } = new URL(href);
      return [service, protocol === 'mailto:' ? protocol : origin + pathname, Object.fromEntries(searchParams)];
    });
    expect(given).toEqual([
      ['telegram', 'https://t.me/share/url', { url, text: title }],
      ['eitaa', 'https://eitaa.com/share/url', { url, text: title }],
      ['bale', 'https://ble.ir/share/url', { url, text: title }],
      ['whatsapp', 'https://wa.me/', { text: `${title}\n${url}` }],
      ['x', 'https://x.com/intent/post', { url, text: title }],
      ['mail', 'mailto:', { subject: title, body: `${title}\r\n${url}` }],
    ]);
  });

  it('percent-encodes its parameters', () => {
    for (const { href } of links) expect(href).toMatch(/^[\x21-\x7E]+$/);
    expect(links[0]!.href).toContain('url=https%3A%2F%2Fexample.org%2Fnews%2F%25D9%2585');
  });
});
