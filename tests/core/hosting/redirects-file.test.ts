import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Redirect } from '../../../src/core/site/site.ts';
import { readRedirectsFile, writeRedirectsFile } from '../../../src/core/hosting/redirects-file.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050905);
const numRuns = countRuns(100, 2000);
const urls = createUrls('https://example.org');
const below = createUrls('https://example.org/paper/');
const write = (aliases: readonly Redirect[], own?: string): string => writeRedirectsFile({ urls, aliases }, own);
const to = '/news/pol/';

describe('_redirects', () => {
  it('redirects old addresses of articles only, newest article first, then by path', () => {
    const alias = (path: string) => ({ path, line: 1, column: 1 });
    const old = makeArticle({ slug: 'a', date: makeDate('1404/07/01'), aliases: [alias('/2'), alias('/1')] });
    const fresh = makeArticle({ slug: 'شهر', date: makeDate('1404/07/02'), aliases: [alias('/9')] });
    const sizes = { page: 1, feed: 30, related: 5, picks: 5, latest: 10 };
    const site = makeSite([old, fresh], { url: 'https://example.org/paper', sizes });
    expect(site.redirects.length).toBeGreaterThan(3);
    const city = encodeURIComponent('شهر');
    expect(writeRedirectsFile(site)).toBe(
      `/paper/9 /paper/news/${city}/ 301\n/paper/1 /paper/news/a/ 301\n/paper/2 /paper/news/a/ 301\n`,
    );
    expect(makeSite([fresh, old], site.config).aliases).toEqual(site.aliases);
  });

  it.each([
    ['/قدیم/پل.html', '/%D9%82%D8%AF%DB%8C%D9%85/%D9%BE%D9%84.html'],
    ['/a:b/:name/*', '/a%3Ab/%3Aname/%2A'],
    ['/two words/"x"', '/two%20words/%22x%22'],
    ['/a+b&c=d,e;f@g!', '/a+b&c=d,e;f@g!'],
    ['/{$HOME}/<x>|`^', '/%7B$HOME%7D/%3Cx%3E%7C%60%5E'],
    ['/\u2028\u0085\uFEFF', '/%E2%80%A8%C2%85%EF%BB%BF'],
  ])('writes %s as browsers send it, without patterns that match other paths', (from, written) => {
    expect(write([{ from, to }])).toBe(`${written} ${to} 301\n`);
  });

  it('is empty without rules', () => {
    expect(write([])).toBe('');
    expect(write([], ' \n')).toBe('');
  });

  it('stops at the limits of Cloudflare Pages, and omits lines that are too long', () => {
    const aliases = Array.from({ length: 3000 }, (_, number) => ({ from: `/old/${number}`, to }));
    expect(write(aliases).split('\n')).toHaveLength(2001);
    expect(write(aliases, '# Our own\n/* /:splat 302\n').split('\n')).toHaveLength(2002);
    const long = aliases.map(({ from }) => ({ from: `${from}/${'x'.repeat(900)}`, to }));
    const text = write([{ from: `/${'x'.repeat(1000)}`, to }, ...long]);
    expect(text.length).toBeLessThanOrEqual(100_000);
    expect(text.length).toBeGreaterThan(99_000);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(1000);
    expect(text.startsWith('/old/0/')).toBe(true);
    expect(write(aliases, '# شهر\n'.repeat(12_000))).toBe('# شهر\n'.repeat(12_000));
  });

  it('begins with the newsroom’s own rules, which take precedence', () => {
    expect(write([{ from: '/a', to }], '\uFEFF# Ours\r\n/b/* /c/:splat 302\r\n\r\n')).toBe(
      `# Ours\n/b/* /c/:splat 302\n/a ${to} 301\n`,
    );
  });

  it('is read back as it was written', () => {
    const parts = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((part) => part.isWellFormed());
    const paths = fc.oneof(
      parts,
      fc.constantFrom(...': * :a ? # % %41 \\ $ " \' { } ; ( ) [ ] < > | ` ^ ~ @ شهر'.split(' ')),
    );
    const aliases = fc.array(
      fc
        .array(
          paths.map((part) => part.replace(/\//g, '')),
          { minLength: 1, maxLength: 4 },
        )
        .map((segments) => ({ from: `/${segments.join('/')}`, to: `/paper/news/${encodeURIComponent('پل')}/` })),
    );
    fc.assert(
      fc.property(aliases, (all) => {
        const text = writeRedirectsFile({ urls: below, aliases: all });
        expect(text).toMatch(/^(?:[!-)+-9;-~]+ [!-)+-9;-~]+ 301\n)*$/);
        expect(readRedirectsFile(text, below)).toEqual(all.filter(({ from }) => from !== '/'));
      }),
      { seed, numRuns },
    );
  });

  it.each([
    '/a/* /b/ 301',
    '/a/:name /b/ 301',
    '/a https://evil.example/ 301',
    '/a //evil.example/ 301',
    '/a /\\evil.example/ 301',
    '/a /b/ 302',
    '/a /b/',
    '/a id=:id /b/ 301',
    '/a /b/$args 301',
    '/a /b/{env.HOME} 301',
    '/a /b/"; 301',
    '/%zz /b/ 301',
    '/a?b /b/ 301',
    '# /a /b/ 301',
    'https://example.org/a /b/ 301',
  ])('yields nothing for web servers from the rule %s', (line) => {
    expect(readRedirectsFile(`${line}\n/x /y/ 301!\r\n`, urls)).toEqual([{ from: '/x', to: '/y/' }]);
  });

  it('yields nothing for web servers outside of the site’s base', () => {
    expect(readRedirectsFile('/paper/a /paper/b/ 301\n/paperback /b/ 301\n/ /b/ 301', below)).toEqual([
      { from: '/a', to: '/paper/b/' },
    ]);
  });
});
