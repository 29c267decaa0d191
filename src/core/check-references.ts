import { closest } from 'fastest-levenshtein';
import type { Article } from './article.ts';
import type { Problem } from './problem.ts';

/** A file of the content with its slug, whether or not it could be read as an article. */
export interface KnownFile {
  slug: string;
  file: string;
}

/** Find the files that have one slug; the problem is reported at the file that sorts last. */
export function findDuplicateSlugs(files: readonly KnownFile[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { slug, file } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const other = first.get(slug);
    if (slug === '') continue;
    if (other === undefined) first.set(slug, file);
    else problems.push({ id: 'slug-duplicate', file, line: 1, column: 1, values: { slug, other } });
  }
  return problems;
}

/**
 * Find links and pins that lead to no article, and links from what is published to what is not.
 *
 * @param isPublished Whether an article is part of the site that is built.
 */
export function findBrokenReferences(
  articles: readonly Article[],
  files: readonly KnownFile[],
  isPublished: (article: Article) => boolean,
): Problem[] {
  const known = new Set(files.map(({ slug }) => slug));
  const unpublished = new Map(
    articles.filter((article) => !isPublished(article)).map(({ slug, file }) => [slug, file]),
  );
  const hintFor = (slug: string): string => (known.size === 0 ? '' : ` (${closest(slug, [...known])}?)`);
  return articles.flatMap((article) => {
    const { file } = article;
    const broken = article.links.flatMap(({ slug, line, column }): Problem[] => {
      const other = unpublished.get(slug);
      if (!known.has(slug)) return [{ id: 'link-broken', file, line, column, values: { slug, hint: hintFor(slug) } }];
      if (other === undefined || !isPublished(article)) return [];
      return [{ id: 'link-unpublished', file, line, column, values: { other } }];
    });
    const pins = article.related.flatMap((pin): Problem[] => {
      if (known.has(pin.slug)) return [];
      const values = { slug: pin.slug, hint: hintFor(pin.slug) };
      return [{ id: 'related-unknown', file, field: 'related', line: pin.line, column: pin.column, values }];
    });
    return [...broken, ...pins];
  });
}
