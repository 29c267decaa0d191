import type { SiteArticle } from '../site/site.ts';

/**
 * Mark the paragraph that opens an article's body as its lead, where the article has no lead of its own.
 *
 * @returns The body's HTML with `data-part="lead"` on that paragraph.
 */
export function markLead({ body: { html }, hasOwnLead }: Pick<SiteArticle, 'body' | 'hasOwnLead'>): string {
  return hasOwnLead ? html : html.replace(/^<p(?=[ >])/, '<p data-part="lead"');
}
