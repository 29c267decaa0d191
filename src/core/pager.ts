import type { NumberedList, SiteArticle, Story } from './site.ts';

/** The ways on from one page of a list. */
export interface Pager {
  /** The list's own page, which holds its newest articles; absent there. */
  newest?: string | undefined;
  /** The page with the articles just after these. */
  newer?: string | undefined;
  /** The page with the articles just before these. */
  older?: string | undefined;
}

/** One page of a list: the list's own (`number` is undefined) or a numbered one. */
export interface ListPage<Shown extends Story = Story> {
  number?: number | undefined;
  /** The path of this page. */
  url: string;
  articles: readonly Shown[];
  pager: Pager;
}

/**
 * Write the path of a numbered page.
 *
 * @example numberedUrl('/tags/x/', 3) // '/tags/x/page/3/'
 */
export function numberedUrl(listUrl: string, number: number): string {
  return `${listUrl}page/${number}/`;
}

/**
 * Lay out the pages of a list: its own page, then page 1, 2 and so on. A numbered page says nothing that changes when
 * the list grows, so its way to newer articles is always the next number; where that page is not full yet, a redirect
 * of the site leads on to the list itself.
 */
export function listPages(list: NumberedList): ListPage<SiteArticle>[] {
  const own: ListPage<SiteArticle> = {
    url: list.url,
    articles: list.newest,
    pager: { older: olderUrl(list.url, list.pages.length) },
  };
  return [own, ...list.pages.map((articles, index) => numberedPage(list.url, index + 1, articles))];
}

function numberedPage(listUrl: string, number: number, articles: readonly SiteArticle[]): ListPage<SiteArticle> {
  const pager = { newest: listUrl, newer: numberedUrl(listUrl, number + 1), older: olderUrl(listUrl, number - 1) };
  return { number, url: numberedUrl(listUrl, number), articles, pager };
}

function olderUrl(listUrl: string, number: number): string | undefined {
  return number > 0 ? numberedUrl(listUrl, number) : undefined;
}
