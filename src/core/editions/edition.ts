import type { ArticleLink } from '../article.ts';
import type { NewsDate } from '../dates/news-date.ts';
import type { Problem } from '../problems/problem.ts';
import { toJalaliDay } from '../dates/news-date.ts';
import type { Urls } from '../urls.ts';

/** Name of the folder of a content folder with a file for each edition, and of its pages’ folder. */
export const editionsFolder = 'editions';

/** Readers’ name of the list of editions. */
export const editionsLabel = 'شماره‌های روزانه';

/** A day’s edition as its file describes it: what was sent that day, in this order. */
export interface EditionFile {
  /** Path shown in problems. */
  file: string;
  day: NewsDate;
  /** Subject of the letter, if it is not the headline of its first article. */
  title?: string | undefined;
  /** Words of the editor before the articles. */
  text?: string | undefined;
  articles: readonly ArticleLink[];
}

/** An edition with its articles. */
export interface Edition<Item> {
  day: NewsDate;
  /** Path of its page. */
  url: string;
  title?: string | undefined;
  text?: string | undefined;
  /** Those that are on the site. */
  articles: readonly Item[];
}

/** What an edition needs to know of an article, to find it under an earlier name too. */
interface Named {
  slug: string;
  aliases: readonly { path: string }[];
}

/**
 * Place the editions of a site, newest first; those of later days wait.
 *
 * @param articles The articles on the site.
 * @param published The same articles as parsed, in the same order.
 * @param now Milliseconds since 1970-01-01T00:00Z.
 */
export function placeEditions<Item>(
  files: readonly EditionFile[],
  articles: readonly Item[],
  published: readonly Named[],
  urls: Urls,
  now: number,
): Edition<Item>[] {
  if (files.length === 0) return [];
  const find = createFinder(published);
  return files
    .filter(({ day }) => day.epoch <= now)
    .toSorted((a, b) => b.day.epoch - a.day.epoch)
    .map(({ day, title, text, articles: links }) => {
      const positions = new Set(links.flatMap(({ slug }) => find(slug) ?? []));
      return { day, url: editionUrl(urls, day), title, text, articles: [...positions].map((each) => articles[each]!) };
    });
}

/** Find articles of editions that are not on the site (any more): their pages leave them out. */
export function findGoneArticles(files: readonly EditionFile[], published: readonly Named[]): Problem[] {
  if (files.length === 0) return [];
  const find = createFinder(published);
  return files.flatMap(({ file, articles }) =>
    articles
      .filter(({ slug }) => find(slug) === undefined)
      .map(({ slug, line, column }) => ({ id: 'edition-gone', file, line, column, values: { slug } })),
  );
}

/** Path of the page of an edition. @example editionUrl(urls, day) // '/editions/1405/09/08/' */
export function editionUrl(urls: Urls, day: NewsDate): string {
  return urls.page(editionsFolder, ...toJalaliDay(day).split('/'));
}

/** File name of an edition. @example editionName(day) // '1405-09-08.yml' */
export function editionName(day: NewsDate): string {
  return `${toJalaliDay(day).replaceAll('/', '-')}.yml`;
}

function createFinder(published: readonly Named[]): (slug: string) => number | undefined {
  const positions = new Map<string, number>();
  for (const [position, { aliases }] of published.entries()) {
    for (const { path } of aliases) {
      const [, slug] = /^\/news\/([^/]+)\/?$/.exec(path) ?? [];
      if (slug !== undefined) positions.set(slug, position);
    }
  }
  for (const [position, { slug }] of published.entries()) positions.set(slug, position);
  return (slug) => positions.get(slug);
}

/** Find a page of `content/pages` at the address of the editions. */
export function findEditionsPages(pages: readonly { slug: string; file: string }[]): Problem[] {
  return pages
    .filter(({ slug }) => slug === editionsFolder)
    .map(({ slug, file }) => ({ id: 'page-reserved', file, line: 1, column: 1, values: { slug } }));
}
