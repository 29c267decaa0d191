import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { buildSite } from '../../../src/core/site/build-site.ts';
import { findDeadAddresses, findDeadSettings } from '../../../src/core/site/check-addresses.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { readSiteLinks } from '../../../src/core/content/site-links.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const config = { ...makeSite().config, sections: [{ slug: 'economy', name: 'اقتصاد' }] };
const urls = createUrls(config.url);
const render = createMarkdownRenderer({ urls });
const matter = { bodyLine: 1, placeOf: () => ({ line: 2, column: 3 }) };

interface Text {
  body: string;
  draft?: boolean;
  date?: string;
  tags?: string[];
  sourceUrl?: string;
}

/** List the warnings of a site whose articles have the given bodies, as `name:line:column id values`. */
function warningsOf(
  texts: Readonly<Record<string, string | Text>>,
  pages: Readonly<Record<string, string>> = {},
): string[] {
  const read = Object.entries(texts).map(([slug, given]) => {
    const { body, sourceUrl, date = '1404/07/24', ...own } = typeof given === 'string' ? { body: given } : given;
    const rendered = render(body);
    const article: Article = makeArticle({ slug, html: rendered.html, date: makeDate(date), ...own });
    const siteLinks = readSiteLinks(rendered, matter, config.url, [[['source', 'url'], sourceUrl]]);
    return { article, file: { kind: 'article' as const, ...article, siteLinks } };
  });
  const others = Object.entries(pages).map(([slug, body]) => {
    const rendered = render(body);
    const page = { slug, file: `content/pages/${slug}.md`, title: 'صفحه', html: rendered.html };
    const siteLinks = readSiteLinks(rendered, matter, config.url);
    return { page, file: { kind: 'page' as const, ...page, links: [], related: [], siteLinks } };
  });
  const { warnings } = buildSite({
    config,
    articles: read.map(({ article }) => article),
    pages: others.map(({ page }) => page),
    files: [...read, ...others].map(({ file }) => file),
    publicFiles: ['/media', '/media/b.mp3'],
    now: Date.UTC(2026, 0, 1),
  });
  return warnings.map(({ file, line, column, id, field, values: { target: _target, ...values } }) =>
    [`${file.replace(/^.*\/|\.md$/g, '')}:${line}:${column}`, field, id, ...Object.values(values)]
      .filter(Boolean)
      .join(' '),
  );
}

