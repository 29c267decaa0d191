import { describe, expect, it } from 'vitest';
import { collectAddresses, type SiteAddresses } from '../../../src/core/site/site-addresses.ts';
import type { Article } from '../../../src/core/article.ts';
import type { SiteConfig } from '../../../src/core/config/site-config.ts';
import { fixedComponents, planPage, planRoutes } from '../../../src/core/views/plan.ts';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

function addressesOf(
  articles: readonly Article[],
  { waiting = [] as readonly Article[], publicFiles = [] as readonly string[], assets = [] as readonly string[] } = {},
  settings: Partial<SiteConfig> = {},
  isElsewhere: (path: string) => boolean = () => false,
): SiteAddresses {
  const site = makeSite(articles, settings);
  const lists = [site.latest, site.corrections, ...site.archive.flatMap(({ months }) => months)];
  return collectAddresses({ ...site, lists, waiting, publicFiles, assets: () => assets, isElsewhere });
}

const many = Array.from({ length: 70 }, (_, index) =>
  makeArticle({
    slug: `خبر-${index}`,
    date: makeDate(`14${index % 2}4/0${1 + (index % 3)}/10`),
    tags: ['شهر', `برچسب ${index % 9}`, 'C++'],
    authors: ['نگار آذر'],
    section: 'economy',
    corrections: [{ date: makeDate('1405/01/01'), text: 'درست شد.' }],
    aliases: index === 3 ? [{ path: '/old/metro', line: 1, column: 1 }] : [],
  }),
);
const settings = {
  sections: [{ slug: 'economy', name: 'اقتصاد' }],
  sizes: { page: 5, feed: 3, related: 1, picks: 1, latest: 1 },
};

describe.each(['https://example.org', 'https://example.org/news'])('the addresses of %s', (url) => {
  const site = makeSite(many, { ...settings, url });
  const addresses = addressesOf(many, {}, { ...settings, url });
  const planned = [
    ...planRoutes(siteRoutes(site)).map(({ path }) => path),
    ...fixedComponents.map((component) => planPage(component).path).filter((path) => path !== '/404/'),
  ];

  it('include everything that a build generates, with and without a final slash', () => {
    expect(planned.length).toBeGreaterThan(150);
    expect(planned.filter((path) => !addresses.has(path))).toEqual([]);
    expect(planned.filter((path) => path.endsWith('/') && !addresses.has(path.slice(0, -1)))).toEqual([]);
    expect(planned.filter((path) => path.endsWith('/') && !addresses.has(`${path}index.html`))).toEqual([]);
  });

  it('include nothing else', () => {
    const others = planned.map((path) => path.replace(/\/?$/, 'xyz/'));
    expect(others.filter((path) => addresses.has(path))).toEqual([]);
    for (const path of [
      '/news/',
      '/tags/شهر/page/0/',
      '/tags/شهر/page/15/',
      '/archive/1404/13/',
      '/rss.xml/',
      '/old/',
    ]) {
      expect([path, addresses.has(path)]).toEqual([path, false]);
    }
  });
});

describe('collectAddresses', () => {
  it('includes files of public/, files beside articles, and own pages of the newsroom', () => {
    const given = {
      publicFiles: ['/media', '/media/آب.mp3', '/game/index.html', '/game'],
      assets: ['/files/07/%D9%BE%D9%84.jpg'],
    };
    const { has } = addressesOf([], given, {}, (path) => path === '/live/');
    const existing = ['/media/آب.mp3', '/game/', '/game/index.html', '/files/07/پل.jpg', '/live/', '/live'];
    expect(existing.filter((path) => !has(path))).toEqual([]);
    expect(['/media/', '/media', '/media/a.mp3', '/files/07/', '/files/پل.jpg', '/lives/'].filter(has)).toEqual([]);
  });

  it('finds the unpublished article that will create an address', () => {
    const draft = makeArticle({
      slug: 'plan',
      tags: ['نهان'],
      authors: ['رضا کاوه'],
      date: makeDate('1409/02/01'),
      draft: true,
    });
    const { has, waitsFor } = addressesOf([makeArticle({ tags: ['شهر'] })], { waiting: [draft] });
    for (const path of ['/news/plan/', '/tags/نهان', '/authors/رضا-کاوه/', '/archive/1409/', '/archive/1409/02/']) {
      expect([path, has(path), waitsFor(path)]).toEqual([path, false, draft.file]);
    }
    expect(waitsFor('/tags/شهر/x/')).toBeUndefined();
  });

  it.each([
    ['/abuot/', '/about/'],
    ['/tag/شهر/', '/tags/شهر/'],
    ['/tags/شهرر/', '/tags/شهر/'],
    ['/tags/حمل و نقل/', '/tags/حمل-و-نقل/'],
    ['/tags/درياا/', '/tags/دریا/'],
    ['/Tags/', '/tags/'],
    ['/archiv', '/archive/'],
    ['/aks.pdf', '/ax.pdf'],
    ['/rss.xml/', '/rss.xml'],
    ['/media/مترو.ogg', '/media/متروو.ogg'],
    ['/tags/nist/', undefined],
    ['/sections/nope/', undefined],
    ['/xyz', undefined],
    ['/؟/', undefined],
  ])('for %s, suggests %s', (written, expected) => {
    const source = addressesOf([makeArticle({ tags: ['شهر', 'حمل و نقل', 'دریا'] })], {
      publicFiles: ['/ax.pdf', '/media', '/media/متروو.ogg', '/about/index.html'],
    });
    expect(source.nearest(written)).toBe(expected);
  });

  it('searches for similar addresses at most fifty times', () => {
    const { nearest } = addressesOf([makeArticle({ tags: ['دانشگاه'] })]);
    const found = Array.from({ length: 60 }, () => nearest('/tags/دانشگاهه/'));
    expect(found.filter((each) => each !== undefined)).toHaveLength(50);
  });
});
