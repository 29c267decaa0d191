import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRedirectLines } from '../../../src/core/front-matter/redirect-lines.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050905);
const urls = createUrls('https://khabar.example/paper');
const parse = (text: string): ReturnType<typeof parseRedirectLines> =>
  parseRedirectLines(text, 'content/redirects.txt', urls);

describe('redirects.txt', () => {
  it('has one redirect per line, and comments', () => {
    const { lines, problems } = parse(
      '\uFEFF# Feeds\r\n/feed/ /rss.xml\r\n\n  /tag/%D9%BE%D9%84/\t/tags/پل/ # tags\n/?cat=3 /sections/shahr/ 301\n/a https://khabar.example/paper/about/\n/b /',
    );
    expect(problems).toEqual([]);
    expect(lines.map(({ from: { path, query, line, column }, to }) => [line, column, path, query, to])).toEqual([
      [2, 1, '/feed/', undefined, '/rss.xml'],
      [4, 3, '/tag/پل/', undefined, '/tags/پل/'],
      [5, 1, '/', 'cat=3', '/sections/shahr/'],
      [6, 1, '/a', undefined, '/about/'],
      [7, 1, '/b', undefined, '/'],
    ]);
  });

  it.each([
    ['/old/', 'redirect-form 1:1 /old/path/ /about/'],
    ['/a /b 302', 'redirect-form 1:1 /old/path/ /about/'],
    ['/a /b c d', 'redirect-form 1:1 /old/path/ /about/'],
    ['https://old.example/feed/?x#y /rss.xml', 'alias-invalid 1:1 /feed/ /rss.xml'],
    ['old/x /about/', 'alias-invalid 1:1 /old/x /about/'],
    ['/a https://other.example/', 'redirect-outside 1:4 /a https://other.example/ 301'],
    ['/a //other.example/', 'redirect-outside 1:4 /a //other.example/ 301'],
    ['/a javascript:alert(1)', 'redirect-outside 1:4 /a javascript:alert(1) 301'],
    ['/a /b?c=1', 'redirect-to 1:4 /a /b'],
    ['/a /b/#c', 'redirect-to 1:4 /a /b/'],
    ['/a about', 'redirect-to 1:4 /a /about'],
    ['/a /\\other.example', 'redirect-to 1:4 /a /other.example'],
    ['/a /../b', 'redirect-to 1:4 /a /about/'],
  ])('reports %s', (text, expected) => {
    const { lines, problems } = parse(text);
    expect(lines).toEqual([]);
    expect(problems.map(({ id, line, column, values }) => `${id} ${line}:${column} ${values['example']}`)).toEqual([
      expected,
    ]);
  });

  it('reports both addresses of a line', () => {
    expect(parse('x y?z').problems.map(({ id }) => id)).toEqual(['alias-invalid', 'redirect-to']);
  });

  it(`leads only to paths of this site, for any text (SEED=${seed})`, () => {
    const piece = fc.constantFrom(
      ...'/ // .. . a شهر ? # \\ % %2e %2f = & : https: \u0000 \u2028 \u00A0 con'.split(' '),
      ' ',
      '\n',
      '\r',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const { lines, problems } = parse(pieces.join(''));
        for (const { from, to } of lines) {
          expect(new URL(to, 'https://khabar.example').host).toBe('khabar.example');
          expect(`${from.path} ${to}`).not.toMatch(/[?#\\%]|\/\/|\/\.{1,2}(?:\/|$| )/);
        }
        for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
      }),
      { seed, numRuns: countRuns(500, 5000) },
    );
  });
});
