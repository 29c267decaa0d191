import { archiveCrumbs, siteListCrumbs, termCrumbs } from './breadcrumbs.ts';
import { recentlyDiscussed } from '../feeds/comments-feed.ts';
import { editionRoutes, type EditionsView, type EditionView } from './editions-view.ts';
import { formatGregorianSpan } from '../dates/news-date.ts';
import { podcastEpisodes } from '../feeds/podcast.ts';
import { type FeedGroup, listFeeds } from '../feeds/feed-list.ts';
import { kindLabels, termKinds } from '../site/terms.ts';
import { type CommentFrame, commentFrameRoutes, type CommentsPage, commentsRoutes } from './comments-view.ts';
import { groupByLetter } from './letter-groups.ts';
import { correctionsRoutes, listRoutes, type OwnDetails } from './list-routes.ts';
import { type CorrectionsView } from './views.ts';
import { type ListView } from './views.ts';
import { dayAnchors, monthCalendar } from './month-calendar.ts';
import { fingerprint } from '../text/hash.ts';
import {
  articlePageKey,
  commentsFeedKey,
  liveKey,
  termFeedKey,
  opmlKey,
  podcastKey,
  popularKey,
  sitemapKey,
  staticPageKey,
} from './page-keys.ts';
import { commonTags, relatedTags } from './related-tags.ts';
import type { Route } from './route.ts';
import { type IndexedTerm, type IndexGroup, indexTags } from './tag-index.ts';
import { queryPaths } from '../site/redirects.ts';
import type { ArchiveYear, OldLookup, Site, SiteArticle, StaticPage, Term, TermKind } from '../site/site.ts';
import { type SitemapEntry, sitemapEntries, splitSitemap } from '../feeds/sitemap.ts';

/** Everything the index of a kind of term shows. */
export interface KindView {
  kind: TermKind;
  /** The most used tags; empty for other kinds, and where the index is short. */
  frequent: readonly IndexedTerm[];
  groups: readonly IndexGroup[];
}

/** The routes of all pages whose addresses come from the content. */
export interface SiteRoutes {
  article: readonly Route<'slug', { article: SiteArticle }>[];
  /** Numbered pages of comments. These three are empty where the site has no comments. */
  comments: readonly Route<'slug' | 'n', { page: CommentsPage }>[];
  commentFrame: readonly Route<'frame', { frame: CommentFrame }>[];
  commentFeed: readonly Route<'feed', unknown>[];
  latest: readonly Route<'page', { view: ListView }>[];
  /** Indexes of tags, sections, sources and authors. */
  kind: readonly Route<'kind', { view: KindView }>[];
  /** Pages of every tag, section, source and author. */
  term: readonly Route<'kind' | 'slug' | 'page', { view: ListView }>[];
  feed: readonly Route<'kind' | 'slug', { term: Term }>[];
  /** Page of feeds. */
  feeds: readonly Route<never, { groups: readonly FeedGroup[] }>[];
  /** List of all feeds for feed readers. */
  opml: readonly Route<never, unknown>[];
  year: readonly Route<'year', { year: ArchiveYear }>[];
  month: readonly Route<'year' | 'month' | 'page', { view: ListView }>[];
  corrections: readonly Route<'page', { view: CorrectionsView }>[];
  /** The days’ editions and their list; empty if there are none. */
  edition: readonly Route<'year' | 'month' | 'day', { view: EditionView }>[];
  editions: readonly Route<'page', { view: EditionsView }>[];
  /** Fragment with the most read articles; none without a list. */
  popular: readonly Route<never, unknown>[];
  /** Feed of the podcast, if the newspaper has one. */
  podcast: readonly Route<never, unknown>[];
  /** Fragments with the entries of live coverage, while it goes on. */
  live: readonly Route<'slug', { article: SiteArticle }>[];
  /** Page for readers without a network. */
  offline: readonly Route<never, unknown>[];
  staticPage: readonly Route<'page', { page: StaticPage }>[];
  redirect: readonly Route<'redirect', { to: string; lookup: OldLookup | undefined }>[];
  sitemap: readonly Route<'n', { entries: readonly SitemapEntry[] }>[];
}

/**
 * List the routes of a site, in deterministic order.
 *
 * @param ownPages Paths of the newsroom's own pages, which only the sitemaps list: `/about-us/`.
 */
export function siteRoutes(site: Site, ownPages: readonly string[] = []): SiteRoutes {
  return {
    article: site.articles.map((article) => ({
      params: { slug: article.slug },
      props: { article },
      key: () => articlePageKey(article),
    })),
    comments: commentsRoutes(site),
    commentFrame: commentFrameRoutes(site),
    commentFeed: commentFeedRoutes(site),
    latest: latestRoutes(site),
    kind: kindRoutes(site),
    term: termRoutes(site),
    feed: Object.values(site.terms)
      .flat()
      .map((term) => ({ params: { kind: term.kind, slug: term.slug }, props: { term }, key: () => termFeedKey(term) })),
    ...feedListRoutes(site),
    year: site.archive.map((year) => ({ params: { year: String(year.year) }, props: { year } })),
    month: monthRoutes(site),
    corrections: correctionsRoutes(site),
    ...editionRoutes(site),
    popular: site.hasPopular ? [{ params: {}, props: {}, key: () => popularKey(site.popular) }] : [],
    podcast: site.config.podcast ? [{ params: {}, props: {}, key: () => podcastKey(podcastEpisodes(site)) }] : [],
    live: site.articles
      .filter(({ isLive }) => isLive)
      .map((article) => ({ params: { slug: article.slug }, props: { article }, key: () => liveKey(article) })),
    // It depends on the device only, not on the content.
    offline: site.config.offline ? [{ params: {}, props: {}, key: () => 'offline' }] : [],
    staticPage: site.pages.map((page) => ({
      params: { page: page.slug },
      props: { page },
      key: () => staticPageKey(page),
    })),
    redirect: redirectRoutes(site),
    sitemap: splitSitemap([...sitemapEntries(site), ...ownPages.map((path) => ownEntry(site, path))]).map(
      (entries, index) => ({
        params: { n: String(index + 1) },
        props: { entries },
        key: () => sitemapKey(entries),
      }),
    ),
  };
}

