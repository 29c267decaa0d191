import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { findConfigFaults, type SiteConfig } from '../../../src/core/config/site-config.ts';

describe('findConfigFaults', () => {
  it('accepts the sample configuration', () => {
    expect(findConfigFaults(config)).toEqual([]);
  });

  it.each<[string, Partial<SiteConfig>, RegExp]>([
    ['an address without https', { url: 'rooznegar.ir' }, /^url: expected an absolute address/],
    ['pages without articles', { sizes: { ...config.sizes, page: 0 } }, /^sizes\.page: expected at least 1/],
    [
      'a fractional number of days for share pictures',
      { share: { days: 0.5 } },
      /^share\.days: expected a whole number/,
    ],
    ['a negative number of days for share pictures', { share: { days: -1 } }, /^share\.days: expected 0 or more/],
    ['an unknown language', { messages: 'de' as 'fa' }, /^messages: expected fa or en/],
    ['a slug that is not a path segment', { sections: [{ slug: 'so/ciety', name: 'جامعه' }] }, /^sections\.0\.slug/],
    [
      'a slug in another form than those of tags',
      { sections: [{ slug: 'Sport', name: 'ورزش' }] },
      /^sections\.0\.slug/,
    ],
    [
      'two sections with one slug',
      {
        sections: [
          { slug: 'a', name: 'جامعه' },
          { slug: 'a', name: 'ورزش' },
        ],
      },
      /^sections: two sections/,
    ],
    [
      'an unknown rule',
      { orthography: { off: ['digit' as 'digits'], words: [] } },
      /^orthography\.off\.0: expected one of letters, .*digits/,
    ],
    ['a hub that is not a URL', { feeds: { hubs: ['hub.example'] } }, /^feeds\.hubs\.0: expected an absolute address/],
    [
      'a duplicate hub',
      { feeds: { hubs: ['https://hub.example/', 'https://hub.example/'] } },
      /^feeds\.hubs: expected each hub once/,
    ],
    ['an address with a question', { url: 'https://a.example/?x=1' }, /^url: expected an address without \?/],
    ['an address with a password', { url: 'https://user:pw@a.example/' }, /^url: expected an address without \?/],
    [
      'an unknown setting',
      { hostingg: {} } as Partial<SiteConfig>,
      /^there is no setting «hostingg»; the nearest is «hosting»/,
    ],
    [
      'one below another',
      { crawlers: { ...config.crawlers, AI: 'block' } as SiteConfig['crawlers'] },
      /^crawlers: there is no setting «AI»; the nearest is «ai»/,
    ],
    [
      'one of hosting',
      { hosting: { precompres: true } as never },
      /^hosting: there is no setting «precompres».*«precompress»/,
    ],
    ['no settings', { limits: 5 as never }, /^limits: expected the settings fileBytes, imageBytes, imagePixels/],
    ['an empty name', { name: ' ' }, /^name: expected a text/],
  ])('reports %s', (_, change, fault) => {
    expect(findConfigFaults({ ...config, ...change })[0]).toMatch(fault);
  });
});
