import {
  draftSite,
  publishedArticles,
  relatedCount,
  type SiteDraft,
  type SiteInput,
} from '../../core/site/build-site.ts';
import type { Article } from '../../core/article.ts';
import { ContentError } from '../../core/problems/problem.ts';
import { describeRelated } from '../../core/site/place-articles.ts';
import type { Site } from '../../core/site/site.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import type { Content } from '../content/content.ts';
import type { BuildOptions } from '../base/options.ts';
import { beginRelated } from './begin-related.ts';
import { createElsewhereTest, readSettings } from './own-addresses.ts';

/** A site whose related articles are still being computed. */
export interface PendingSite extends Pick<SiteDraft, 'articles' | 'findWarnings'> {
  finish(): Promise<Site>;
}

/** Options that the model depends on, besides the content. */
export type ModelOptions = Pick<BuildOptions, 'config' | 'configFile' | 'publicFolder' | 'now'>;

/**
 * Build the model of a site from its content, except for related articles.
 *
 * @throws ContentError with the problems of all files and those between files.
 */
export function draftModel(
  content: Content,
  options: ModelOptions,
  published: readonly Article[] = publishedArticles({ ...content, ...options }),
): SiteDraft {
  const draft = draftSite(modelInput(content, options), published);
  const problems = [...content.problems, ...draft.problems];
  if (problems.length > 0) throw new ContentError(problems);
  return draft;
}

/** Collect the complete input of the site model. */
export function modelInput(content: Content, options: ModelOptions): Content & SiteInput {
  const { config, now } = options;
  return { ...content, config, now, isElsewhere: createElsewhereTest(options), settings: readSettings(options) };
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
  const { articles, finish, findWarnings } = draftModel(content, options, published);
  return { articles, findWarnings, finish: async () => finish(await related()) };
}
