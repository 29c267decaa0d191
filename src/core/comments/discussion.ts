import { commentsOf, type CommentsSettings } from '../config/comments.ts';
import type { NewsDate } from '../dates/news-date.ts';
import { recentTest } from '../dates/recent-months.ts';
import type { Problem } from '../problems/problem.ts';
import { quoteValue } from '../problems/problem.ts';
import type { Comment } from './comment.ts';
import type { CommentSummary } from './threads.ts';

/** A file of `content/comments`. Builds keep a summary, and read the texts only for the pages that show them. */
export interface CommentFile extends CommentSummary {
  /** Slug of the article, from the file’s name. */
  slug: string;
  /** Path for messages. */
  file: string;
  read(): readonly Comment[];
}

/** The discussion of an article (تبادل نظر), where its page shows one. */
export interface Discussion extends CommentSummary {
  /** Whether readers can comment; if not, whether the deadline has passed or comments are disabled. */
  state: 'open' | 'ended' | 'off';
  read(): readonly Comment[];
}

interface Discussed {
  slug: string;
  date: NewsDate;
  areCommentsOff?: true | undefined;
}

/**
 * Create the function that finds the discussion of an article: `undefined` where there is neither a comment nor a form.
 *
 * @param newest Date of the newest published article.
 */
export function discussionFinder(
  config: { comments?: CommentsSettings | undefined },
  newest: NewsDate | undefined,
  files: readonly CommentFile[] = [],
): (article: Discussed) => Discussion | undefined {
  const settings = commentsOf(config);
  if (!settings) return () => undefined;
  const isRecent = recentTest(newest, settings.days);
  const bySlug = new Map(files.map((file) => [file.slug, file]));
  return ({ slug, date, areCommentsOff }) => {
    const state = areCommentsOff ? 'off' : isRecent(date) ? 'open' : 'ended';
    const found = bySlug.get(slug);
    if (state !== 'open' && !found?.count) return undefined;
    const { count, pages, newest: last, read } = found ?? empty;
    return { state, count, pages, newest: last, read };
  };
}

const empty = { count: 0, pages: [], newest: 0, read: (): readonly Comment[] => [] };

/** Warn about comments whose article does not exist. Those of drafts and of articles with problems wait for them. */
export function findOrphans(
  files: readonly Pick<CommentFile, 'slug' | 'file'>[],
  known: readonly { kind: string; slug: string }[],
): Problem[] {
  if (files.length === 0) return [];
  const slugs = new Set(known.filter(({ kind }) => kind === 'article').map(({ slug }) => slug));
  return files
    .filter(({ slug }) => !slugs.has(slug))
    .map(({ slug, file }) => ({ id: 'comments-orphan', file, line: 1, column: 1, values: { slug: quoteValue(slug) } }));
}

/** List the slugs of the articles that take comments, one a line, for the service: the file `/comments/open.txt`. */
export function writeOpenList(articles: readonly { slug: string; discussion?: Discussion | undefined }[]): string {
  const open = articles.filter(({ discussion }) => discussion?.state === 'open').map(({ slug }) => slug);
  return open
    .toSorted()
    .map((slug) => `${slug}\n`)
    .join('');
}

/** Find the page of `content/pages` that has the address of the service. */
export function findTakenPages(
  { comments }: { comments?: CommentsSettings | undefined },
  pages: readonly { slug: string; file: string }[],
): Problem[] {
  if (!comments) return [];
  return pages
    .filter(({ slug }) => slug === 'comments')
    .map(({ slug, file }) => ({ id: 'page-reserved', file, line: 1, column: 1, values: { slug } }));
}
