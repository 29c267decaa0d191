import { type Crumb, editionCrumbs, siteListCrumbs } from './breadcrumbs.ts';
import { formatDate, toJalaliDay } from '../dates/news-date.ts';
import type { Edition } from '../editions/edition.ts';
import { type ListPage, listPages, type Pager, pagerOf } from '../site/numbered-pages.ts';
import type { Site, SiteArticle, Story } from '../site/site.ts';
import { fingerprint } from '../text/hash.ts';
import { formatPlainNumber } from '../text/persian.ts';
import type { Route } from './route.ts';

/** Everything the page of a day’s edition shows. */
export interface EditionView extends Edition<Story> {
  /** «شمارهٔ یکشنبه ۸ آذر ۱۴۰۵». */
  name: string;
  crumbs: readonly Crumb[];
}

/** Everything a page of the list of editions shows. */
export interface EditionsView extends ListPage<Edition<Story>> {
  /** Title of the page: the list's name, and the page's number if it has one. */
  title: string;
  crumbs: readonly Crumb[];
  pager: Pager;
}

/** Routes of editions and of their list. */
export function editionRoutes({ urls, editions: list }: Site): {
  edition: Route<'year' | 'month' | 'day', { view: EditionView }>[];
  editions: Route<'page', { view: EditionsView }>[];
} {
  if (!list) return { edition: [], editions: [] };
  const pages = listPages(list);
  return {
    edition: pages.flatMap(({ articles }) =>
      articles.map((edition) => {
        const [year, month, day] = toJalaliDay(edition.day).split('/');
        const name = `شمارهٔ ${formatDate(edition.day)}`;
        const view = { ...edition, name, crumbs: editionCrumbs(urls, list, name) };
        return { params: { year, month, day }, props: { view }, key: () => editionKey(view) };
      }),
    ),
    editions: pages.map((page) => {
      const { number } = page;
      const title = number === undefined ? list.label : `${list.label}، صفحه ${formatPlainNumber(number)}`;
      const view = { ...page, title, crumbs: siteListCrumbs(urls, list, number), pager: pagerOf(list, number) };
      return {
        params: { page: number === undefined ? undefined : `page/${number}` },
        props: { view },
        key: () => editionsKey(view),
      };
    }),
  };
}

function editionKey({
  articles,
  ...fields
}: Omit<EditionView, 'articles'> & { articles: readonly SiteArticle[] }): string {
  return fingerprint(JSON.stringify([fields, articles.map(({ cardKey, section }) => [cardKey, section?.label])]));
}

function editionsKey({ articles, ...fields }: EditionsView): string {
  const shown = articles.map(({ day, title, url, articles: [first, ...others] }) => [
    day.iso,
    title,
    url,
    first?.cardKey,
    others.length,
  ]);
  return fingerprint(JSON.stringify([fields, shown]));
}
