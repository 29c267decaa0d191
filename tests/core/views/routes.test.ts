import { describe, expect, it } from 'vitest';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const articles = [1, 2, 3, 4].map((day) =>
  makeArticle({ slug: `خبر-${day}`, tags: ['آب'], section: 'sport', date: makeDate(`1404/07/${day}`) }),
);
const site = makeSite([...articles, makeArticle({ slug: 'تک', tags: ['برق'], date: makeDate('1403/12/30') })], {
  sections: [
    { slug: 'sport', name: 'ورزش' },
    { slug: 'art', name: 'هنر' },
  ],
  sizes: { page: 2, feed: 30, related: 5, picks: 5, latest: 10 },
});
const routes = siteRoutes(site);
const tagRoutes = routes.term.filter(({ params }) => params.kind === 'tags');

describe('routes', () => {
  it('have unencoded params', () => {
    expect(routes.article.map(({ params }) => params.slug)).toContain('خبر-1');
    const redirects = [{ from: '/fa/خبر/12.html', to: '/news/x/' }];
    expect(siteRoutes({ ...site, redirects }).redirect).toMatchObject([
      { params: { redirect: 'fa/خبر/12.html' }, props: { to: '/news/x/' } },
    ]);
  });

  it('include every list’s own page and its numbered ones', () => {
    expect(tagRoutes.map(({ params }) => [params.slug, params.page])).toEqual([
      ['آب', undefined],
      ['آب', 'page/1'],
      ['برق', undefined],
    ]);
    expect(routes.latest.map(({ params }) => params.page)).toEqual([undefined, 'page/1']);
  });

  it('title a numbered page by its number', () => {
    const [own, numbered] = tagRoutes;
    expect(own?.props.view.title).toBe('آب');
    expect(numbered?.props.view.title).toBe('آب، صفحه ۱');
    expect(numbered?.props.view.crumbs.map(({ label }) => label)).toEqual(['خانه', 'برچسب‌ها', 'آب', 'صفحه ۱']);
    expect(numbered?.props.view.crumbs.at(-1)).not.toHaveProperty('url');
  });

  it('write months with two digits', () => {
    expect(routes.year.map(({ params }) => params)).toEqual([{ year: '1404' }, { year: '1403' }]);
    expect(routes.month.map(({ params }) => params)).toEqual([
      { year: '1404', month: '07', page: undefined },
      { year: '1404', month: '07', page: 'page/1' },
      { year: '1403', month: '12', page: undefined },
    ]);
  });

  it('keep sections in the order of the menu, and group the rest by letter', () => {
    const views = new Map(routes.kind.map(({ props: { view } }) => [view.kind, view.groups]));
    expect(views.get('sections')?.map(({ letter }) => letter)).toEqual(['']);
    expect(views.get('sections')?.[0]?.items.map(({ label }) => label)).toContain('ورزش');
    expect(views.get('tags')?.map(({ letter }) => letter)).toEqual(['آ', 'ب']);
    expect(views.get('authors')).toEqual([]);
  });
});
