import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepRoutes, pageComponents, planPage, planRoutes } from '../../../src/core/views/plan.ts';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import { repository } from '../../support/folders.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

describe('planPage', () => {
  it.each([
    ['index.astro', {}, '/', 'index.html'],
    ['404.astro', {}, '/404/', '404.html'],
    ['news/[slug].astro', { slug: 'خبر' }, '/news/خبر/', 'news/خبر/index.html'],
    ['latest/[...page].astro', {}, '/latest/', 'latest/index.html'],
    ['latest/[...page].astro', { page: 'page/2' }, '/latest/page/2/', 'latest/page/2/index.html'],
    ['[kind]/index.astro', { kind: 'tags' }, '/tags/', 'tags/index.html'],
    ['[kind]/[slug]/[...page].astro', { kind: 'tags', slug: 'a' }, '/tags/a/', 'tags/a/index.html'],
    ['[kind]/[slug]/rss.xml.ts', { kind: 'tags', slug: 'a' }, '/tags/a/rss.xml', 'tags/a/rss.xml'],
    ['sitemap-[n].xml.ts', { n: '3' }, '/sitemap-3.xml', 'sitemap-3.xml'],
    ['feeds.opml.ts', {}, '/feeds.opml', 'feeds.opml'],
    ['[...redirect].astro', { redirect: 'old/a.html' }, '/old/a.html/', 'old/a.html'],
    ['[...redirect].astro', { redirect: 'old/a.HTM' }, '/old/a.HTM/', 'old/a.HTM'],
    ['[...redirect].astro', { redirect: 'old/a' }, '/old/a/', 'old/a/index.html'],
  ])('makes of %s with %j the page %s', (component, params, path, file) => {
    expect(planPage(component, params, 'key')).toEqual({ component, path, file, key: 'key' });
  });
});

const routes = siteRoutes(makeSite([makeArticle({ slug: 'a', tags: ['x'] }), makeArticle({ slug: 'b' })]));

describe('planRoutes', () => {
  it('plans a page for every route, by a file that is there', () => {
    const pages = planRoutes(routes);
    expect(pages).toHaveLength(Object.values(routes).flat().length);
    expect(new Set(pages.map(({ file }) => file)).size).toBe(pages.length);
    for (const component of Object.values(pageComponents))
      expect(existsSync(join(repository, 'src/pages', component)), component).toBe(true);
  });
});

describe('keepRoutes', () => {
  it('keeps the pages that are wanted, all sitemaps, and what has no key', () => {
    const kept = keepRoutes(routes, ({ file }) => file === 'news/b/index.html');
    expect(kept.article.map(({ params }) => params.slug)).toEqual(['b']);
    expect(kept.sitemap).toEqual(routes.sitemap);
    const keyless = Object.values(routes)
      .flat()
      .filter((route) => route.key === undefined);
    const left = Object.values(kept).flat() as readonly unknown[];
    for (const route of keyless) expect(left).toContain(route);
    expect(left).toHaveLength(1 + new Set([...keyless, ...routes.sitemap]).size);
  });
});
