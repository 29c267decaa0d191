import { buildSite } from '../core/build-site.ts';
import { ContentError } from '../core/problem.ts';
import type { Site } from '../core/site.ts';
import { cacheFolders } from './cache-folders.ts';
import type { Content } from './load-content.ts';
import type { BuildOptions } from './options.ts';
import { openRelatedStore } from './related-store.ts';

/**
 * Build the site's model out of its content. Which articles are related is remembered from build to build.
 *
 * @throws ContentError with the problems of all files and those between files.
 */
export function buildModel(content: Content, { config, now, content: folder, out }: BuildOptions): Site {
  const store = openRelatedStore(cacheFolders.site(folder, out));
  const { site, related, problems } = buildSite({ ...content, config, now, related: store.load() });
  const all = [...content.problems, ...problems];
  if (all.length > 0) throw new ContentError(all);
  store.save(related);
  return site;
}
