import { describe, expect, it } from 'vitest';
import { toList } from '../../../src/core/site/numbered-pages.ts';
import type { Site, SiteArticle } from '../../../src/core/site/site.ts';
import { correctionsRoutes, listRoutes } from '../../../src/core/views/list-routes.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const sizes = { page: 2, feed: 30, related: 5, picks: 5, latest: 10 };
/** Articles newest first: `a9`, `a8` and so on. */
const placed = (count: number, title = 'خبر'): readonly SiteArticle[] =>
  makeSite(
    Array.from({ length: count }, (_, day) =>
      makeArticle({ slug: `a${day + 1}`, title, date: makeDate(`1404/07/0${day + 1}`) }),
    ),
  ).articles;
const listOf = (count: number, title?: string) => toList('آب', '/tags/x/', placed(count, title), 2);
const routesOf = (list: ReturnType<typeof listOf>, ...describers: Describers) =>
  listRoutes(list, (page) => ({ slug: 'x', page }), ...describers);
type Describers = [
  describe: Parameters<typeof listRoutes>[2],
  describeOwn?: Exclude<Parameters<typeof listRoutes>[3], undefined>,
];
const plain = () => ({ crumbs: [] });

describe('listRoutes', () => {
  const routes = routesOf(
    listOf(7),
    ({ number, articles }) => ({ crumbs: [{ label: `${number}` }], anchors: articles.map(({ slug }) => slug) }),
    () => ({ related: [] }),
  );

  it('has the list’s own page first, then the numbered ones', () => {
    expect(routes.map(({ params }) => params)).toEqual([
      { slug: 'x', page: undefined },
      { slug: 'x', page: 'page/1' },
      { slug: 'x', page: 'page/2' },
    ]);
    expect(routes.map(({ props: { view } }) => [view.url, view.title, view.articles.map(({ slug }) => slug)])).toEqual([
      ['/tags/x/', 'آب', ['a7', 'a6', 'a5']],
      ['/tags/x/page/1/', 'آب، صفحه ۱', ['a2', 'a1']],
      ['/tags/x/page/2/', 'آب، صفحه ۲', ['a4', 'a3']],
    ]);
  });

  it('gives each page its list and its pager', () => {
    const [own, first] = routes.map(({ props: { view } }) => view);
    expect(own!.list).toEqual({ label: 'آب', count: 7 });
    expect(first!.list).toEqual({ label: 'آب', count: 7 });
    expect(own!.pager).toMatchObject({ older: '/tags/x/page/2/' });
    expect(own!.pager).not.toHaveProperty('newest');
    expect(first!.pager).toMatchObject({ newest: '/tags/x/', newer: '/tags/x/page/2/' });
  });

  it('describes each page, and adds details to the list’s own page', () => {
    const views = routes.map(({ props: { view } }) => view);
    expect(views.map(({ crumbs }) => crumbs[0]?.label)).toEqual(['undefined', '1', '2']);
    expect(views.map(({ anchors }) => anchors?.[0])).toEqual(['a7', 'a2', 'a4']);
    expect(views.map((view) => 'related' in view)).toEqual([true, false, false]);
  });

  it('moves the lead of its editors to the front of the own page', () => {
    const list = listOf(7);
    const lead = list.newest[2];
    const [own, first] = routesOf(list, plain, () => ({ lead })).map(({ props: { view } }) => view);
    expect(own!.articles.map(({ slug }) => slug)).toEqual(['a5', 'a7', 'a6']);
    expect('lead' in own!).toBe(false);
    expect(first!.articles).toEqual(list.pages[0]);
  });

  it('computes views on demand', () => {
    const asked: string[] = [];
    const lazy = routesOf(
      listOf(7),
      ({ articles }) => {
        asked.push(articles.map(({ slug }) => slug).join());
        return { crumbs: [] };
      },
      () => {
        asked.push('own');
        return {};
      },
    );
    // The shared description of all pages is built once, without articles.
    expect(asked).toEqual(['']);
    void lazy[1]!.props;
    expect(asked).toEqual(['', 'a2,a1']);
  });
});