function commentFeedRoutes(site: Site): SiteRoutes['commentFeed'] {
  if (!site.config.comments) return [];
  return [{ params: { feed: 'comments' }, props: {}, key: () => commentsFeedKey(recentlyDiscussed(site)) }];
}

/** Routes of the pages at old paths. The old paths of feeds have copies of the feeds instead. */
function redirectRoutes({ redirects, oldQueries }: Site): SiteRoutes['redirect'] {
  const hasQueries = oldQueries ? queryPaths(oldQueries.redirects) : () => false;
  return redirects
    .filter(({ copy }) => copy === undefined)
    .map(({ from, to }) => {
      const lookup = hasQueries(from) ? oldQueries?.lookup : undefined;
      return {
        params: { redirect: from.replace(/^\/+|\/+$/g, '') },
        props: { to, lookup },
        key: () => (lookup ? `${to} ${JSON.stringify(lookup)}` : to),
      };
    });
}

function ownEntry({ urls }: Site, path: string): SitemapEntry {
  return { url: urls.absolute(urls.base + path.split('/').map(encodeURIComponent).join('/')) };
}

function latestRoutes({ urls, latest }: Site): SiteRoutes['latest'] {
  return listRoutes(
    latest,
    (page) => ({ page }),
    ({ number }) => ({ crumbs: siteListCrumbs(urls, latest, number) }),
  );
}

/** Routes of the indexes. Sections keep the order of the menu, without letters. */
function kindRoutes({ terms }: Site): SiteRoutes['kind'] {
  return termKinds.map((kind) => {
    if (kind === 'tags') return { params: { kind }, props: { view: { kind, ...indexTags(terms.tags) } } };
    const groups = kind === 'sections' ? [{ letter: '', id: 'all', items: terms[kind] }] : groupByLetter(terms[kind]);
    const whole = groups.map((group): IndexGroup => ({ ...group, rare: [] }));
    return { params: { kind }, props: { view: { kind, frequent: [], groups: whole } } };
  });
}

function termRoutes({ urls, terms }: Site): SiteRoutes['term'] {
  const counts = new Map(terms.tags.map(({ url, count }) => [url, count]));
  return termKinds.flatMap((kind) =>
    terms[kind].flatMap((term) =>
      listRoutes(
        term,
        (page) => ({ kind, slug: term.slug, page }),
        ({ number }) => ({
          kicker: kindLabels[kind].one,
          crumbs: termCrumbs(urls, term, number),
          feedUrl: term.feedUrl,
          section: kind === 'sections' ? term.slug : undefined,
        }),
        () => describeTerm(term, counts),
      ),
    ),
  );
}

/** Details of the own page of a term. */
function describeTerm(term: Term, counts: ReadonlyMap<string, number>): OwnDetails {
  const { text, lead } = term;
  const own = { lead, ...(text && { about: { title: text.title, image: text.image, html: text.html } }) };
  if (term.kind === 'sections')
    return { ...own, related: commonTags(term), hasOpening: term.count >= fewestForOpening };
  if (term.kind === 'tags') {
    return { ...own, related: relatedTags(term, counts), hasOpening: lead !== undefined || term.count >= manyArticles };
  }
  return { profile: term.profile };
}

/** Fewest articles of a section, and of a tag, whose page opens with a lead and four cards. */
const [fewestForOpening, manyArticles] = [6, 12];

/** Routes of the lists of feeds. They depend on the names of terms, not on articles. */
function feedListRoutes(site: Site): Pick<SiteRoutes, 'feeds' | 'opml'> {
  const groups = listFeeds(site);
  return {
    feeds: [{ params: {}, props: { groups }, key: () => fingerprint(JSON.stringify(groups)) }],
    opml: [{ params: {}, props: {}, key: () => opmlKey(site) }],
  };
}

function monthRoutes({ urls, archive }: Site): SiteRoutes['month'] {
  const months = archive.flatMap((year) => year.months.map((month) => ({ year, month })));
  return months.flatMap(({ year, month }, index) =>
    listRoutes(
      month,
      (page) => ({ year: String(month.year), month: String(month.month).padStart(2, '0'), page }),
      ({ number, articles }) => ({
        kicker: 'بایگانی',
        note: formatGregorianSpan(month.year, month.month),
        crumbs: archiveCrumbs(urls, year, month, number),
        anchors: dayAnchors(articles),
      }),
      () => ({ calendar: monthCalendar(month, months[index + 1]?.month, months[index - 1]?.month) }),
    ),
  );
}
