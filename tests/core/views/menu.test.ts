import { describe, expect, it } from 'vitest';
import { findMenuFaults } from '../../../src/core/config/menu.ts';
import type { SiteConfig } from '../../../src/core/config/site-config.ts';
import { footerLinks, menuItems, sheetLinks } from '../../../src/core/views/menu.ts';
import { profileLinks } from '../../../src/core/views/profiles.ts';
import { makeSite } from '../../support/make-site.ts';

const sections = [
  { slug: 'shahr', name: 'شهر' },
  { slug: 'jahan', name: 'جهان' },
];
const siteWith = (settings: Partial<SiteConfig>) => makeSite([], { sections, ...settings });

describe('the menu', () => {
  it('has all sections and the latest news, if none is configured', () => {
    expect(menuItems(siteWith({}), 'jahan').map(({ label, accent, isCurrent }) => [label, accent, isCurrent])).toEqual([
      ['شهر', 'accent-1', false],
      ['جهان', 'accent-2', true],
      ['آخرین اخبار', 'accent-0', false],
    ]);
  });

  it('is what the configuration says: sections, pages, links, and links below them', () => {
    const menu = [
      { section: 'jahan', label: 'جهان امروز', children: [{ href: '/about/', label: 'درباره' }, { section: 'shahr' }] },
      { href: 'https://example.com/', label: 'فروشگاه' },
    ];
    const items = menuItems(siteWith({ url: 'https://example.org/k', menu }), 'shahr');
    expect(items.map(({ label, url, isCurrent }) => [label, url, isCurrent])).toEqual([
      ['جهان امروز', '/k/sections/jahan/', true],
      ['فروشگاه', 'https://example.com/', false],
    ]);
    expect(items[0]!.children.map(({ label, url, isCurrent }) => [label, url, isCurrent])).toEqual([
      ['درباره', '/k/about/', false],
      ['شهر', '/k/sections/shahr/', true],
    ]);
  });

  it('names sections that do not exist', () => {
    const menu = [{ section: 'shahr', children: [{ section: 'jahn' }] }];
    expect(findMenuFaults({ menu, sections })).toEqual([
      {
        path: ['menu', '0', 'children', '0', 'section'],
        message: 'there is no section «jahn»; the nearest is «jahan»',
      },
    ]);
  });
});

it('the sheet has the links of the footer, and tags and archive in any case', () => {
  const site = siteWith({ footer: [{ label: 'همهٔ برچسب‌ها', href: '/tags/' }] });
  expect(footerLinks(site).map(({ label }) => label)).toEqual(['همهٔ برچسب‌ها']);
  expect(sheetLinks(site).map(({ label }) => label)).toEqual(['همهٔ برچسب‌ها', 'بایگانی']);
});

it('profiles are named in Persian, and by their host where none is known', () => {
  const links = profileLinks([
    'https://t.me/x',
    'https://www.aparat.com/x',
    'https://fa.wikipedia.org/wiki/x',
    'https://mas.to/@x',
  ]);
  expect(links.map(({ label, icon }) => [label, icon])).toEqual([
    ['تلگرام', 'telegram'],
    ['آپارات', 'video'],
    ['ویکی‌پدیا', 'globe'],
    ['mas.to', 'globe'],
  ]);
});
