import rss from '@astrojs/rss';
import { getCollection, type CollectionEntry } from 'astro:content';
import { findRelated, groupByTag, sizes } from '../shared/newsroom.js';

export type Article = CollectionEntry<'articles'>;

export const site = { name: 'روزنامه', description: 'خبرهای ایران و جهان' };

/** Articles, newest first; their tags; and related articles: read and computed once. */
export const articles = (await getCollection('articles')).toSorted(
  (a, b) => b.data.date.valueOf() - a.data.date.valueOf(),
);
export const terms = groupByTag(articles, ({ data }: Article) => data.tags);
export const related = findRelated(terms);

const dates = new Intl.DateTimeFormat('fa-IR', { dateStyle: 'long', timeZone: 'Asia/Tehran' });

export function persianDate(date: Date): string {
  return dates.format(date);
}

/** Write a feed of the newest articles of `list`. */
export function feedOf(title: string, path: string, list: Article[]): Promise<Response> {
  return rss({
    title,
    description: title,
    site: new URL(path, 'https://example.com'),
    customData: '<language>fa-IR</language>',
    items: list.slice(0, sizes.feed).map(({ id, data, rendered }) => ({
      title: data.title,
      link: `https://example.com/news/${id}/`,
      pubDate: data.date,
      description: data.lead ?? data.summary,
      categories: data.tags,
      content: rendered?.html,
    })),
  });
}
