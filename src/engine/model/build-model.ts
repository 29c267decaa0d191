import { draftSite, publishedArticles, relatedCount, type SiteDraft } from '../../core/site/build-site.ts';
import type { Article } from '../../core/article.ts';
import { ContentError } from '../../core/problems/problem.ts';
import { describeRelated } from '../../core/site/place-articles.ts';
import type { Site } from '../../core/site/site.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import type { Content } from '../content/content.ts';
import type { BuildOptions } from '../base/options.ts';
import { beginRelated } from './begin-related.ts';

/** A site whose related articles are still being computed. */
export interface PendingSite extends Pick<SiteDraft, 'articles'> {
  finish(): Promise<Site>;
}

/**
 * Build the model of a site from its content, except for related articles.
 *
 * @throws ContentError with the problems of all files and those between files.
 */
export function draftModel(
  content: Content,
  options: Pick<BuildOptions, 'config' | 'now'>,
  published: readonly Article[] = publishedArticles({ ...content, ...options }),
): SiteDraft {
  const draft = draftSite({ ...content, ...options }, published);
  const problems = [...content.problems, ...draft.problems];
  if (problems.length > 0) throw new ContentError(problems);
  return draft;
}

/**
 * Build the model of a site while related articles are computed; these are cached between builds.
 *
 * @throws ContentError like {@link draftModel}.
 */
export function beginModel(content: Content, options: BuildOptions): PendingSite {
  const published = publishedArticles({ ...content, ...options });
  const cache = cacheFolders.site(options.content, options.out);
  const related = beginRelated(cache, published.map(describeRelated), relatedCount(options.config));
  const { articles, finish } = draftModel(content, options, published);
  return { articles, finish: async () => finish(await related()) };
}
