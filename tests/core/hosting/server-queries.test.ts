import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAlias } from '../../../src/core/front-matter/alias-paths.ts';
import { readOldTable, writeOldTables } from '../../../src/core/hosting/old-tables.ts';
import { writeRedirectsFile } from '../../../src/core/hosting/redirects-file.ts';
import { writeCaddyQueries, writeNginxMaps, writeNginxQueries } from '../../../src/core/hosting/server-queries.ts';
import {
  countTables,
  createOldAddressFinder,
  groupNames,
  keysOfRequest,
  oldKey,
  type QueryRedirect,
  tableFile,
  tableOf,
} from '../../../src/core/old-addresses.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';
import { caddyTokens, nginxTokens } from '../../support/server-tokens.ts';

const seed = Number(process.env['SEED'] ?? 14050905);
const numRuns = countRuns(60, 3000);
const to = '/news/%D9%BE%D9%84/';

/** A request as a server sees it: its path decoded, its query as sent. */
interface Request {
  path: string;
  query: string;
}
type Matcher = (request: Request) => string | undefined;

/** A model of nginx's maps: keys are case-insensitive; an argument is the first of its name, as sent. */
function nginxMatcher(text: string): Matcher {
  const tokens = nginxTokens(text);
  const maps: { names: string[]; entries: Map<string, string> }[] = [];
  while (tokens.length > 0) {
    if (tokens[0]!.startsWith('map_hash')) {
      expect(tokens.splice(0, 3)).toEqual([expect.any(String), expect.stringMatching(/^\d+$/), ';']);
      continue;
    }
    const [word, source, variable, brace] = tokens.splice(0, 4);
    expect([word, variable, brace]).toEqual(['map', `$rooznegar_old${maps.length}`, '{']);
    expect(source).toMatch(/^\$uri\?\w+=\$arg_\w+(?:&\w+=\$arg_\w+)*$/);
    const entries = new Map<string, string>();
    while (tokens[0] !== '}') {
      const [key, target, end] = tokens.splice(0, 3);
      const folded = key!.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
      expect(end).toBe(';');
      expect(entries.has(folded), 'nginx rejects duplicates').toBe(false);
      entries.set(folded, target!);
    }
    tokens.shift();
    maps.push({
      names: source!
        .slice('$uri?'.length)
        .split('&')
        .map((pair) => pair.split('=')[0]!),
      entries,
    });
  }
  return ({ path, query }) => {
    for (const { names, entries } of maps) {
      const values = names.map((name) => `${name}=${new RegExp(`(?:^|&)${name}=([^&]*)`, 'i').exec(query)?.[1] ?? ''}`);
      const found = entries.get(`${path}?${values.join('&')}`.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** A model of Caddy's maps: everything is case-sensitive; arguments are decoded, and several of one name are joined. */
function caddyMatcher(text: string): Matcher {
  const maps: { source: string; entries: Map<string, string> }[] = [];
  for (const line of caddyTokens(text).join('\0').split('\0\n')) {
    const words = line.replace(/^\0/, '').split('\0');
    if (words[0] === 'map') maps.push({ source: words[2]!, entries: new Map() });
    else if (words[0]?.startsWith('/')) {
      expect(words).toHaveLength(2);
      maps.at(-1)!.entries.set(words[0], words[1]!);
    } else expect(words[0]).toMatch(/^(?:@\w+|redir|\}|)$/);
  }
  return ({ path, query }) => {
    const asked = new URLSearchParams(query);
    for (const { source, entries } of maps) {
      const key = source
        .replace('{path}', () => path)
        .replace(/\{query\.([\w-]+)\}/g, (_, name: string) => asked.getAll(name).join());
      const found = entries.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** The lookup of pages. */
function pageMatcher(redirects: readonly QueryRedirect[]): Matcher {
  const groups = groupNames(redirects.map(({ query }) => query))
    .join(' ')
    .split(' ');
  const texts = new Map(writeOldTables(redirects, { base: '' }).map(({ file, text }) => [file, text]));
  return ({ path, query }) => {
    for (const key of keysOfRequest(path, query, groups)) {
      const table = JSON.parse(texts.get(tableFile(tableOf(key, countTables(redirects.length))))!) as Record<
        string,
        string
      >;
      if (Object.hasOwn(table, key)) return encodeURI(table[key]!).replaceAll('%25', '%');
    }
    return undefined;
  };
}

/** The lookup of the preview. */
function previewMatcher(redirects: readonly QueryRedirect[]): Matcher {
  const read = writeOldTables(redirects, { base: '' }).flatMap(({ text }) => readOldTable(text, { base: '' }) ?? []);
  const find = createOldAddressFinder(read);
  return ({ path, query }) => find(path, query);
}

/** The rule as documented. */
function reference(redirects: readonly QueryRedirect[]): Matcher {
  const pairsOf = (query: string): Map<string, string> => {
    const pairs = new Map<string, string>();
    for (const part of query.split('&').filter((each) => each.includes('='))) {
      const [name, value] = [...new URLSearchParams(part)][0]!;
      if (!pairs.has(name.toLowerCase())) pairs.set(name.toLowerCase(), value);
    }
    return pairs;
  };
  const bare = (path: string): string => path.replace(/\/+$/, '');
  return ({ path, query }) => {
    const asked = pairsOf(query);
    const fitting = redirects
      .filter(({ from }) => bare(from) === bare(path))
      .map((each) => ({ ...each, pairs: [...pairsOf(each.query)].toSorted(([a], [b]) => (a < b ? -1 : 1)) }))
      .filter(({ pairs }) => pairs.every(([name, value]) => asked.get(name) === value));
    const names = ({ pairs }: (typeof fitting)[number]): string =>
      pairs.map(([name]) => encodeURIComponent(name)).join('&');
    return fitting.toSorted((a, b) => b.pairs.length - a.pairs.length || (names(a) < names(b) ? -1 : 1))[0]?.to;
  };
}

const names = fc.constantFrom('p', 'id', 'newsid', 'NewsID', 'lang', 'title', 'a_b');
const values = fc.oneof(
  fc.nat(3).map(String),
  fc.constantFrom(
    'fa',
    'Fa',
    'شهر',
    'a b',
    'a:b/c',
    '"',
    '$uri',
    '${x}',
    '{$HOME}',
    '{path}',
    '\\',
    "'",
    ';}',
    '~x',
    'javascript:',
    '1,2',
  ),
);
const paths = fc.constantFrom(
  '/',
  '/index.php',
  '/fa/news.php',
  '/fa/newsagency/5',
  '/قدیم/شهر/',
  '/"; } x {',
  '/{$HOME}',
);
const queries = fc.uniqueArray(fc.tuple(names, values), {
  minLength: 1,
  maxLength: 3,
  selector: ([name]) => name.toLowerCase(),
});
const write = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
const site = fc
  .uniqueArray(fc.tuple(paths, queries), {
    minLength: 1,
    maxLength: 12,
    selector: ([path, pairs]) => oldKey(path, write(pairs)),
  })
  .map((all) =>
    all.map(([path, pairs], index): QueryRedirect => {
      const { path: from, query } = readAlias(`${path}?${write(pairs)}`)!;
      return { from, query: query!, to: `/news/${index}/` };
    }),
  );
const requests = fc.array(fc.record({ path: paths, pairs: fc.array(fc.tuple(names, values), { maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 10,
});

describe('old addresses with a query', () => {
  it(`follow one rule: pages and preview always, servers never another (SEED=${seed})`, () => {
    fc.assert(
      fc.property(site, requests, (redirects, asked) => {
        const rule = reference(redirects);
        const [page, preview] = [pageMatcher(redirects), previewMatcher(redirects)];
        const spellings = [...new Set(redirects.map(({ query }) => query.replace(/=[^&]*/g, '')))];
        const nginx = nginxMatcher(writeNginxMaps(redirects, '').text);
        const caddy = caddyMatcher(writeCaddyQueries(redirects, spellings));
        const own = redirects.map(({ from, query }) => ({ path: from, query }));
        for (const request of [...asked.map(({ path, pairs }) => ({ path, query: write(pairs) })), ...own]) {
          const wanted = rule(request);
          expect([request, page(request), preview(request)]).toEqual([request, wanted, wanted]);
          // A server that can't write an address leaves it to pages, and may match a smaller group of names instead.
          const fitting = redirects.filter((each) => reference([each])(request) !== undefined).map((each) => each.to);
          const folded = redirects
            .filter((each) => {
              const fold = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
              const small = { ...each, query: fold(each.query) };
              return reference([small])({ path: request.path, query: fold(request.query) }) !== undefined;
            })
            .map((each) => each.to);
          expect([undefined, ...folded]).toContain(nginx(request));
          // Caddy joins the values of a name, and distinguishes names by case.
          const sent = request.query.split('&').map((pair) => pair.split('=')[0]!.toLowerCase());
          if (new Set(sent).size === sent.length) expect([undefined, ...fitting]).toContain(caddy(request));
        }
        for (const request of own.filter(({ path, query }) => /^[\w/.?=&-]+$/.test(`${path}?${query}`))) {
          const alone = redirects.filter(({ from }) => from === request.path);
          if (alone.length > 1) continue;
          expect([request, nginx(request)]).toEqual([request, rule(request)]);
          expect([request, caddy(request)]).toEqual([request, rule(request)]);
        }
      }),
      { seed, numRuns },
    );
  });

  it('are matched by nginx in all forms that clients send', () => {
    const match = nginxMatcher(writeNginxMaps([{ from: '/fa', query: 'title=a%20b%3A%D8%B4', to }], '/paper').text);
    for (const query of ['title=a%20b%3A%D8%B4', 'title=a+b%3a%d8%b4', 'x=1&title=a%20b:%D8%B4'])
      for (const path of ['/paper/fa', '/paper/fa/'])
        expect([path, query, match({ path, query })]).toEqual([path, query, to]);
    expect(match({ path: '/fa', query: 'title=a%20b%3A%D8%B4' })).toBeUndefined();
    expect(writeNginxQueries(2)).toContain('if ($rooznegar_old1) { return 301 $rooznegar_old1; }\n');
  });

  it('that differ only in case are left to pages by nginx', () => {
    const redirects = ['aB', 'Ab', 'x'].map((value) => ({ from: '/', query: `v=${value}`, to: `/${value}/` }));
    const match = nginxMatcher(writeNginxMaps(redirects, '').text);
    expect(['aB', 'ab', 'x'].map((value) => match({ path: '/', query: `v=${value}` }))).toEqual([
      undefined,
      undefined,
      '/x/',
    ]);
  });

  it('fit into the hash tables of nginx, however many and long they are', () => {
    const many = Array.from({ length: 100_000 }, (_, id) => ({ from: '/', query: `p=${id}`, to }));
    expect(writeNginxMaps(many, '').text.split('map "', 1)).toEqual([
      'map_hash_max_size 262144;\nmap_hash_bucket_size 256;\n',
    ]);
    const long = [{ from: `/${'x'.repeat(900)}`, query: `title=${'x'.repeat(900)}`, to }];
    expect(writeNginxMaps(long, '').text).toContain('map_hash_bucket_size 16384;');
    expect(writeNginxMaps([], '')).toEqual({ text: '', count: 0 });
  });

  it.each(['//evil.example/', 'https://evil.example/', '/$args', '/{path}', '/"', '/\n'])(
    'never lead to %o',
    (target) => {
      const redirects = [{ from: '/', query: 'p=1', to: target }];
      expect([writeNginxMaps(redirects, '').text, writeCaddyQueries(redirects, [])]).toEqual(['', '']);
    },
  );

  it('become rules for Netlify before all others, at most 25 KB, if their values are plain', () => {
    const urls = createUrls('https://example.org/paper');
    const rules = (redirects: QueryRedirect[]): string =>
      writeRedirectsFile(
        {
          urls,
          aliases: [{ from: '/fa', to }],
          oldQueries: { redirects, lookup: { folder: '', tables: 1, names: '' }, onFront: true },
        },
        '/own /x 301\n',
      );
    const old = [
      { from: '/', query: 'p=101', to },
      { from: '/fa', query: 'ID=12&lang=fa', to },
      { from: '/fa', query: 'title=%D8%B4', to },
      { from: '/fa', query: 'title=:x', to },
    ];
    expect(rules(old)).toBe(
      `/own /x 301\n/paper/ p=101 ${to} 301\n/paper/fa ID=12 lang=fa ${to} 301\n/paper/fa ${to} 301\n`,
    );
    const many = Array.from({ length: 2000 }, (_, id) => ({ from: '/', query: `p=${id}`, to }));
    expect(rules(many).length).toBeLessThan(25_100);
    expect(rules(many)).toContain(`/paper/fa ${to} 301\n`);
  });
});
