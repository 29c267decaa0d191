import { buildSite } from '../core/build-site.ts';
import { ContentError } from '../core/problem.ts';
import type { Site } from '../core/site.ts';
import type { Content } from './load-content.ts';
import type { BuildOptions } from './options.ts';

/**
 * Build the site's model out of its content.
 *
 * @throws ContentError with the problems of all files and those between files.
 */
export function buildModel(
  content: Content,
  { config, now }: Pick<BuildOptions, 'config' | 'now'>,
  drafts = false,
): Site {
  const { site, problems } = buildSite({ ...content, config, now, drafts });
  const all = [...content.problems, ...problems];
  if (all.length > 0) throw new ContentError(all);
  return site;
}
