import { type Crumb, archiveCrumbs, latestCrumbs, termCrumbs } from './breadcrumbs.ts';
import { formatGregorianSpan } from './dates.ts';
import { kindLabels, termKinds } from './kind-labels.ts';
import { type LetterGroup, groupByLetter } from './letters.ts';
import { type ListPage, listPages } from './pager.ts';
import { formatPlainNumber } from './persian.ts';
import type { ArchiveMonth, ArchiveYear, NumberedList, Site, SiteArticle, StaticPage, Term, TermKind } from './site.ts';

/** A page to build, as Astro's `getStaticPaths` wants it. Params are unencoded. */
export interface Route<Params extends string, Props> {
  params: Record<Params, string | undefined>;
  props: Props;
}

/** All that one page of a list shows. */
export interface ListView extends ListPage {
  list: NumberedList;
  /** What the list is, above its name: «برچسب». */
  kicker?: string | undefined;
  /** The page's name: the list's, and the page's number if it has one. */
  title: string;
  crumbs: readonly Crumb[];
  /** A few words more on what the list is, below its name. */
  note?: string | undefined;
  /** The list's own feed; the site's stands in for it. */
  feedUrl?: string | undefined;
  /** The slug of the section, if the list is one. */
  section?: string | undefined;
}

/** All that the index of a kind of terms shows. */
export interface KindView {
  kind: TermKind;
  groups: readonly LetterGroup<Term>[];
}

/** List the pages of articles. */
export function articleRoutes(site: Site): Route<'slug', { article: SiteArticle }>[] {
  return site.articles.map((article) => ({ params: { slug: article.slug }, props: { article } }));
}

/** List the pages of «آخرین اخبار». */
export function latestRoutes({ urls, latest }: Site): Route<'page', { view: ListView }>[] {
  return viewsOf(latest, (number) => ({ crumbs: latestCrumbs(urls, latest, number) })).map((view) => ({
    params: { page: pageParam(view.number) },
    props: { view },
  }));
}

/** List the indexes of tags, sections, sources and authors. Sections keep the order of the menu, without letters. */
export function kindRoutes({ terms }: Site): Route<'kind', { view: KindView }>[] {
  return termKinds.map((kind) => {
    const groups = kind === 'sections' ? [{ letter: '', id: 'all', items: terms[kind] }] : groupByLetter(terms[kind]);
    return { params: { kind }, props: { view: { kind, groups } } };
  });
}

/** List the pages of every tag, section, source and author. */
export function termRoutes({ urls, terms }: Site): Route<'kind' | 'slug' | 'page', { view: ListView }>[] {
  return termKinds.flatMap((kind) =>
    terms[kind].flatMap((term) => {
      const views = viewsOf(term, (number) => ({
        kicker: kindLabels[kind].one,
        crumbs: termCrumbs(urls, term, number),
        feedUrl: term.feedUrl,
        section: kind === 'sections' ? term.slug : undefined,
      }));
      return views.map((view) => ({
        params: { kind, slug: term.slug, page: pageParam(view.number) },
        props: { view },
      }));
    }),
  );
}

/** List the pages of the archive's years. */
export function yearRoutes({ archive }: Site): Route<'year', { year: ArchiveYear }>[] {
  return archive.map((year) => ({ params: { year: String(year.year) }, props: { year } }));
}

/** List the pages of the archive's months. */
export function monthRoutes({ urls, archive }: Site): Route<'year' | 'month' | 'page', { view: ListView }>[] {
  return archive.flatMap((year) =>
    year.months.flatMap((month) => {
      const views = viewsOf(month, (number) => ({
        kicker: 'بایگانی',
        note: formatGregorianSpan(month.year, month.month),
        crumbs: archiveCrumbs(urls, year, month, number),
      }));
      return views.map((view) => ({ params: monthParams(month, view.number), props: { view } }));
    }),
  );
}

/** List the pages out of `content/pages`. */
export function staticPageRoutes({ pages }: Site): Route<'page', { page: StaticPage }>[] {
  return pages.map((page) => ({ params: { page: page.slug }, props: { page } }));
}

/** List the old addresses that lead on to new ones. */
export function redirectRoutes({ redirects }: Site): Route<'redirect', { to: string }>[] {
  return redirects.map(({ from, to }) => ({ params: { redirect: from.replace(/^\/+|\/+$/g, '') }, props: { to } }));
}

type ViewDetails = Pick<ListView, 'crumbs'> & Partial<Pick<ListView, 'kicker' | 'note' | 'feedUrl' | 'section'>>;

function viewsOf(list: NumberedList, describe: (number: number | undefined) => ViewDetails): ListView[] {
  return listPages(list).map((page) => ({
    ...page,
    list,
    title: titleOf(list, page.number),
    ...describe(page.number),
  }));
}

function titleOf({ label }: NumberedList, number: number | undefined): string {
  return number === undefined ? label : `${label}، صفحه ${formatPlainNumber(number)}`;
}

function pageParam(number: number | undefined): string | undefined {
  return number === undefined ? undefined : `page/${number}`;
}

function monthParams(
  { year, month }: ArchiveMonth,
  number: number | undefined,
): Record<'year' | 'month' | 'page', string | undefined> {
  return { year: String(year), month: String(month).padStart(2, '0'), page: pageParam(number) };
}
