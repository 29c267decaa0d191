import type { Site } from '../../core/site/site.ts';
import type { Content } from '../content/content.ts';

/**
 * Map content files to the paths of their pages. Files with problems are included: they are not on the site, but their
 * addresses are known.
 *
 * @returns Percent-encoded paths, by file path as given in problems.
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
  for (const { text, url } of [...terms.sections, ...terms.tags]) if (text) found.set(text.file, url);
  return found;
}
