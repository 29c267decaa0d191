import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FontGap } from '../core/content/font-characters.ts';
import { hostingOf } from '../core/config/hosting.ts';
import { removeFolder } from './base/in-use.ts';
import { lockName, withBuildLock } from './cache/build-lock.ts';
import { beginModel } from './model/build-model.ts';
import { cacheFolders, claimCache, ownerName, removeOrphanedCaches } from './cache/cache-folders.ts';
import { lookForDamage } from './output/damage.ts';
import { loadContent } from './content/load-content.ts';
import { type Content } from './content/content.ts';
import type { Problem } from '../core/problems/problem.ts';
import type { BuildSettings } from './base/options.ts';
import { planFiles, planSearch } from './plan/plan-files.ts';
import { forgetOldPictures } from './pictures/variants.ts';
import { bundlePages } from './render/bundle.ts';
import { withCompressed } from './plan/precompress.ts';
import type { Progress, Report } from './base/progress.ts';
import { publishPlan, type PublishResult } from './publish/publish-plan.ts';
import { checkReplaceable, checkStrangers } from './publish/checks.ts';
import { nextFolder, type PublishFolders } from './output/folders.ts';
import { isPublishing } from './publish/journal.ts';
import { finishPublishing } from './publish/publish.ts';
import { forgetPublished, recallUnchanged, rememberPublished, sourceKey } from './publish/unchanged-site.ts';
import { planMerge } from './plan/shards.ts';
import { canRenderShare } from './pictures/share-renderer.ts';
import { describeSystemError, InterruptedError, MachineError } from './base/errors.ts';

/** What a build made. */
export interface BuildResult extends PublishResult {
  articles: number;
  /** What has been lost of texts. */
  warnings: readonly Problem[];
  /** Characters of the content that the font has not. */
  fontGap?: FontGap | undefined;
}

/**
 * Build a site: read the content, build the model, make the files that are not published yet as they are to be, and
 * publish them. What stays the same is neither read nor made again; the result is that of a build that knows nothing of
 * earlier ones.
 *
 * @throws ContentError with all problems of the content; the previous output is untouched.
 * @throws MachineError if the machine refuses something, such as to write to a full disk.
 */
export async function build(settings: BuildSettings, progress: Progress): Promise<BuildResult> {
  return inSite(settings, async (folders) => {
    if (settings.clean) forget(settings, folders);
    return makeSite(await withoutMissingParts(settings, progress), folders, progress);
  });
}

/**
 * Join the shards of a site that several machines have built.
 *
 * @param shards The folder that holds the folders of all shards.
 * @throws UsageError if one is missing, or if they are not of one site.
 */
export async function merge(settings: BuildSettings, shards: string, progress: Progress): Promise<PublishResult> {
  return inSite(settings, async (folders) => {
    forgetPublished(folders);
    return publishPlan(planMerge(shards, folders), folders, { damaged: await lookForDamage(folders) }, progress);
  });
}

/** Do something with a site's output folder and cache, which nobody else does meanwhile. */
async function inSite<Result>(
  { content, out, force }: BuildSettings,
  run: (folders: PublishFolders) => Promise<Result>,
): Promise<Result> {
  const folders = { cache: cacheFolders.site(content, out), out };
  return withSiteLock(folders, async () => {
    removeOrphanedCaches();
    claimCache(folders.cache, { content, out });
    finishPublishing(folders);
    if (!force) checkStrangers(out);
    try {
      return await run(folders);
    } finally {
      removeFolder(nextFolder(folders));
    }
  });
}

/** Finish what a build was publishing when it was killed, before the site is shown. */
export async function finishSite({ content, out }: Pick<BuildSettings, 'content' | 'out'>): Promise<void> {
  const folders = { cache: cacheFolders.site(content, out), out };
  if (isPublishing(folders)) await withSiteLock(folders, async () => finishPublishing(folders));
}

/** What the machine refuses is told with what it means for the site. */
async function withSiteLock<Result>({ cache, out }: PublishFolders, run: () => Promise<Result>): Promise<Result> {
  try {
    return await withBuildLock(cache, run);
  } catch (error) {
    const reason = error instanceof InterruptedError ? error.message : describeSystemError(error);
    if (reason === undefined) throw error;
    const state =
      error instanceof InterruptedError
        ? `${out} was just being published: the next build finishes it.`
        : `${out} is as it was before.`;
    throw new MachineError(`${reason}\n  ${state}`, { cause: error });
  }
}

function forget({ content }: BuildSettings, { cache }: PublishFolders): void {
  removeFolder(cacheFolders.content(content));
  const known = readdirSync(cache).filter((name) => name !== lockName && name !== ownerName);
  for (const name of known) removeFolder(join(cache, name));
}

async function makeSite(settings: BuildSettings, folders: PublishFolders, progress: Progress): Promise<BuildResult> {
  const bundling = bundlePages(settings);
  const damage = lookForDamage(folders);
  // Problems of the content are told first.
  for (const begun of [bundling, damage]) begun.catch(() => {});
  const content = await progress.phase('read', (report) => readContent(settings, progress, report));
  const source = sourceKey(content, settings);
  if (settings.force) forgetPublished(folders);
  const settled = content.problems.length === 0 ? await recallUnchanged(folders, source, damage) : undefined;
  const { fontGap, warnings } = content;
  if (settled) return { ...settled, fontGap, warnings };
  const pending = await progress.phase('model', async () => beginModel(content, settings));
  if (!settings.force) checkReplaceable(folders.out, pending);
  const search = await progress.phase('search', (report) => planSearch(pending, settings, folders, report));
  const site = await progress.phase('related', () => pending.finish());
  const bundle = await progress.phase('bundle', () => bundling);
  const own = planFiles({ settings, folders, content, site, bundle, search });
  const plan = hostingOf(settings.config).precompress ? withCompressed(own, folders) : own;
  const state = { damaged: await damage, takesOver: settings.force };
  const result = { articles: site.articles.length, ...(await publishPlan(plan, folders, state, progress)) };
  forgetOldPictures(content.pictures.values(), cacheFolders.pictures(settings.content));
  rememberPublished(folders, source, result);
  return { ...result, fontGap, warnings };
}

/** Where share pictures can't be drawn, a site has none. */
async function withoutMissingParts(settings: BuildSettings, progress: Progress): Promise<BuildSettings> {
  const { config } = settings;
  if (config.share.days === 0 || (await canRenderShare())) return settings;
  progress.note(`No share pictures: @takumi-rs/core has no renderer for ${process.platform}-${process.arch}.`);
  return { ...settings, config: { ...config, share: { ...config.share, days: 0 } } };
}

async function readContent(settings: BuildSettings, progress: Progress, report: Report): Promise<Content> {
  const content = await loadContent(settings, report);
  if (!settings.strict) return content;
  const { proofreadContent } = await import('./proofread/proofread.ts');
  const { findings } = await progress.phase('proofread', (count) => proofreadContent(settings, undefined, count));
  return { ...content, problems: [...content.problems, ...findings, ...content.warnings] };
}
