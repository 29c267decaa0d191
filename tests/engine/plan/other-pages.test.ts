import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixedComponents, pageComponents } from '../../../src/core/views/plan.ts';
import { checkOwnNames, listedPages, type OtherPage, planOtherPages } from '../../../src/engine/plan/other-pages.ts';
import type { BundledRoute } from '../../../src/engine/render/bundle-integration.ts';
import { repository } from '../../support/folders.ts';
import { makeSite } from '../../support/make-site.ts';

const bundleOf = (routes: readonly BundledRoute[]) => ({ key: '', code: '', entry: '', assets: '', routes });
const page = (entrypoint: string, pathname: string, isPage = true): BundledRoute => ({
  entrypoint,
  pattern: pathname,
  pathname,
  isPage,
});
const plan = (...routes: readonly BundledRoute[]): Promise<OtherPage[]> =>
  planOtherPages(bundleOf(routes), makeSite([]), false);

it('the lists of components name the files of src/pages', () => {
  const found = readdirSync(join(repository, 'src/pages'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(repository, 'src/pages/').length));
  expect([...fixedComponents, ...Object.values(pageComponents)].toSorted()).toEqual(found.toSorted());
});

describe('the place of a page', () => {
  it.each<[BundledRoute, path: string, file: string]>([
    [page('src/pages/index.astro', '/'), '/', 'index.html'],
    [page('src/pages/live.astro', '/live'), '/live/', 'live/index.html'],
    [page('src/pages/زنده/x.md', '/زنده/x/'), '/زنده/x/', 'زنده/x/index.html'],
    [page('src/pages/old.html.astro', '/old.html'), '/old.html/', 'old.html/index.html'],
    [page('src/pages/404.astro', '/404'), '/404/', '404.html'],
    [page('src/pages/500.astro', '/500'), '/500/', '500.html'],
    [page('src/pages/data.json.ts', '/data.json', false), '/data.json', 'data.json'],
  ])('%j', async (route, path, file) => {
    expect(await plan(route)).toEqual([expect.objectContaining({ component: route.entrypoint, path, file })]);
  });

  it.each(['/a/../b', '/..', '/./a', '/a\0b'])('is not %j', async (pathname) => {
    await expect(plan(page('src/pages/x.ts', pathname))).rejects.toThrow(/^src\/pages\/x\.ts: .* can’t be an address/);
  });
});

it('pages of the content are planned elsewhere; sitemaps list own pages, but no endpoints and errors', async () => {
  const pages = await plan(
    page('src/pages/news/[slug].astro', '/news/x'),
    page('src/pages/search.astro', '/search'),
    page('src/pages/500.astro', '/500'),
    page('src/pages/data.json.ts', '/data.json', false),
    page('src/pages/زنده.astro', '/زنده'),
    page('node_modules/x/page.astro', '/x'),
  );
  expect(pages.map(({ path }) => path)).not.toContain('/news/x/');
  expect(listedPages(pages)).toEqual(['/زنده/', '/x/']);
});

it('pages that the newsroom added are left out of a plain build', async () => {
  const routes = [page('src/pages/search.astro', '/search'), page('src/pages/own.astro', '/own')];
  expect((await planOtherPages(bundleOf(routes), makeSite([]), true)).map(({ path }) => path)).toEqual(['/search/']);
});

describe('two files of one name', () => {
  const own: OtherPage = {
    component: 'src/pages/own.astro',
    path: '/a/b/',
    file: 'a/b/index.html',
    isPage: true,
    isOwn: true,
  };
  const file = (path: string, component?: string) => ({ file: path, key: '', ...(component ? { component } : {}) });
  const self = file(own.file, own.component);

  it('are no fault where no own page is one of them, nor are neighbours', () => {
    expect(() =>
      checkOwnNames([own], [self, file('x'), file('x'), file('a/c'), file('a/b/c/index.html')]),
    ).not.toThrow();
  });

  it.each<[ReturnType<typeof file>, RegExp]>([
    [
      file('a/b/index.html', 'src/pages/a/[x].astro'),
      /«a\/b\/index\.html»: src\/pages\/own\.astro; src\/pages\/a\/\[x\]\.astro\./,
    ],
    [file('a/b/index.html', 'src/pages/[page].astro'), /src\/pages\/\[page\]\.astro, from the content/],
    [file('a/b/index.html'), /own\.astro; a file that each site has/],
    [file('a/b', 'src/pages/a/b.ts'), /«a\/b»: src\/pages\/own\.astro; src\/pages\/a\/b\.ts/],
    [file('a/b/index.html/c'), /«a\/b\/index\.html»: src\/pages\/own\.astro; /],
  ])('are refused with both: %j', (other, said) => {
    expect(() => checkOwnNames([own], [self, other])).toThrow(said);
  });
});
