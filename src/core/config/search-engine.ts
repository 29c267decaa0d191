/** The two forms that the search index of a site can have. */
export type SearchEngine = 'pagefind' | 'sharded';

/** Number of published articles up to which a site has a Pagefind index, unless the settings name an engine. */
export const mostForPagefind = 2000;

/** Settings of the search. */
export interface SearchSettings {
  /**
   * The form of its index: one that Pagefind reads, or our own sharded one. By default (`auto`) a site has the first up
   * to {@link mostForPagefind} published articles, and the second beyond.
   */
  engine?: 'auto' | SearchEngine | undefined;
}

/** Choose the form of a site's search index. */
export function searchEngineOf({ search }: { search?: SearchSettings | undefined }, articles: number): SearchEngine {
  const engine = search?.engine ?? 'auto';
  if (engine !== 'auto') return engine;
  return articles <= mostForPagefind ? 'pagefind' : 'sharded';
}
