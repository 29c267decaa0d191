import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCaddyRedirects, writeNginxRedirects } from '../../../src/core/hosting/server-redirects.ts';
import { caddyTokens, nginxTokens } from '../../support/server-tokens.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050905);
const numRuns = countRuns(150, 4000);
const to = '/news/%D9%BE%D9%84/';

// The redirects that nginx and Caddy would make.
const nginxPaths = (text: string): Map<string, string> => {
  const tokens = nginxTokens(text);
  const paths = new Map<string, string>();
  for (let at = 0; at < tokens.length; at += 9) {
    const [path, target] = [tokens[at + 2]!, tokens[at + 6]!];
    expect(tokens.slice(at, at + 9)).toEqual(['location', '=', path, '{', 'return', '301', target, ';', '}']);
    expect(target.endsWith('$is_args$args')).toBe(true);
    expect(paths.has(path)).toBe(false);
    paths.set(path, target.slice(0, -'$is_args$args'.length));
  }
  return paths;
};
const caddyPaths = (text: string): Map<string, string> => {
  if (text === '') return new Map();
  const lines = caddyTokens(text)
    .join('\0')
    .split('\0\n')
    .map((line) => line.replace(/^\0/, '').split('\0'));
  const end = lines.findIndex((line) => line.join() === '}');
  const rest = ['map', 'default', '}', '@moved', 'redir', ''];
  expect(lines[0]).toEqual(['map', '{path}', '{rooznegar_moved}', '{']);
  expect(lines.slice(end + 1).map(([first]) => first)).toEqual([rest[0], '', ...rest.slice(1)]);
  const entries = lines.slice(1, end);
  for (const entry of entries) expect(entry).toHaveLength(2);
  const paths = new Map(entries.map(([path, target]) => [path!, target!]));
  expect(paths.size).toBe(entries.length);
  return paths;
};

const hostile = [
  '/"; } location / { return 200 "x"; } #',
  '/" } redir https://evil.example #',
  '/$args/$host/${host}',
  '/{$HOME}',
  '/{env.HOME}',
  '/{path}',
  "/it's; fine",
  '/~^regex$',
  '/*',
  '/= /x',
  '/ends with "',
  '/شهر\u200Cها/«پل»',
  '/`x`',
];

describe('redirects of web servers', () => {
  it.each(['/old/pol', '/old/pol/', '/قدیم'])('redirect %s with and without a trailing slash', (from) => {
    const bare = from.replace(/\/$/, '');
    const wanted = new Map([bare, `${bare}/`].map((path) => [path, to]));
    expect(nginxPaths(writeNginxRedirects([{ from, to }], ''))).toEqual(wanted);
    expect(caddyPaths(writeCaddyRedirects([{ from, to }]))).toEqual(wanted);
  });

  it('redirect files only by their exact name, below a base too', () => {
    expect(writeNginxRedirects([{ from: '/old/pol.html', to }], '/paper')).toBe(
      `location = "/paper/old/pol.html" { return 301 "${to}$is_args$args"; }\n`,
    );
    expect([...caddyPaths(writeCaddyRedirects([{ from: '/old/pol.HTM', to }])).keys()]).toEqual(['/old/pol.HTM']);
  });

  it('contain each path once, and neither the front page nor the 404 page', () => {
    const redirects = ['/a', '/a/', '/', '/404.html'].map((from, index) => ({ from, to: `/${index}/` }));
    for (const paths of [nginxPaths(writeNginxRedirects(redirects, '')), caddyPaths(writeCaddyRedirects(redirects))]) {
      expect([...paths]).toEqual([
        ['/a', '/0/'],
        ['/a/', '/0/'],
      ]);
    }
    expect(writeCaddyRedirects([])).toBe('');
  });

  it.each(hostile)('take %s literally or leave it to its page', (from) => {
    const redirects = [{ from, to }];
    expect([...nginxPaths(writeNginxRedirects(redirects, '')).keys()]).toEqual([from, `${from}/`]);
    const inCaddy = [...caddyPaths(writeCaddyRedirects(redirects)).keys()];
    expect(inCaddy).toEqual(/[{}]/.test(from) ? [] : [from, `${from}/`]);
  });

  it.each(['/a\nb', '/a\\', '/a\\"', '/a\0', '/\uD800', '/a\u007F', 'a', ''])('omit %o', (from) => {
    expect(writeNginxRedirects([{ from, to }], '')).toBe('');
    expect(writeCaddyRedirects([{ from, to }])).toBe('');
  });

  it.each(['https://evil.example/', '//evil.example/', '/a b', '/$args', '/{path}', '/"', '/\\evil.example', '/\n'])(
    'never lead to %o',
    (target) => {
      expect(writeNginxRedirects([{ from: '/a', to: target }], '')).toBe('');
      expect(writeCaddyRedirects([{ from: '/a', to: target }])).toBe('');
    },
  );

  it('contain nothing but paths, whatever an old address is', () => {
    const scraps = fc.constantFrom(
      ...' |"|""|\\|\\"|\'|`|;|{|}|${|{$|{$HOME}|$|#|\n|\r|\t|\0|~|*|/|//|<<|شهر|a'.split('|'),
    );
    const paths = fc
      .array(fc.oneof({ weight: 4, arbitrary: scraps }, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
      .map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(fc.array(fc.record({ from: paths, to: fc.oneof(fc.constant(to), paths) })), (redirects) => {
        const known = new Set(
          redirects.flatMap(({ from }) => [from, from.replace(/\/+$/, ''), `${from.replace(/\/+$/, '')}/`]),
        );
        for (const [from, target] of [
          ...nginxPaths(writeNginxRedirects(redirects, '')),
          ...caddyPaths(writeCaddyRedirects(redirects)),
        ]) {
          expect(known.has(from)).toBe(true);
          expect(redirects.some((each) => each.to === target)).toBe(true);
        }
      }),
      { seed, numRuns },
    );
  });
});
