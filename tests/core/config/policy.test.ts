import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { policyOf, type PolicySettings } from '../../../src/core/config/policy.ts';
import { findConfigFaults } from '../../../src/core/config/site-config.ts';
import { metaPolicy, securityHeaders } from '../../../src/core/hosting/headers.ts';
import { writeHeadersFile } from '../../../src/core/hosting/headers-file.ts';
import { writeCaddy, writeNginx } from '../../../src/core/hosting/server-config.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050910);
const directives = {
  script: 'script-src',
  connect: 'connect-src',
  frame: 'frame-src',
  img: 'img-src',
  form: 'form-action',
} as const;
const names = Object.keys(directives) as (keyof typeof directives)[];
const faultsOf = (policy: unknown): string[] => findConfigFaults({ ...config, policy } as never);

describe('an origin of the policy', () => {
  it.each([
    'https://stats.example.org',
    'https://*.example.org',
    'https://*.a.example.org:8443',
    'https://stats.example.org:8443',
    'https://cdn.example.org/npm/a@1.2.3/a.min.js',
    'https://cdn.example.org/lib/',
    'https://xn--mgbaam.ir/',
  ])('may be %s', (origin) => {
    for (const name of names) expect(faultsOf({ [name]: [origin] })).toEqual([]);
  });

  it.each([
    '*',
    'https:',
    'https://',
    'https://*',
    'https://*.org',
    'https://*.*.org',
    'https://a.*.org',
    'https://a*.example.org',
    'http://stats.example.org',
    'http://*.example.org',
    'wss://a.example.org',
    'data:',
    'blob:',
    'stats.example.org',
    '//stats.example.org',
    "'self'",
    "'unsafe-inline'",
    "'unsafe-eval'",
    "'strict-dynamic'",
    'https://STATS.example.org',
    'https://روزنامه.ایران',
    'https://a.example.org:*',
    'https://a.example.org:0',
    'https://a.example.org/*',
    'https://a.example.org/?a',
    'https://a.example.org/#a',
    'https://a.example.org//a',
    'https://a.example.org/$uri',
    'https://a.example.org/{$HOME}',
    'https://a.example.org/:splat',
    'https://a.example.org/%0a',
    'https://user@a.example.org',
    'https://-a.example.org',
    'https://a..org',
    'https://a.example.org;',
    'https://a.example.org,b',
    'https://a.example.org b',
    'https://a.example.org\n',
    'https://a.example.org\r\nX: y',
    'https://a.example.org"',
    "https://a.example.org'",
    'https://a.example.org\\',
    '',
    7,
  ])('is not %j', (origin) => {
    for (const name of names) {
      const [fault, ...others] = faultsOf({ [name]: [origin] });
      expect(fault).toMatch(new RegExp(`^policy\\.${name}\\.0: expected`));
      expect(others).toEqual([]);
    }
  });

  // Every printable character that is not harmless, and a few that are not printable.
  it.each([...'!"#$%&\'()*,;<=>?[\\]^`{|}', ' ', '\t', '\n', '\r', '\0', '\u2028', 'é', 'ی'])(
    'has no %j in its path',
    (sign) => {
      for (const path of [`/${sign}`, `/a${sign}b`, `/a/${sign}`, sign])
        expect(faultsOf({ script: [`https://a.example.org${path}`] })).toHaveLength(1);
    },
  );

  it('is listed once, in a list, under a name that exists', () => {
    expect(faultsOf({ img: ['https://a.example', 'https://a.example'] })).toEqual([
      'policy.img: expected each origin once',
    ]);
    expect(faultsOf({ img: 'https://a.example' })).toEqual(['policy.img: expected a list of origins']);
    expect(faultsOf({ scripts: [] })).toEqual(['policy: there is no setting «scripts»; the nearest is «script»']);
    expect(faultsOf({ script: [], form: [] })).toEqual([]);
  });
});

