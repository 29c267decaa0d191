import { siteListCrumbs } from './breadcrumbs.ts';
import { fingerprint } from '../text/hash.ts';
import { correctionsKey, listKey, numberedPageKey } from './page-keys.ts';
import { type ListPage, listPages, pagerOf } from '../site/pager.ts';
import { formatPlainNumber } from '../text/persian.ts';
import type { Route } from './route.ts';
import type { NumberedList, Site } from '../site/site.ts';
import type { CorrectionsView, ListView } from './views.ts';

/** The routes of «اصلاحیه‌ها». */
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
type OwnDetails = Partial<Pick<ListView, 'calendar' | 'related' | 'profile'>>;

/**
 * The routes of a list. Of a large site few pages are made at a time, so that views wait until they are asked for.
 *
 * @param describe What every page of the list says; it may depend on nothing that changes when the list grows.
 * @param describeOwn What the list's own page says besides.
 */
export function listRoutes<Params extends string>(
  list: NumberedList,
  paramsOf: (page: string | undefined) => Route<Params, unknown>['params'],
  describe: (page: Pick<ListPage, 'number' | 'articles'>) => ViewDetails,
  describeOwn: () => OwnDetails = () => ({}),
): Route<Params, { view: ListView }>[] {
  const { label, url, count } = list;
  const said = fingerprint(JSON.stringify([label, url, describe({ articles: [] })]));
  return listPages(list).map((page) => {
    const { number, articles } = page;
    const viewOf = (): ListView => ({
      ...page,
      pager: pagerOf(list, number),
      list: { label, count },
      title: titleOf(list, number),
      ...describe(page),
      ...(number === undefined && describeOwn()),
    });
    return {
      params: paramsOf(pageParam(number)),
      get props() {
        return { view: viewOf() };
      },
      key: () => (number === undefined ? listKey(viewOf()) : numberedPageKey(said, number, articles)),
    };
  });
}

function pageParam(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `page/${number}`;
}

function titleOf({ label }: Pick<NumberedList, 'label'>, number: number | undefined): string {
  return number === undefined ? label : `${label}، صفحه ${formatPlainNumber(number)}`;
}
