import type { ReadArticle } from '../article.ts';
import { fingerprint } from '../text/hash.ts';
import type { SiteArticle } from './site.ts';

type ShownInLists = Pick<ReadArticle, 'slug' | 'kicker' | 'title' | 'lead' | 'date' | 'section' | 'image' | 'video'>;

/** Make the key that stands for all that a list shows of an article, besides what the configuration says of sections. */
export function storyKey({ slug, kicker, title, lead, date, section, image, video }: ShownInLists): string {
  return fingerprint(JSON.stringify([slug, kicker, title, lead, date.iso, date.hasTime, section, image, video]));
}

/** Make the key that stands for all that an article's own page and feeds hold of it, without the articles that it leads to. */
export function ownKey({ key, url, tags, authors, source, section }: SiteArticle): string {
  let shown = `${key} ${url}`;
  for (const terms of [tags, authors, section ? [source, section] : [source]])
    for (const term of terms) shown += `\n${term.url} ${term.label}`;
  return fingerprint(shown);
}
