import type { Site } from '../../core/site/site.ts';

/** List the values that the editor offers: the tags and authors that the site has, each in one spelling. */
export function knownValues({ terms }: Pick<Site, 'terms'>): Record<'tags' | 'authors', string[]> {
  const labels = (list: readonly { label: string }[]): string[] => list.map(({ label }) => label);
  return { tags: labels(terms.tags), authors: labels(terms.authors) };
}
