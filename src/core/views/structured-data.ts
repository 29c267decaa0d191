import type {
  BreadcrumbList,
  Comment as CommentData,
  CorrectionComment,
  LiveBlogPosting,
  NewsArticle,
  NewsMediaOrganization,
  WebSite,
  WithContext,
} from 'schema-dts';
import { type Correction, isOpinion } from '../article.ts';
import { commentAnchor, commentsUrl } from '../comments/addresses.ts';
import { type Comment, namelessReader } from '../comments/comment.ts';
import type { CommentsView } from './comments-view.ts';
import type { Crumb } from './breadcrumbs.ts';
import { audioObject, imageObject, videoObject } from './media-data.ts';
import { lastChangeOf } from '../site/last-change.ts';
import { iconUrl } from '../brand/icons.ts';
import { listEntries } from '../live/live-entries.ts';
import { truncateText } from '../text/persian.ts';
import { textOfHtml } from './body-html.ts';
import { minutesDuration } from '../content/reading-time.ts';
import type { Frame, SiteArticle } from '../site/site.ts';

/** Structured data of a page for search engines, in the vocabulary of schema.org (JSON-LD 1.1). */
export type StructuredData = WithContext<
  NewsArticle | LiveBlogPosting | BreadcrumbList | NewsMediaOrganization | WebSite
>;

const context = 'https://schema.org';

/** Describe an article by what its page shows: https://schema.org/NewsArticle, or one of its subtypes. */
export function newsArticle(frame: Frame, article: SiteArticle, comments?: CommentsView): WithContext<NewsArticle> {
  const { urls } = frame;
  const { title, lead, date, section, tags, authors, source, image, video, audio, corrections, dateline } = article;
  const publisher = organization(frame);
  return {
    '@context': context,
    '@type': isOpinion(article)
      ? 'OpinionNewsArticle'
      : article.type === 'report'
        ? 'ReportageNewsArticle'
        : 'NewsArticle',
    mainEntityOfPage: urls.absolute(article.url),
    url: urls.absolute(article.url),
    headline: title,
    description: lead,
    inLanguage: 'fa-IR',
    datePublished: date.iso,
    dateModified: lastChangeOf(article).iso,
    isAccessibleForFree: true,
    timeRequired: minutesDuration(article.readingMinutes),
    author:
      authors.length > 0
        ? authors.map(({ label, url }) => ({ '@type': 'Person', name: label, url: urls.absolute(url) }))
        : { '@type': 'Organization', name: source.label, url: source.homepage ?? urls.absolute(source.url) },
    publisher,
    ...(dateline && { dateline }),
    ...(section && { articleSection: section.label }),
    ...(tags.length > 0 && { keywords: tags.map(({ label }) => label) }),
    ...(image && { image: imageObject(frame, image) }),
    ...(video && { video: videoObject(frame, video, article) }),
    ...(audio && { audio: audioObject(frame, audio, article) }),
    ...(corrections.length > 0 && { correction: corrections.map(correctionComment) }),
    ...(comments && discussionData(frame, article, comments)),
    ...(source.label !== frame.config.name && {
      isBasedOn: { '@type': 'CreativeWork', name: source.label, url: source.homepage ?? urls.absolute(source.url) },
    }),
  };
}

/** Number of the entries of live coverage in structured data. */
const describedEntries = 30;

/** Describe live coverage: https://schema.org/LiveBlogPosting. */
export function liveBlogPosting(
  frame: Frame,
  article: SiteArticle,
  comments?: CommentsView,
): WithContext<LiveBlogPosting> {
  const {
    dateline: _ofNews,
    '@type': _news,
    ...data
  } = newsArticle(frame, article, comments) as Exclude<NewsArticle, string>;
  const { live, date, body, url } = article;
  const address = frame.urls.absolute(url);
  const entries = listEntries(body.html).slice(0, describedEntries);
  return {
    ...(data as Omit<Exclude<LiveBlogPosting, string>, '@type'>),
    '@context': context,
    '@type': 'LiveBlogPosting',
    coverageStartTime: (live?.from ?? date).iso,
    ...(live?.to && { coverageEndTime: live.to.iso }),
    liveBlogUpdate: entries.map(({ id, at, title, html }) => {
      const [headline, articleBody] = [textOfHtml(title), textOfHtml(html)];
      return {
        '@type': 'BlogPosting',
        headline: headline || truncateText(articleBody, 110),
        datePublished: at,
        url: `${address}#${id}`,
        ...(articleBody !== '' && { articleBody }),
      };
    }),
  };
}

/** Maximum number of comments in structured data. */
const describedComments = 20;

function discussionData(
  frame: Frame,
  article: SiteArticle,
  { count, threads }: CommentsView,
): Pick<Exclude<NewsArticle, string>, 'commentCount' | 'discussionUrl' | 'comment'> {
  const { urls } = frame;
  const shown = threads
    .flatMap(({ top, replies }) => [top, ...replies])
    .filter(({ removed }) => !removed)
    .slice(0, describedComments);
  return {
    commentCount: count ?? 0,
    discussionUrl: urls.absolute(commentsUrl(urls, article)),
    ...(shown.length > 0 && { comment: shown.map((comment) => commentData(frame, article, comment)) }),
  };
}

function commentData(frame: Frame, { url }: SiteArticle, comment: Comment): CommentData {
  const { at, name = namelessReader, text, by } = comment;
  return {
    '@type': 'Comment',
    url: frame.urls.absolute(`${url}#${commentAnchor(comment)}`),
    datePublished: at,
    author: by === undefined ? { '@type': 'Person', name } : organization(frame),
    text,
  };
}

/** Describe the breadcrumbs of a page: https://schema.org/BreadcrumbList. @param url Path of the page itself. */
export function breadcrumbList({ urls }: Frame, crumbs: readonly Crumb[], url: string): WithContext<BreadcrumbList> {
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.label,
      item: urls.absolute(crumb.url ?? url),
    })),
  };
}

/** Describe the newspaper: https://schema.org/NewsMediaOrganization. */
export function newsOrganization(frame: Frame): WithContext<NewsMediaOrganization> {
  const { config } = frame;
  return {
    '@context': context,
    ...organization(frame),
    description: config.description,
    ...(config.profiles.length > 0 && { sameAs: config.profiles }),
  };
}

/** Describe the site and its search: https://schema.org/WebSite. */
export function webSite({ config, urls }: Frame): WithContext<WebSite> {
  const search = `${urls.absolute(urls.page('search'))}?q={search_term_string}`;
  const action = {
    '@type': 'SearchAction',
    target: search,
    'query-input': 'required name=search_term_string',
  } as const;
  return {
    '@context': context,
    '@type': 'WebSite',
    name: config.name,
    url: urls.absolute(urls.page()),
    inLanguage: 'fa-IR',
    potentialAction: action,
  };
}

/**
 * Serialize data for a `<script type="application/ld+json">`. No text in it can end the script or open a comment (HTML,
 * section «Restrictions for contents of script elements»).
 */
export function writeJsonLd(data: StructuredData): string {
  return JSON.stringify(data).replace(/[<\u2028\u2029]/g, (character) => `\\u${hex(character)}`);
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}

function organization({ config, urls }: Frame): Exclude<NewsMediaOrganization, string> {
  return {
    '@type': 'NewsMediaOrganization',
    name: config.name,
    url: urls.absolute(urls.page()),
    logo: urls.absolute(iconUrl(config, urls).url),
  };
}

function correctionComment({ date, text }: Correction): CorrectionComment {
  return { '@type': 'CorrectionComment', datePublished: date.iso, text };
}