describe('findDeadAddresses', () => {
  it.each([
    ['[متن](/tags/nist/)', 'a:1:1 address-unknown /tags/nist/'],
    ['[متن](/sections/nope/)', 'a:1:1 address-unknown /sections/nope/'],
    ['[متن](/sections/econmy/)', 'a:1:1 address-misspelt /sections/econmy/ /sections/economy/'],
    ['[متن](/authors/nobody)', 'a:1:1 address-unknown /authors/nobody'],
    ['متن [متن](/media/a.mp3)', 'a:1:5 address-misspelt /media/a.mp3 /media/b.mp3'],
    ['[متن](/report.pdf)', 'a:1:1 address-unknown /report.pdf'],
    ['[متن](https://example.org/abc/def/)', 'a:1:1 address-unknown /abc/def/'],
    ['[متن](//example.org/abc/def)', 'a:1:1 address-unknown /abc/def'],
    ['<https://example.org/abc/def/>', 'a:1:1 address-unknown /abc/def/'],
    ['[متن](/tags/%D9%86%DB%8C%D8%B3%D8%AA/)', 'a:1:1 address-unknown /tags/نیست/'],
    ['[متن][یک]\n\n[یک]: /abc/def/', 'a:1:1 address-unknown /abc/def/'],
    ['![عکس](https://example.org/abc.jpg)', 'a:1:1 address-unknown /abc.jpg'],
    ['[متن](/news/)', 'a:1:1 address-unknown /news/'],
    ['[متن](#nist)', 'a:1:1 anchor-none nist'],
    ['## یک\n\n[متن](#nist)', 'a:3:1 anchor-unknown nist #یک'],
    ['## حمل‌ونقل شهر\n\n## دو\n\n[متن](#حملونقل-شهرر)', 'a:5:1 anchor-unknown حملونقل-شهرر #حمل-ونقل-شهر'],
    ['[متن](b.md#nist)', 'a:1:1 anchor-unknown nist #بخش-یک  #بخش-دو'],
    ['[متن](/news/b#nist)', 'a:1:1 anchor-unknown nist #بخش-یک  #بخش-دو'],
    ['[متن](/about/#nist)', 'a:1:1 anchor-unknown nist #تماس'],
    ['متن[^1]\n\n[متن](#fn-2)\n\n[^1]: پانوشت', 'a:3:1 anchor-none fn-2'],
  ])('warns about %s', (body, expected) => {
    expect(warningsOf({ a: body, b: '## بخش یک\n\nمتن\n\n## بخش دو' }, { about: '## تماس\n\nمتن' })).toEqual([
      expected,
    ]);
  });

  it.each([
    '[متن](/tags/شهر) [متن](/tags/شهر/?x=1#y) [متن](/latest/) [متن](/) [متن](https://example.org) [متن](/tags/شهر/rss.xml)',
    '[متن](/media/b.mp3) [متن](/about/) [متن](/about#تماس) [متن](/archive/1404/07/#d-24) [متن](/search/?q=شهر)',
    '## یک\n\n[متن](#یک) [متن](#) [متن](#top) [متن](#main) [متن](b.md#بخش) [متن](b.md#:~:text=x) [متن](b.md#)',
    'متن[^1] [متن](#fn-1) [متن](#fnref-1)\n\n[^1]: پانوشت',
    'متن [متن](https://example.net/tags/nist/) [متن](mailto:a@example.org) `[متن](/nist/)`',
  ])('is silent about %s', (body) => {
    expect(warningsOf({ a: body, b: { body: '## بخش', tags: ['شهر'] } }, { about: '## تماس' })).toEqual([]);
  });

  it('reports links to unpublished articles as such, except from drafts', () => {
    const texts = {
      a: '[متن](/tags/آینده/) [متن](/archive/1409/)',
      plan: { body: '[متن](/tags/آینده/)', tags: ['آینده'], draft: true, date: '1409/01/01' },
    };
    expect(warningsOf(texts)).toEqual([
      'a:1:1 address-unpublished /tags/آینده/ content/articles/plan.md',
      'a:1:21 address-unpublished /archive/1409/ content/articles/plan.md',
    ]);
  });

  it('warns about the source of an article, and leaves links of texts to articles to another check', () => {
    const texts = { a: { body: '[متن](/news/nist/)', sourceUrl: 'https://example.org/news/nist/' } };
    expect(warningsOf(texts)).toEqual(['a:2:3 source.url address-unknown /news/nist/']);
  });

  it('looks into pages too', () => {
    expect(warningsOf({}, { about: '[متن](/abuot/) [متن](#x)' })).toEqual([
      'about:1:1 address-misspelt /abuot/ /about/',
      'about:1:16 anchor-none x',
    ]);
  });

  it('computes nothing without such links', () => {
    const refuse = (): never => {
      throw new Error('asked');
    };
    const texts = { articles: [], pages: [], authors: [], isPublished: refuse };
    const files = [{ kind: 'article' as const, slug: 'a', file: 'a.md', links: [], related: [] }];
    expect(findDeadAddresses(files, { has: refuse, waitsFor: refuse, nearest: refuse }, texts)).toEqual([]);
  });
});

describe('findDeadSettings', () => {
  const addresses = {
    has: (path: string) => path === '/about/',
    waitsFor: () => undefined,
    nearest: (path: string) => (path === '/abuot/' ? '/about/' : undefined),
  };

  it('finds broken links in the configuration, with their positions', () => {
    const settings = { file: 'src/config.ts', text: "x\n  footer: ['/about/', '/abuot/'],\n" };
    const footer = ['/about/', '/abuot/', 'https://a.example/x', 'https://example.org/x/', 'mailto:a@b.example'];
    const given = {
      footer: footer.map((href) => ({ href, label: 'پیوند' })),
      profiles: ['https://a.example/rooznegar'],
      security: { contact: 'https://example.org/report/', expires: '2027-01-01' },
    };
    expect(findDeadSettings(given, addresses, urls, settings)).toEqual([
      {
        id: 'setting-nowhere',
        file: 'src/config.ts',
        line: 2,
        column: 23,
        field: 'footer',
        values: { address: '/abuot/', hint: ' (/about/?)' },
      },
      expect.objectContaining({ line: 1, column: 1, values: { address: '/x/', hint: '' } }),
      expect.objectContaining({ field: 'security.contact', values: { address: '/report/', hint: '' } }),
    ]);
  });
});
