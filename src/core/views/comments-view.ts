import { articleCrumbs, type Crumb } from './breadcrumbs.ts';
import { formatPlainNumber } from '../text/persian.ts';
import { pagesOf, type Thread, threadsOf } from '../comments/threads.ts';
import { commentsUrl } from '../comments/addresses.ts';
import type { Discussion } from '../comments/discussion.ts';
import type { Site, SiteArticle } from '../site/site.ts';
import { commentsOf } from '../config/comments.ts';
import { commentsPageKey } from './page-keys.ts';
import type { Route } from './route.ts';

/** What a page shows of an article’s discussion: one page of its threads, and links to the others. */
export interface CommentsView {
  slug: string;
  state: Discussion['state'];
  /** Number of comments on all pages; known on the article’s own page only, so that the others do not change with it. */
  count?: number | undefined;
  threads: readonly Thread[];
  /** Pages of older and newer comments, and the newest of all, which the article’s own page knows. */
  older?: string | undefined;
  newer?: string | undefined;
  newest?: string | undefined;
}

/** Id of the form for a comment, which the buttons to reply belong to. */
export const commentFormId = 'comment-form';

/** Everything that a numbered page of comments shows. */
export interface CommentsPage {
  article: Pick<SiteArticle, 'slug' | 'url' | 'title' | 'section'>;
  number: number;
  url: string;
  title: string;
  crumbs: readonly Crumb[];
  /** Reads the texts. */
  view(): CommentsView;
}

/** Return what an article’s own page shows of its discussion; `undefined` if it has none. Reads the texts. */
export function articleComments(
  { config, urls }: Pick<Site, 'config' | 'urls'>,
  article: SiteArticle,
): CommentsView | undefined {
  const { discussion, slug } = article;
  const settings = commentsOf(config);
  if (!discussion || !settings) return undefined;
  const { state, count, pages } = discussion;
  return {
    slug,
    state,
    count,
    threads: threadsOnPage(discussion, settings.page, 1),
    newer: pages.length > 1 ? commentsUrl(urls, article, 2) : undefined,
    newest: pages.length > 2 ? commentsUrl(urls, article, pages.length) : undefined,
  };
}

function threadsOnPage(discussion: Discussion, size: number, number: number): readonly Thread[] {
  if (discussion.pages.length < number) return [];
  return pagesOf(threadsOf(discussion.read()), size)[number - 1] ?? [];
}

/** Routes of the numbered pages of comments. The articles’ own pages show the first ones. */
export function commentsRoutes({ config, urls, articles }: Site): Route<'slug' | 'n', { page: CommentsPage }>[] {
  const settings = commentsOf(config);
  if (!settings) return [];
  return articles.flatMap((article) => {
    const { discussion } = article;
    if (!discussion || discussion.pages.length < 2) return [];
    return discussion.pages.slice(1).map((_, index) => {
      const number = index + 2;
      const page: CommentsPage = {
        article,
        number,
        url: commentsUrl(urls, article, number),
        title: `نظرها درباره «${article.title}»، صفحه ${formatPlainNumber(number)}`,
        crumbs: [
          ...articleCrumbs(urls, article),
          { label: article.title, url: article.url },
          { label: `نظرها، صفحه ${formatPlainNumber(number)}` },
        ],
        view: () => ({
          slug: article.slug,
          state: discussion.state,
          threads: threadsOnPage(discussion, settings.page, number),
          older: commentsUrl(urls, article, number - 1),
          newer: number < discussion.pages.length ? commentsUrl(urls, article, number + 1) : undefined,
        }),
      };
      return {
        params: { slug: article.slug, n: String(number) },
        props: { page },
        key: () => commentsPageKey(article, discussion, number),
      };
    });
  });
}

/** The pages beside those of comments: thanks for a comment, the frame that the service fills, and what servers answer without it. */
export const commentFrames = ['thanks', 'shell', 'busy'] as const;

/** Routes of {@link commentFrames}. They show the frame of the site only. */
export function commentFrameRoutes({ config }: Pick<Site, 'config'>): Route<'frame', { frame: CommentFrame }>[] {
  if (!config.comments) return [];
  return commentFrames.map((frame) => ({ params: { frame }, props: { frame }, key: () => frame }));
}

/** One of {@link commentFrames}. */
export type CommentFrame = (typeof commentFrames)[number];
