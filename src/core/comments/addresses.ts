import type { Urls } from '../urls.ts';

/** Id of the section with comments; the address of a discussion ends with it. */
export const commentsAnchor = 'comments';

/**
 * Path of a page of an article’s comments. The first page is the article itself.
 *
 * @param number From 1.
 * @example commentsUrl(urls, article, 2) // '/news/metro/comments/2/'
 */
export function commentsUrl(urls: Urls, { slug, url }: { slug: string; url: string }, number = 1): string {
  return number === 1 ? `${url}#${commentsAnchor}` : urls.page('news', slug, 'comments', String(number));
}

/** Id of the element of a comment. */
export function commentAnchor({ id }: { id: string }): string {
  return `c-${id}`;
}

/** Return whether feeds name the discussion of an article. It does not depend on comments or time, so items never change. */
export function hasDiscussion(
  { config }: { config: { comments?: unknown } },
  { areCommentsOff }: { areCommentsOff?: true | undefined },
): boolean {
  return config.comments !== undefined && !areCommentsOff;
}

/** Path of the feed of comments. */
export function commentsFeedUrl(urls: Urls): string {
  return urls.file('feeds', 'comments.xml');
}

/**
 * List the addresses that a site with comments and its service use, so that no old address takes one of them.
 *
 * @param articles With the pages of their comments.
 */
export function commentAddresses(
  { comments }: { comments?: unknown },
  urls: Urls,
  articles: readonly { slug: string; url: string; discussion?: { pages: readonly unknown[] } | undefined }[],
): { url: string }[] {
  if (comments === undefined) return [];
  const numbered = articles.flatMap((article) =>
    (article.discussion?.pages ?? []).slice(1).map((_, index) => ({ url: commentsUrl(urls, article, index + 2) })),
  );
  const names = ['thanks', 'shell', 'busy', 'open.txt', 'token', 'export', 'desk', 'health'];
  const fixed = [['comments'], ...names.map((name) => ['comments', name])];
  return [...numbered, ...fixed.map((path) => ({ url: urls.page(...path) }))];
}
