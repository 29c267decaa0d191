import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { createHostCheck, pictureOrigins } from '../../../src/core/config/picture-hosts.ts';
import { findConfigFaults } from '../../../src/core/config/site-config.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const isShown = createHostCheck({
  url: 'https://news.example/fa',
  pictures: { hosts: ['img.example.org', '*.example.net', 'a.example:8443'] },
});

describe('createHostCheck', () => {
  it.each([
    ['https://news.example/a.jpg', true],
    ['https://img.example.org/a.jpg', true],
    ['https://img.example.org:443/a.jpg', true],
    ['https://a.example.net/a.jpg', true],
    ['https://a.b.example.net/a.jpg', true],
    ['https://a.example:8443/a.jpg', true],
    ['https://a.example/a.jpg', false],
    ['https://example.net/a.jpg', false],
    ['https://evilexample.net/a.jpg', false],
    ['https://example.org/a.jpg', false],
    ['https://x.img.example.org/a.jpg', false],
    ['https://img.example.org.evil.example/a.jpg', false],
    ['https://img.example.org:8443/a.jpg', false],
    ['https://evil.example/img.example.org/a.jpg', false],
    ['https://', false],
  ])('accepts or rejects %s: %s', (address, expected) => {
    expect(isShown(address)).toBe(expected);
  });

  it('allows no other hosts by default', () => {
    const check = createHostCheck({ url: 'https://news.example' });
    expect([check('https://news.example/a.jpg'), check('https://a.example/a.jpg')]).toEqual([true, false]);
  });
});

describe('the listed hosts', () => {
  it.each(['img.example.org', '*.example.org', 'a-b.example:8443', 'localhost', 'xn--mgbaam.ir'])(
    'may be %s',
    (host) => {
      expect(findConfigFaults({ ...config, pictures: { hosts: [host] } })).toEqual([]);
    },
  );

  it.each([
    'https://img.example.org',
    'img.example.org/',
    'IMG.example.org',
    '*',
    '*.*.org',
    'img.*.org',
    'https:',
    "a'; script-src *",
    'a b',
    'روزنامه.ایران',
    '-a.org',
    'a..org',
    '',
  ])('can’t be %j', (host) => {
    expect(findConfigFaults({ ...config, pictures: { hosts: [host] } })).toEqual([
      expect.stringMatching(/^pictures\.hosts\.0: expected a host in small Latin letters, such as img\.example\.org/),
    ]);
  });

  it('must be unique, with no other settings beside them', () => {
    expect(findConfigFaults({ ...config, pictures: { hosts: ['a.example', 'a.example'] } })).toEqual([
      'pictures.hosts: expected each host once',
    ]);
    expect(findConfigFaults({ ...config, pictures: { host: ['a.example'] } as never })[0]).toMatch(
      /expected a list of hosts/,
    );
  });

  it(`never become more than one origin in a policy (SEED=${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."a*.-: ;'/1"), maxLength: 8 }), (host) => {
        if (findConfigFaults({ ...config, pictures: { hosts: [host] } }).length > 0) return;
        expect(pictureOrigins({ pictures: { hosts: [host] } })).toEqual([`https://${host}`]);
        expect(host).not.toMatch(/[\s;,'"/]|^\*$/);
      }),
      { seed, numRuns: 2000 },
    );
  });
});