/** Everything into which the policy is written, by name. */
function writeAll(policy: PolicySettings | undefined): Record<string, string> {
  const site = { ...config, policy };
  const search = { webAssembly: true };
  const server = { root: '/srv/dist', brotli: false, redirects: [], search };
  return {
    header: new Map(securityHeaders(site)).get('Content-Security-Policy')!,
    searchHeader: new Map(securityHeaders(site, search)).get('Content-Security-Policy')!,
    meta: metaPolicy(site)!,
    file: writeHeadersFile(site, { ...search, pages: ['/about/'] }),
    nginx: writeNginx(site, server),
    caddy: writeCaddy(site, server),
  };
}

describe('the policy', () => {
  const plain = writeAll(undefined);

  it('has the same bytes everywhere without origins', () => {
    expect(writeAll({})).toEqual(plain);
    expect(writeAll({ script: [], connect: [], frame: [], img: [], form: [] })).toEqual(plain);
  });

  it.each(names)('%s widens its directive in every output, and nothing else', (name) => {
    const origin = 'https://only-here.example.org/a/';
    for (const [output, text] of Object.entries(writeAll({ [name]: [origin] }))) {
      const widened = new RegExp(`(?<=[ "]${directives[name]} )('none'|[^;\\n"]*?) ?${origin}(?=;|"|\\n|$)`, 'g');
      const count = text.split(origin).length - 1;
      expect([output, text.match(widened)?.length]).toEqual([output, count]);
      expect([output, count]).toEqual([output, plain[output]!.split(`${directives[name]} `).length - 1]);
      expect([output, text.replaceAll(` ${origin}`, '')]).toEqual([output, plain[output]]);
    }
  });

  it('names an origin once, that of a player or of pictures included', () => {
    const player = 'https://www.aparat.com';
    const host = 'img.example.org';
    const site = { ...config, pictures: { hosts: [host] }, policy: { frame: [player], img: [`https://${host}`] } };
    const policy = metaPolicy(site)!;
    expect(policy.split(player).length).toBe(2);
    expect(policy.split(host).length).toBe(2);
    expect(policyOf({})).toEqual({ script: [], connect: [], frame: [], img: [], form: [] });
  });

  it(`gains nothing but a source by any accepted value (seed ${seed})`, () => {
    const dangerous = [
      '*',
      "'unsafe-inline'",
      ';',
      ',',
      ' ',
      '\n',
      '\r',
      '\t',
      '"',
      "'",
      '\\',
      '$uri',
      '{',
      '}',
      '<',
      '>',
      '%0a',
    ];
    const pieces = fc.oneof(
      fc.constantFrom(
        ...dangerous,
        'https://',
        'http://',
        '*.',
        'a.example.org',
        '/',
        ':',
        ':8443',
        ':splat',
        'script-src',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ unit: fc.constantFrom(...'abz09-.~@+_/'), minLength: 1, maxLength: 8 }),
    );
    const values = fc.array(pieces, { maxLength: 5 }).chain((parts) =>
      fc.constantFrom(
        parts.join(''),
        `https://*.${parts.join('')}`,
        // One odd piece in a place that is sound otherwise.
        ...['https://a.example', 'https://a.example/', 'https://a.example/x'].map(
          (start) => `${start}${parts[0] ?? ''}`,
        ),
      ),
    );
    let accepted = 0;
    fc.assert(
      fc.property(values, fc.constantFrom(...names), (value, name) => {
        if (faultsOf({ [name]: [value] }).length > 0) return;
        accepted += 1;
        expect(value).toMatch(/^https:\/\/(?:\*\.)?[a-z0-9][\w.~@+:/-]*$/);
        for (const [output, text] of Object.entries(writeAll({ [name]: [value] }))) {
          expect([output, text.replaceAll(` ${value}`, '').length]).toEqual([output, plain[output]!.length]);
          expect([output, text.split(/[;,"'\n{}$\\ ]/).filter((word) => word !== value)]).toEqual([
            output,
            plain[output]!.split(/[;,"'\n{}$\\ ]/),
          ]);
        }
      }),
      { seed, numRuns: countRuns(600, 100_000) },
    );
    expect(accepted).toBeGreaterThan(50);
  });
});
