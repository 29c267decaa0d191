import type { Site, SiteArticle } from '../site/site.ts';

/**
 * Return the identifier by which feed readers recognise an article, for its whole life: its `id`, or else its first
 * URL. A renamed file keeps it as long as `aliases` lists its old addresses, the oldest first.
 */
export function guidOf({ urls }: Pick<Site, 'urls'>, { id, firstUrl }: Pick<SiteArticle, 'id' | 'firstUrl'>): string {
  return id ?? urls.absolute(firstUrl);
}
