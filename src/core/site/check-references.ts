import type { Article, References, SiteLink } from '../article.ts';
import { nearestOf } from '../text/nearest.ts';
import { slugify } from '../text/slug.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';

/** A content file with its slug and references, whether or not it is a valid article. */
export interface KnownFile extends References {
  kind: 'article' | 'page' | 'author' | 'section' | 'tag';
  slug: string;
  file: string;
  /** Its links to addresses of the site. */
  siteLinks?: readonly SiteLink[] | undefined;
}

/** Find articles that share an id: feed readers would treat them as one article. */
export function findDuplicateIds(articles: readonly Pick<Article, 'id' | 'file'>[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, file } of articles.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    if (id === undefined) continue;
    const other = first.get(id);
    if (other === undefined) first.set(id, file);
    else
      problems.push({
        id: 'id-duplicate',
        file,
        field: 'id',
        line: 1,
        column: 1,
        values: { found: quoteValue(id), other },
      });
  }
  return problems;
}

/** Find files with the same slug; the problem is reported at the file that sorts last. */
export function findDuplicateSlugs(files: readonly KnownFile[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { kind, slug, file } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const key = `${kind}/${slug}`;
    const other = first.get(key);
    if (slug === '') continue;
    if (other === undefined) first.set(key, file);
    else problems.push({ id: 'slug-duplicate', file, line: 1, column: 1, values: { slug, other } });
  }
  return problems;
}

/**
 * Find links and pins to nonexistent articles, and links from published articles to unpublished ones.
 *
 * @param isPublished Whether an article is part of the site being built.
 */
export function findBrokenReferences(
  articles: readonly Article[],
  files: readonly KnownFile[],
  isPublished: (article: Article) => boolean,
): Problem[] {
  const known = new Set(files.filter(({ kind }) => kind === 'article').map(({ slug }) => slug));
  const unpublished = new Map(
    articles.filter((article) => !isPublished(article)).map(({ slug, file }) => [slug, file]),
  );
  const slugs = [...known];
  let hints = 0;
  // Articles with a `slug` in their front matter are often linked by file name.
  let byName: ReadonlyMap<string, string> | undefined;
  const hintFor = (slug: string): string => {
    byName ??= new Map(
      files.filter(({ kind }) => kind === 'article').map(({ slug: its, file }) => [nameSlug(file), its]),
    );
    const own = byName.get(slug);
    if (own !== undefined) return ` (${own}?)`;
    if (++hints > maxHints) return '';
    const nearest = nearestOf(slug, slugs);
    return nearest === undefined ? '' : ` (${nearest}?)`;
  };
  const hidden = new Set(unpublished.values());
  return files.flatMap(({ file, links, related }) => {
    const broken = links.flatMap(({ slug, line, column }): Problem[] => {
      const other = unpublished.get(slug);
      if (!known.has(slug)) return [{ id: 'link-broken', file, line, column, values: { slug, hint: hintFor(slug) } }];
      if (other === undefined || hidden.has(file)) return [];
      return [{ id: 'link-unpublished', file, line, column, values: { other } }];
    });
    const pins = related.flatMap((pin): Problem[] => {
      if (known.has(pin.slug)) return [];
      const values = { slug: pin.slug, hint: hintFor(pin.slug) };
      return [
        { id: 'related-unknown', file, field: pin.field ?? 'related', line: pin.line, column: pin.column, values },
      ];
    });
    return [...broken, ...pins];
  });
}

/** Return the slug derived from a file's name alone. */
function nameSlug(file: string): string {
  return slugify(file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, ''));
}

/** The nearest slug is found by comparing all slugs, which would be too slow for thousands of broken links. */
const maxHints = 50;