describe('keys of listRoutes', () => {
  const keysOf = (list: ReturnType<typeof listOf>, ...describers: Describers): (string | undefined)[] =>
    routesOf(list, ...describers).map(({ key }) => key?.());
  const keys = keysOf(listOf(7), plain);

  it('are stable and differ from page to page', () => {
    expect(keysOf(listOf(7), plain)).toEqual(keys);
    expect(new Set(keys).size).toBe(3);
  });

  it('change only for the list’s own page when the list grows', () => {
    const [own, ...numbered] = keysOf(listOf(8), plain);
    expect(own).not.toBe(keys[0]);
    expect(numbered.slice(0, 2)).toEqual(keys.slice(1));
  });

  it.each<[string, boolean[], () => (string | undefined)[]]>([
    ['the name of the list', [true, true, true], () => keysOf({ ...listOf(7), label: 'آبان' }, plain)],
    ['the address of the list', [true, true, true], () => keysOf({ ...listOf(7), url: '/tags/y/' }, plain)],
    ['the description of all pages', [true, true, true], () => keysOf(listOf(7), () => ({ crumbs: [], note: 'متن' }))],
    ['details of the list’s own page', [true, false, false], () => keysOf(listOf(7), plain, () => ({ related: [] }))],
    ['the headlines', [true, true, true], () => keysOf(listOf(7, 'خبری دیگر'), plain)],
    ['the number of articles', [true, false, false], () => keysOf({ ...listOf(7), count: 9 }, plain)],
  ])('change with %s', (_, expected, change) => {
    expect(change().map((key, index) => key !== keys[index])).toEqual(expected);
  });
});

describe('correctionsRoutes', () => {
  const siteWith = (count: number, text = 'متن'): Site =>
    makeSite(
      [
        makeArticle({
          date: makeDate('1404/07/01'),
          corrections: Array.from({ length: count }, (_, day) => ({
            date: makeDate(`1404/07/0${day + 1}`),
            text: `${text} ${day + 1}`,
          })),
        }),
      ],
      { sizes },
    );
  const routes = correctionsRoutes(siteWith(5));

  it('has the list’s own page first, then the numbered ones', () => {
    expect(routes.map(({ params }) => params)).toEqual([{ page: undefined }, { page: 'page/1' }]);
    expect(routes.map(({ props: { view } }) => [view.url, view.label, view.title])).toEqual([
      ['/corrections/', 'اصلاحیه‌ها', 'اصلاحیه‌ها'],
      ['/corrections/page/1/', 'اصلاحیه‌ها', 'اصلاحیه‌ها، صفحه ۱'],
    ]);
    expect(routes.map(({ props: { view } }) => view.articles.map(({ text }) => text))).toEqual([
      ['متن 5', 'متن 4', 'متن 3'],
      ['متن 2', 'متن 1'],
    ]);
  });

  it('gives each page breadcrumbs and a pager', () => {
    const [own, numbered] = routes.map(({ props: { view } }) => view);
    expect(own!.crumbs).toEqual([{ label: 'خانه', url: '/' }, { label: 'اصلاحیه‌ها' }]);
    expect(numbered!.crumbs).toEqual([
      { label: 'خانه', url: '/' },
      { label: 'اصلاحیه‌ها', url: '/corrections/' },
      { label: 'صفحه ۱' },
    ]);
    expect(own!.pager.older).toBe('/corrections/page/1/');
    expect(numbered!.pager.newest).toBe('/corrections/');
  });

  it('has one page if there are no corrections', () => {
    expect(correctionsRoutes(makeSite()).map(({ params, props }) => [params.page, props.view.articles])).toEqual([
      [undefined, []],
    ]);
  });

  it('has keys that depend on what each page shows', () => {
    const keysOf = (site: Site): (string | undefined)[] => correctionsRoutes(site).map(({ key }) => key?.());
    const keys = keysOf(siteWith(5));
    expect(new Set(keys).size).toBe(2);
    expect(keysOf(siteWith(5))).toEqual(keys);
    expect(keysOf(siteWith(5, 'متن دیگر')).map((key, index) => key === keys[index])).toEqual([false, false]);
  });
});
