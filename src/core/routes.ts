import { type Crumb, archiveCrumbs, latestCrumbs, termCrumbs } from './breadcrumbs.ts';
import { formatGregorianSpan } from './dates.ts';
import { type FeedGroup, listFeeds } from './feed-list.ts';
import { kindLabels, termKinds } from './kind-labels.ts';
import { fingerprint } from './hash.ts';
import { type LetterGroup, groupByLetter } from './letters.ts';
import { articlePageKey, feedKey, listKey, numberedPageKey, opmlKey, sitemapKey, staticPageKey } from './page-keys.ts';
import { type ListPage, listPages } from './pager.ts';
import { formatPlainNumber } from './persian.ts';
import type { ArchiveYear, NumberedList, Site, SiteArticle, StaticPage, Term, TermKind } from './site.ts';
import { type SitemapEntry, sitemapEntries, splitSitemap } from './sitemap.ts';

/** A page to build, as Astro's `getStaticPaths` wants it. Params are unencoded. */
export interface Route<Params extends string, Props> {
  params: Record<Params, string | undefined>;
  props: Props;
  /** Stand for all that the page shows besides its frame; absent where it is simpler to make the page and see. */
  key?: () => string;
}

/** All that one page of a list shows. */
export interface ListView extends ListPage {
  list: Pick<NumberedList, 'label' | 'count'>;
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
  groups: readonly LetterGroup<Pick<Term, 'label' | 'url' | 'count'>>[];
}

/** The pages of a site whose addresses come from its content. */
export interface SiteRoutes {
  article: readonly Route<'slug', { article: SiteArticle }>[];
  latest: readonly Route<'page', { view: ListView }>[];
  /** The indexes of tags, sections, sources and authors. */
  kind: readonly Route<'kind', { view: KindView }>[];
  /** The pages of every tag, section, source and author. */
  term: readonly Route<'kind' | 'slug' | 'page', { view: ListView }>[];
  feed: readonly Route<'kind' | 'slug', { term: Term }>[];
  /** The page of feeds. */
  feeds: readonly Route<never, { groups: readonly FeedGroup[] }>[];
  /** The list of all feeds for feed readers. */
  opml: readonly Route<never, unknown>[];
  year: readonly Route<'year', { year: ArchiveYear }>[];
  month: readonly Route<'year' | 'month' | 'page', { view: ListView }>[];
  staticPage: readonly Route<'page', { page: StaticPage }>[];
  redirect: readonly Route<'redirect', { to: string }>[];
  sitemap: readonly Route<'n', { entries: readonly SitemapEntry[] }>[];
}

/** List the pages of a site, in the same order for the same site. */
export function siteRoutes(site: Site): SiteRoutes {
  return {
    article: site.articles.map((article) => ({
      params: { slug: article.slug },
      props: { article },
      key: () => articlePageKey(article),
    })),
    latest: latestRoutes(site),
    kind: kindRoutes(site),
    term: termRoutes(site),
    feed: Object.values(site.terms)
      .flat()
      .map((term) => ({ params: { kind: term.kind, slug: term.slug }, props: { term }, key: () => feedKey(term) })),
    ...feedListRoutes(site),
    year: site.archive.map((year) => ({ params: { year: String(year.year) }, props: { year } })),
    month: monthRoutes(site),
    staticPage: site.pages.map((page) => ({
      params: { page: page.slug },
      props: { page },
      key: () => staticPageKey(page),
    })),
    redirect: site.redirects.map(({ from, to }) => ({
      params: { redirect: from.replace(/^\/+|\/+$/g, '') },
      props: { to },
      key: () => to,
    })),
    sitemap: splitSitemap(sitemapEntries(site)).map((entries, index) => ({
      params: { n: String(index + 1) },
      props: { entries },
      key: () => sitemapKey(entries),
    })),
  };
}

function latestRoutes({ urls, latest }: Site): SiteRoutes['latest'] {
  return listRoutes(
    latest,
    (page) => ({ page }),
    (number) => ({ crumbs: latestCrumbs(urls, latest, number) }),
  );
}

/** Sections keep the order of the menu, without letters. */
function kindRoutes({ terms }: Site): SiteRoutes['kind'] {
  return termKinds.map((kind) => {
    const groups = kind === 'sections' ? [{ letter: '', id: 'all', items: terms[kind] }] : groupByLetter(terms[kind]);
    return { params: { kind }, props: { view: { kind, groups } } };
  });
}

function termRoutes({ urls, terms }: Site): SiteRoutes['term'] {
  return termKinds.flatMap((kind) =>
    terms[kind].flatMap((term) =>
      listRoutes(
        term,
        (page) => ({ kind, slug: term.slug, page }),
        (number) => ({
          kicker: kindLabels[kind].one,
          crumbs: termCrumbs(urls, term, number),
          feedUrl: term.feedUrl,
          section: kind === 'sections' ? term.slug : undefined,
        }),
      ),
    ),
  );
}

/** They depend on the names of terms, not on articles. */
function feedListRoutes(site: Site): Pick<SiteRoutes, 'feeds' | 'opml'> {
  const groups = listFeeds(site);
  return {
    feeds: [{ params: {}, props: { groups }, key: () => fingerprint(JSON.stringify(groups)) }],
    opml: [{ params: {}, props: {}, key: () => opmlKey(site) }],
  };
}

function monthRoutes({ urls, archive }: Site): SiteRoutes['month'] {
  return archive.flatMap((year) =>
    year.months.flatMap((month) =>
      listRoutes(
        month,
        (page) => ({ year: String(month.year), month: String(month.month).padStart(2, '0'), page }),
        (number) => ({
          kicker: 'بایگانی',
          note: formatGregorianSpan(month.year, month.month),
          crumbs: archiveCrumbs(urls, year, month, number),
        }),
      ),
    ),
  );
}

type ViewDetails = Pick<ListView, 'crumbs'> & Partial<Pick<ListView, 'kicker' | 'note' | 'feedUrl' | 'section'>>;

/** The routes of a list. Of a large site few pages are made at a time, so that views wait until they are asked for. */
function listRoutes<Params extends string>(
  list: NumberedList,
  paramsOf: (page: string | undefined) => Route<Params, unknown>['params'],
  describe: (number: number | undefined) => ViewDetails,
): Route<Params, { view: ListView }>[] {
  const { label, url, count } = list;
  const said = fingerprint(JSON.stringify([label, url, describe(undefined)]));
  return listPages(list).map((page) => {
    const { number, articles } = page;
    const viewOf = (): ListView => ({
      ...page,
      list: { label, count },
      title: titleOf(list, number),
      ...describe(number),
    });
    return {
      params: paramsOf(number === undefined ? undefined : `page/${number}`),
      get props() {
        return { view: viewOf() };
      },
      key: () => (number === undefined ? listKey(viewOf()) : numberedPageKey(said, number, articles)),
    };
  });
}

function titleOf({ label }: NumberedList, number: number | undefined): string {
  return number === undefined ? label : `${label}، صفحه ${formatPlainNumber(number)}`;
}
