import type { Site, SiteArticle } from '../site/site.ts';

/**
 * What feed readers recognise an article by, for its whole life: its `id`, or the URL that it had first. A file that is
 * renamed keeps it as long as `aliases` names its old address; the first of these is the oldest.
 */
export function guidOf({ urls }: Pick<Site, 'urls'>, { id, firstUrl }: Pick<SiteArticle, 'id' | 'firstUrl'>): string {
  return id ?? urls.absolute(firstUrl);
}
