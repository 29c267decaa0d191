import { fewestPopular } from './list-file.ts';

/**
 * Find the most read articles, the most read first. Those that are gone since the list was made are left out, and a list of
 * few is none.
 */
export function findPopular<Ranked extends { slug: string; isUnranked?: true | undefined }>(
  articles: readonly Ranked[],
  slugs: readonly string[] = [],
): readonly Ranked[] {
  if (slugs.length === 0) return [];
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const found = slugs.flatMap((slug) => bySlug.get(slug) ?? []).filter(({ isUnranked }) => !isUnranked);
  return found.length < fewestPopular ? [] : found;
}
