import { hostingOf } from '../core/config/hosting.ts';
import { ContentError, type Problem } from '../core/problems/problem.ts';
import { isMemoryShort } from './base/memory.ts';
import type { BuildSettings } from './base/options.ts';
import type { Progress } from './base/progress.ts';
import { cacheFolders } from './cache/cache-folders.ts';
import type { Content } from './content/content.ts';
import { beginModel, type PendingSite } from './model/build-model.ts';
import type { lookForDamage } from './output/damage.ts';
import { forgetOldPictures } from './pictures/variants.ts';
import { planOtherPages } from './plan/other-pages.ts';
import { planFiles, planSearch, type SiteSource } from './plan/plan-files.ts';
import { withCompressed } from './plan/precompress.ts';
import { checkReplaceable } from './publish/checks.ts';
import { oncePublished } from './publish/publish.ts';
import type { PublishFolders } from './output/folders.ts';
import { publishPlan, type PublishResult } from './publish/publish-plan.ts';
import { rememberPublished, sourceKey } from './publish/unchanged-site.ts';
import type { PageBundle } from './render/bundle.ts';

/** What the files of a site are made from. Those that resolve later were begun while the content was read. */
export interface SiteParts {
  content: Content;
  settings: BuildSettings;
  folders: PublishFolders;
  bundling: Promise<PageBundle>;
  damage: ReturnType<typeof lookForDamage>;
}

/** The result of making and publishing files. */
interface MadeSite extends PublishResult {
  articles: number;
  warnings: readonly Problem[];
}

/**
 * Build the model of a site that has changed, make the files that are new or changed, and publish them.
 *
 * @throws ContentError with the problems between files; the previous output is untouched.
 */
export async function makeFiles(parts: SiteParts, progress: Progress): Promise<MadeSite> {
  const { content, settings, folders } = parts;
  const pending = await progress.phase('model', async () => beginModel(content, settings));
  if (!settings.force) checkReplaceable(folders.out, pending);
  const search = planSearch(pending, settings, folders);
  // Its error is thrown where the files are published.
  search.catch(() => {});
  if (isMemoryShort) await Promise.allSettled([search]);
  try {
    return await publishFiles(parts, pending, search, progress);
  } finally {
    // On an error, nothing is written afterwards.
    await Promise.allSettled([search]);
  }
}

async function publishFiles(
  { content, settings, folders, bundling, damage }: SiteParts,
  pending: PendingSite,
  search: SiteSource['search'],
  progress: Progress,
): Promise<MadeSite> {
  const site = await progress.phase('related', () => pending.finish());
  const bundle = await progress.phase('bundle', () => bundling);
  const otherPages = await planOtherPages(bundle, site, settings.plain);
  const otherPaths = new Set(otherPages.map(({ path }) => path));
  const between = pending.findWarnings((path) => otherPaths.has(path));
  if (settings.strict && between.length > 0) throw new ContentError(between);
  const { planAdmin } = settings.config.admin ? await import('./admin/admin-files.ts') : { planAdmin: undefined };
  const admin = (await planAdmin?.(settings, site)) ?? [];
  const own = planFiles({ settings, folders, content, site, bundle, otherPages, admin, search });
  const plan = hostingOf(settings.config).precompress ? withCompressed(own, folders) : own;
  const state = { damaged: await damage, takesOver: settings.force };
  const published = await publishPlan(plan, folders, state, progress);
  const result = { articles: site.articles.length, warnings: between, ...published };
  oncePublished(() => {
    forgetOldPictures(content.pictures.values(), cacheFolders.pictures(settings.content));
    rememberPublished(folders, sourceKey(content, settings, bundle), result);
  });
  return result;
}
