import { cp } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { differences, snapshotOf } from '../../support/dist.ts';
import { attributeOf, findAll, findParts } from '../../support/html.ts';
import { checkLinks } from '../../support/links.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';
import { sample } from '../../support/sample.ts';

describe('numbered pages', () => {
  it('never shift when an article is added, and page 1 is the oldest', async () => {
    const settings = { sizes: { ...config.sizes, page: 3 } };
    const site = await createMiniSite(
      Object.fromEntries(Array.from({ length: 11 }, (_, index) => numbered(index + 1))),
      settings,
    );
    const builds = [await builtBy(site)];
    for (const number of [12, 13]) {
      await site.write(Object.fromEntries([numbered(number)]));
      builds.push(await builtBy(site));
    }
    const isNumbered = (file: string): boolean => /\/page\/\d+\/index\.html$/.test(file);
    for (const [index, build] of builds.entries()) {
      const next = builds[index + 1];
      if (!next) continue;
      const full = [...build.keys()].filter((file) => isNumbered(file) && !isRedirect(build.get(file)!));
      expect(full.filter((file) => file.startsWith('tags/')).length).toBeGreaterThanOrEqual(2);
      expect(differences(build, next).filter((file) => full.includes(file))).toEqual([]);
    }
    const first = site.page('tags/شهر/page/1/index.html');
    expect(newsIn(first)).toEqual(['/news/a3/', '/news/a2/', '/news/a1/']);
    expect(newsIn(site.page('tags/شهر/index.html'))[0]).toBe('/news/a13/');
    expect(checkLinks(site.dist(), config.url)).toEqual([]);
  });

  it('together hold every article once, and lead to each other', async () => {
    const site = await createMiniSite(
      Object.fromEntries(Array.from({ length: 10 }, (_, index) => numbered(index + 1))),
      { sizes: { ...config.sizes, page: 3 } },
    );
    await builtBy(site);
    const seen: string[] = [];
    let path: string | undefined = '/latest/';
    while (path !== undefined && seen.length < 50) {
      const page = site.page(`${decodeURIComponent(path).slice(1)}index.html`);
      seen.push(...newsIn(page));
      const next = findParts(page.tree, 'pager')
        .flatMap((pager) => findAll(pager, 'a'))
        .find((link) => attributeOf(link, 'rel')?.split(' ').includes('next'));
      path = next && attributeOf(next, 'href');
    }
    expect(seen).toEqual(Array.from({ length: 10 }, (_, index) => `/news/a${10 - index}/`));
  });
});

describe('one new article in a newspaper of some size', () => {
  it('changes a few dozen pages, and of the old articles only those that it is related to', async () => {
    const site = await createMiniSite({}, { footer: config.footer });
    await cp(sample.content, site.content, { recursive: true });
    await site.write({
      'articles/1405/09/new.md': articleFile({
        date: '1405/09/01',
        title: 'کتابخانه کوچک ایستگاه باز شد',
        tags: '[کتاب]',
        section: 'culture',
      }),
    });
    const after = await builtBy(site);
    const before = snapshotOf(inject('sampleSite'));
    const pages = differences(before, after).filter((file) => file.endsWith('.html'));
    expect(pages).toContain('news/new/index.html');
    expect(pages.filter((file) => /\/page\/\d+\//.test(file))).toEqual([]);
    expect(pages.filter((file) => file.startsWith('news/')).length).toBeLessThan(20);
    expect(pages.length).toBeLessThan(48);
  });
});

function numbered(number: number): [string, string] {
  const day = String(number).padStart(2, '0');
  return [
    `articles/a${number}.md`,
    articleFile({ title: `خبر روز ${day}`, date: `1404/07/${day}`, section: 'جامعه', authors: '[مریم نادری]' }),
  ];
}

async function builtBy(site: MiniSite): Promise<Map<string, string>> {
  const { code, output } = await site.build();
  expect(code, output).toBe(0);
  return snapshotOf(site.out);
}

function isRedirect(base64: string): boolean {
  return Buffer.from(base64, 'base64').toString().includes('http-equiv="refresh"');
}

function newsIn(page: ReturnType<MiniSite['page']>): string[] {
  const links = findAll(page.tree, 'main')
    .flatMap((main) => findAll(main, 'a'))
    .flatMap((link) => attributeOf(link, 'href') ?? []);
  return [...new Set(links.filter((href) => href.startsWith('/news/')))];
}
