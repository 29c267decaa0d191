import { isOpinion, type ReadArticle } from '../article.ts';
import { fingerprint } from '../text/hash.ts';
import type { ListedField, SiteArticle } from './site.ts';

type ShownInLists = Pick<ReadArticle, ListedField | 'authors'>;

/** Fingerprint of what lists show of an article. Section names come from the configuration and are not included. */
export function cardKey(article: ShownInLists): string {
  const { slug, kicker, title, lead, date, section, image, video, hasAudio, type, label, authors } = article;
  const byline = isOpinion(article) ? authors[0] : undefined;
  return fingerprint(
    JSON.stringify([
      slug,
      kicker,
      title,
      lead,
      date.iso,
      date.hasTime,
      section,
      image,
      video,
      type,
      label,
      byline,
      hasAudio,
    ]),
  );
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
