import { namesOf } from '../../core/search/article.ts';
import type { SiteArticle } from '../../core/site/site.ts';
import { digestOf } from '../cache/digest.ts';

/** Make the mark of a file: it need only differ from those of the same file in other builds. */
export function markOf(data: string | Uint8Array): string {
  return digestOf(data).slice(0, 8);
}

/** Stand for all that is searched and shown of an article. */
export function searchKey(article: SiteArticle): string {
  return digestOf(`${article.key}\0${article.date.iso}\0${namesOf(article)}`);
}
