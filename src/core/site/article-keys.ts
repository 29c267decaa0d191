import type { ReadArticle } from '../article.ts';
import { fingerprint } from '../text/hash.ts';
import type { SiteArticle } from './site.ts';

type ShownInLists = Pick<ReadArticle, 'slug' | 'kicker' | 'title' | 'lead' | 'date' | 'section' | 'image' | 'video'>;

/** Fingerprint of what lists show of an article. Section names come from the configuration and are not included. */
export function cardKey({ slug, kicker, title, lead, date, section, image, video }: ShownInLists): string {
  return fingerprint(JSON.stringify([slug, kicker, title, lead, date.iso, date.hasTime, section, image, video]));
}

/**
 * Fingerprint of what feeds contain of an article: its whole content and its terms, without the articles it links to.
 */
export function feedKey({ contentKey, url, firstUrl, tags, authors, source, section }: SiteArticle): string {
  let shown = `${contentKey} ${url} ${firstUrl}`;
  for (const terms of [tags, authors, section ? [source, section] : [source]])
    for (const term of terms) shown += `\n${term.url} ${term.label}`;
  return fingerprint(shown);
}
