import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  importsOf,
  isWithdrawn,
  mayKeep,
  partsOf,
  titleOf,
  wayOf,
} from '../../src/client/offline/decide.ts';

const scope = 'https://example.org/paper/';
const open = { method: 'GET', mode: 'navigate', destination: 'document', isPart: false };
const load = { ...open, mode: 'no-cors' };

describe('the way of a request', () => {
  it.each<[string, string, Partial<Asked>, string | undefined]>([
    ['a page', 'news/a/', open, 'page'],
    ['the front page', '', open, 'page'],
    ['an old page', 'old.html', open, 'page'],
    ['a question', 'search/?q=x', open, 'question'],
    ['a feed', 'rss.xml', open, undefined],
    ['a document', 'files/a.pdf', open, undefined],
    ['a fragment that is opened', 'fragments/latest/', open, undefined],
    ['a form', 'news/a/', { ...open, method: 'POST' }, undefined],
    ['a style sheet', '_astro/a.css', { ...load, destination: 'style' }, 'lasting'],
    ['a font', 'fonts/a.woff2', { ...load, mode: 'cors', destination: 'font' }, 'lasting'],
    ['a picture with a hash', '_pictures/a/b.avif', { ...load, destination: 'image' }, 'lasting'],
    ['another picture', 'images/a.jpg', { ...load, destination: 'image' }, 'picture'],
    ['a picture with a query', 'images/a.jpg?1', { ...load, destination: 'image' }, undefined],
    ['a film', 'media/a.mp4', { ...load, destination: 'video' }, undefined],
    ['a part of a file', '_astro/a.css', { ...load, isPart: true }, undefined],
    ['the search index', 'search/index/manifest.json', { ...load, mode: 'cors', destination: '' }, undefined],
    ['a page that is prefetched', 'news/a/', { ...load, destination: '' }, undefined],
  ])('of %s', (_, path, asked, way) => {
    expect(wayOf({ ...open, ...asked, url: scope + path }, scope)).toBe(way);
  });

  it('is none for whatever is not below the site', () => {
    const asked = fc.record({
      method: fc.constantFrom('GET', 'POST', 'HEAD'),
      mode: fc.constantFrom('navigate', 'cors', 'no-cors', 'same-origin'),
      destination: fc.constantFrom('', 'document', 'image', 'video', 'style', 'font'),
      isPart: fc.boolean(),
      url: fc
        .tuple(
          fc.constantFrom('https://example.org/', 'https://example.org/papers/', 'http://example.org/paper/'),
          fc.webPath(),
        )
        .map(([start, path]) => start + path.slice(1))
        .filter((url) => !url.startsWith(scope)),
    });
    fc.assert(
      fc.property(asked, (each) => wayOf(each, scope) === undefined),
      { seed: 1404 },
    );
  });
});

describe('an answer', () => {
  it.each([
    ['whole', 200, 'basic', `${scope}a/`, true],
    ['a part', 206, 'basic', `${scope}a/`, false],
    ['missing', 404, 'basic', `${scope}a/`, false],
    ['opaque', 200, 'opaque', `${scope}a/`, false],
    ['of another site', 200, 'cors', 'https://foreign.example/', false],
    ['beside the site', 200, 'basic', 'https://example.org/shop/', false],
  ])('that is %s', (_, status, type, url, isKept) => {
    expect(mayKeep({ status, type, url }, scope)).toBe(isKept);
  });

  it('says that a page was withdrawn with 404 and 410 only', () => {
    const statuses = [200, 301, 304, 400, 403, 404, 410, 500, 503];
    expect(statuses.filter((status) => isWithdrawn({ status }))).toEqual([404, 410]);
  });

  it('names the styles, scripts and fonts that it needs', () => {
    const html = `<link href="/paper/_astro/a.css"><script src="/paper/_astro/b.js"></script><a href="/paper/news/"></a>
      <link rel="preload" href="/paper/fonts/v.woff2"><link href="/paper/_astro/a.css">`;
    expect(partsOf(html, `${scope}x/`)).toEqual([
      `${scope}_astro/a.css`,
      `${scope}_astro/b.js`,
      `${scope}fonts/v.woff2`,
    ]);
  });

  it('has the headline of an article, and of nothing else', () => {
    const page = (type: string): string =>
      `<meta property="og:type" content="${type}"><meta property="og:title" content="«آ&#39;ب» &amp; &quot;برق&quot; &#x27;">`;
    expect(titleOf(page('article'))).toBe('«آ\'ب» & "برق" \'');
    expect(titleOf(page('website'))).toBe('');
    expect(titleOf('<h1>آب</h1>')).toBe('');
  });

  it('names the scripts that a script imports', () => {
    const code = 'import{a as b}from"./a.D_x-1.js";import"./b.js";import(`./c.js`);const d="./d.css"';
    expect(importsOf(code, `${scope}_astro/x.js`)).toEqual(
      ['a.D_x-1.js', 'b.js', 'c.js'].map((name) => `${scope}_astro/${name}`),
    );
  });
});
