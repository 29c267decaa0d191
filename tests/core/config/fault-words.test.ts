import { expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { faultInPersian } from '../../../src/core/config/fault-words.ts';
import { findConfigFaults } from '../../../src/core/config/site-config.ts';

it.each([
  [{ url: 'x' }],
  [{ url: 'https://x.ir/?a' }],
  [{ url: 'https://x.ir/خبر' }],
  [{ name: '' }],
  [{ messages: 'de' }],
  [{ sections: [{ slug: 'A b', name: 'x' }] }],
  [
    {
      sections: [
        { slug: 'a', name: 'x' },
        { slug: 'a', name: 'y' },
      ],
    },
  ],
  [{ sizes: { ...config.sizes, page: 0 } }],
  [{ sizes: { ...config.sizes, page: 1.5 } }],
  [{ sizes: { ...config.sizes, page: 'x' } }],
  [{ share: { days: -1 } }],
  [{ share: { days: 99_999 } }],
  [{ llms: 'x' }],
  [{ hosting: { hstsdays: 1 } }],
  [{ hosting: { framedBy: ['x'] } }],
  [{ hosting: 7 }],
  [{ crawlers: { ai: 'x', blocked: ['?'] } }],
  [{ orthography: { off: ['x'], words: [] } }],
  [{ images: { missing: 'x' } }],
  [{ defaults: { source: 7 } }],
  [{ policy: { script: ['*'] } }],
  [{ policy: { form: 'x' } }],
  [{ policy: { img: ['https://a.example', 'https://a.example'] } }],
  [{ podcast: { title: 'x', description: 'x', image: 'x', category: 'News', email: 'a@example.org' } }],
  [{ podcast: { title: 'x', description: 'x', image: '/x.jpg', category: 'Nws', email: 'a@example.org' } }],
  [{ podcast: { title: 'x', description: 'x', image: '/x.jpg', category: 'News', email: 'x' } }],
  [{ profiles: ['x'] }],
  [{ colours: { accent: 'x' } }],
  [{ colours: { accent: '#ffee00' } }],
  [{ colours: { paper: '#777777', ink: { light: '#777777', dark: '#777777' } } }],
  [{ colours: { sections: { nowhere: '#123456' } } }],
  [{ colours: { sections: 'x' } }],
  [{ brand: { logo: 'x.svg' } }],
  [{ brand: { mark: '/../x.svg' } }],
  [{ menu: 'x' }],
  [{ menu: [{ href: '/x/' }] }],
  [{ menu: [{ section: 'nowhere' }] }],
  [{ announce: { channels: 'x' } }],
  [{ announce: { channels: [{ service: 'x' }] } }],
  [{ announce: { channels: [{ service: 'telegram', chat: 'two words' }] } }],
  [{ announce: { channels: [{ service: 'telegram', chat: '@a', token: '123456:secret' }] } }],
  [{ announce: { channels: [{ service: 'telegram', chat: '@a', server: 'http://a.example' }] } }],
  [{ announce: { channels: [{ service: 'telegram', chat: '@a', sections: ['nowhere'] }] } }],
  [{ announce: { channels: [{ service: 'telegram', chat: '@a', picture: false }] } }],
  [{ announce: { channels: [{ service: 'bluesky', handle: 'khabar' }] } }],
  [{ announce: { channels: [{ service: 'mastodon', server: 'https://m.example', limit: 7 }] } }],
  [
    {
      announce: {
        channels: [
          { service: 'bale', chat: '@a' },
          { service: 'bale', chat: '@a' },
        ],
      },
    },
  ],
  [{ announce: { channels: [], template: '{titel}' } }],
  [{ announce: { channels: [], template: '{lead}' } }],
  [{ announce: { channels: [], template: `{title}${'-'.repeat(101)}` } }],
  [{ announce: { channels: [], hours: 1000 } }],
  [{ security: { contact: 'x', expires: 'y' } }],
])('translates every fault of the settings: %j', (change) => {
  const faults = findConfigFaults({ ...config, ...change } as never);
  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(faultInPersian(fault)).toMatch(/[آ-ی]{3}/);
  for (const fault of faults) expect(faultInPersian(fault)).not.toMatch(/expected|there is|\$1/);
});

it('returns unknown messages unchanged', () => {
  expect(faultInPersian('a.b: is odd')).toBe('a.b: is odd');
});
