import { siteListCrumbs } from './breadcrumbs.ts';
import { fingerprint } from '../text/hash.ts';
import { correctionsKey, listKey, numberedPageKey } from './page-keys.ts';
import { type ListPage, listPages, pagerOf } from '../site/numbered-pages.ts';
import { formatPlainNumber } from '../text/persian.ts';
import type { Route } from './route.ts';
import type { NumberedList, Site, SiteArticle } from '../site/site.ts';
import type { CorrectionsView, ListView } from './views.ts';

/** Routes of «اصلاحیه‌ها». */
export function correctionsRoutes({ urls, corrections: list }: Site): Route<'page', { view: CorrectionsView }>[] {
  return listPages(list).map((page) => {
    const { number } = page;
    const view = {
      ...page,
      label: list.label,
      title: titleOf(list, number),
      crumbs: siteListCrumbs(urls, list, number),
      pager: pagerOf(list, number),
    };
    return { params: { page: pageParam(number) }, props: { view }, key: () => correctionsKey(view) };
  });
}

type ViewDetails = Pick<ListView, 'crumbs'> &
  Partial<Pick<ListView, 'kicker' | 'note' | 'feedUrl' | 'section' | 'anchors'>>;
/** Details of a list's own page. */
export type OwnDetails = Partial<Pick<ListView, 'calendar' | 'related' | 'profile' | 'hasOpening' | 'about'>> & {
  /** The article that comes first, on the list's own page. */
  lead?: SiteArticle | undefined;
};

/**
 * Routes of a list. Views are computed on demand: a build of a large site makes few of its pages.
 *
 * @param describe Details of every page of the list; must not depend on anything that changes as the list grows.
 * @param describeOwn Further details of the list's own page.
 */
export function listRoutes<Params extends string>(
  list: NumberedList,
  paramsOf: (page: string | undefined) => Route<Params, unknown>['params'],
  describe: (page: Pick<ListPage, 'number' | 'articles'>) => ViewDetails,
  describeOwn: () => OwnDetails = () => ({}),
): Route<Params, { view: ListView }>[] {
  const { label, url, count } = list;
  const listFields = fingerprint(JSON.stringify([label, url, describe({ articles: [] })]));
  return listPages(list).map((page) => {
    const { number, articles } = page;
    const viewOf = (): ListView => {
      const { lead, ...own } = number === undefined ? describeOwn() : {};
      return {
        ...page,
        articles: lead ? [lead, ...articles.filter((article) => article !== lead)] : articles,
        pager: pagerOf(list, number),
        list: { label, count },
        title: titleOf(list, number),
        ...describe(page),
        ...own,
      };
    };
    return {
      params: paramsOf(pageParam(number)),
      get props() {
        return { view: viewOf() };
      },
      key: () => (number === undefined ? listKey(viewOf()) : numberedPageKey(listFields, number, articles)),
    };
  });
}

function pageParam(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `page/${number}`;
}

function titleOf({ label }: Pick<NumberedList, 'label'>, number: number | undefined): string {
  return number === undefined ? label : `${label}، صفحه ${formatPlainNumber(number)}`;
}
