import type { Site } from '../../core/site/site.ts';
import type { Content } from '../content/content.ts';

/**
 * Find the pages that files make, those of files with problems included: what has a problem is not in the site, but its
 * address is known.
 *
 * @returns Percent-encoded paths, by the files' paths as problems name them.
 */
export function pagesByFile(
  { urls, articles, pages, terms }: Pick<Site, 'urls' | 'articles' | 'pages' | 'terms'>,
  { files }: Pick<Content, 'files'>,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { kind, slug, file } of files) {
    if (slug === '') continue;
    if (kind === 'article') found.set(file, urls.page('news', slug));
    if (kind === 'page') found.set(file, urls.page(slug));
  }
  for (const { file, url } of [...articles, ...pages]) found.set(file, url);
  for (const { profile, url } of terms.authors) if (profile) found.set(profile.file, url);
  return found;
}
