import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FontGap } from '../core/content/font-characters.ts';
import { showsVazirmatn } from '../core/fonts/families.ts';
import { findUntimedDays } from '../core/content/check-dates.ts';
import { removeFolder } from './base/in-use.ts';
import { lockName, withBuildLock } from './cache/build-lock.ts';
import { markerName, placeMarker } from './cache/build-marker.ts';
import { cacheFolders, claimCache, ownerName, removeOrphanedCaches } from './cache/cache-folders.ts';
import { lookForDamage } from './output/damage.ts';
import { loadContent } from './content/load-content.ts';
import { type Content } from './content/content.ts';
import { ContentError, type MessageLanguage, type Problem } from '../core/problems/problem.ts';
import { type BuildSettings, projectFolder, withOwnFiles } from './base/options.ts';
import { findBundle, makeBundle } from './render/bundle.ts';
import { customWarnings } from './render/custom-files.ts';
import type { Progress, Report } from './base/progress.ts';
import type { PublishResult } from './publish/publish-plan.ts';
import { checkStrangers } from './publish/checks.ts';
import { nextFolder, type PublishFolders } from './output/folders.ts';
import { isOwnersAlone } from './output/readable.ts';
import { isPublishing } from './publish/journal.ts';
import { finishPublishing } from './publish/publish.ts';
import { forgetPublished, recallUnchanged, sourceKey } from './publish/unchanged-site.ts';
import { type HeldBack, listHeldBack, nameHeldBack } from './held-back.ts';
import { canRenderShare } from './pictures/share-renderer.ts';
import { sentencesOfBuilds } from './build-sentences.ts';
import { noteSpace } from './base/disk-space.ts';
import { availableMemory, isMemoryShort, leastMemory } from './base/memory.ts';
import { describeSystemError, InterruptedError, isFullError, MachineError, UsageError } from './base/errors.ts';

/** The result of a build. */
export interface BuildResult extends PublishResult {
  articles: number;
  /** What rendering removed from texts. */
  warnings: readonly Problem[];
  /** Drafts and articles under embargo. */
  heldBack: readonly HeldBack[];
  /** Characters of the content that the font lacks. */
  fontGap?: FontGap | undefined;
}

/**
 * Build a site: read the content, build the model, make the files that are new or changed, and publish them. Unchanged
 * files are neither read nor made again; the result equals that of a build without any cache.
 *
 * @throws ContentError with all problems of the content; the previous output is untouched.
 * @throws MachineError if the environment fails, such as when the disk is full.
 */
export async function build(given: BuildSettings, progress: Progress): Promise<BuildResult> {
  const settings = withOwnFiles(given);
  return inSite(settings, progress, async (folders, watched) => {
    if (settings.clean) forget(settings, folders);
    return makeSite(await withoutMissingParts(settings, watched), folders, watched);
  });
}

/**
 * Join the shards of a site built by several machines.
 *
 * @param shards Folder that contains the folders of all shards.
 * @throws UsageError if a shard is missing, or if they are not of one site.
 */
export async function merge(settings: BuildSettings, shards: string, progress: Progress): Promise<PublishResult> {
  return inSite(settings, progress, async (folders, watched) => {
    const { planMerge } = await import('./plan/shards.ts');
    const { publishPlan } = await import('./publish/publish-plan.ts');
    forgetPublished(folders);
    return publishPlan(planMerge(shards, folders), folders, { damaged: await lookForDamage(folders) }, watched);
  });
}

/**
 * Run a function with exclusive access to a site's output folder and cache. If the process is killed, the next run
 * reports it, with the phase of the given progress and the memory used.
 */
async function inSite<Result>(
  { content, out, force, language, config }: BuildSettings,
  progress: Progress,
  run: (folders: PublishFolders, watched: Progress) => Promise<Result>,
): Promise<Result> {
  const folders = { cache: cacheFolders.site(content, out), out };
  const words = sentencesOfBuilds[language ?? config.messages];
  return withSiteLock(folders, async () => {
    const marker = placeMarker(folders.cache);
    if (marker.killed) progress.note(words.killed(marker.killed));
    const watched: Progress = {
      ...progress,
      phase: (name, work) => {
        marker.enter(name);
        return progress.phase(name, work);
      },
    };
    removeOrphanedCaches();
    claimCache(folders.cache, { content, out });
    finishPublishing(folders);
    if (!force) checkStrangers(out);
    try {
      const result = await run(folders, watched);
      if (isOwnersAlone(out)) progress.note(words.ownersAlone(out));
      return result;
    } catch (error) {
      // Measure before the files of this build are removed, which frees space.
      if (isFullError(error)) noteSpace(error, (error as NodeJS.ErrnoException).path ?? folders.cache);
      throw error;
    } finally {
      removeFolder(nextFolder(folders));
      marker.remove();
    }
  });
}

/** Finish an interrupted publish before the site is shown. */
export async function finishSite({ content, out }: Pick<BuildSettings, 'content' | 'out'>): Promise<void> {
  const folders = { cache: cacheFolders.site(content, out), out };
  if (isPublishing(folders)) await withSiteLock(folders, async () => finishPublishing(folders));
}

/** Hold the lock of a site. System errors are wrapped in a message with the state of the site. */
async function withSiteLock<Result>({ cache, out }: PublishFolders, run: () => Promise<Result>): Promise<Result> {
  try {
    return await withBuildLock(cache, run);
  } catch (error) {
    if (!(error instanceof InterruptedError) && describeSystemError(error) === undefined) throw error;
    const reason = (language: MessageLanguage): string =>
      error instanceof InterruptedError ? error.words(language) : describeSystemError(error, language)!;
    const state = !(error instanceof InterruptedError) ? 'unchanged' : error.isPublished ? 'published' : 'unfinished';
    throw new MachineError((language) => `${reason(language)}\n  ${sentencesOfBuilds[language][state](out)}`, {
      cause: error,
    });
  }
}

function forget({ content }: BuildSettings, { cache }: PublishFolders): void {
  removeFolder(cacheFolders.content(content));
  const known = readdirSync(cache).filter((name) => ![lockName, markerName, ownerName].includes(name));
  for (const name of known) removeFolder(join(cache, name));
}

async function makeSite(settings: BuildSettings, folders: PublishFolders, progress: Progress): Promise<BuildResult> {
  const misnamed = settings.plain ? [] : customWarnings(join(projectFolder, 'src'));
  if (settings.strict && misnamed.length > 0) throw new UsageError(misnamed.join('\n'));
  for (const warning of misnamed) progress.note(warning);
  const known = findBundle(settings);
  if (!known && availableMemory() < leastMemory) {
    const { littleMemory } = sentencesOfBuilds[settings.language ?? settings.config.messages];
    progress.note(littleMemory(Math.round(availableMemory() / 2 ** 20), Math.round(leastMemory / 2 ** 20)));
  }
  const bundling = known ? Promise.resolve(known) : makeBundle(settings);
  const damage = lookForDamage(folders);
  // Problems of the content are reported first.
  for (const begun of [bundling, damage]) begun.catch(() => {});
  if (isMemoryShort) await Promise.allSettled([bundling]);
  const content = await progress.phase('read', (report) => readContent(settings, progress, report));
  if (settings.force || !known) forgetPublished(folders);
  const settled =
    known && content.problems.length === 0
      ? await recallUnchanged(folders, sourceKey(content, settings, known), damage)
      : undefined;
  const { warnings } = content;
  const fontGap = showsVazirmatn(settings.config) ? content.fontGap : undefined;
  const heldBack = listHeldBack(content.articles, settings.now).map(nameHeldBack);
  if (settled) {
    if (settings.strict && settled.warnings.length > 0) throw new ContentError(settled.warnings);
    return { ...settled, fontGap, heldBack, warnings: [...warnings, ...settled.warnings] };
  }
  // Most of the code is needed only if something has changed.
  const { makeFiles } = await import('./make-files.ts');
  const made = await makeFiles({ content, settings, folders, bundling, damage }, progress);
  return { ...made, fontGap, heldBack, warnings: [...warnings, ...made.warnings] };
}

/** Switch share pictures off on platforms without a renderer for them. */
async function withoutMissingParts(settings: BuildSettings, progress: Progress): Promise<BuildSettings> {
  const { config } = settings;
  if (config.share.days === 0 || (await canRenderShare())) return settings;
  progress.note(`No share pictures: @takumi-rs/core has no renderer for ${process.platform}-${process.arch}.`);
  return { ...settings, config: { ...config, share: { ...config.share, days: 0 } } };
}

async function readContent(settings: BuildSettings, progress: Progress, report: Report): Promise<Content> {
  const content = await loadContent(settings, report);
  if (!settings.strict) return content;
  const untimed = findUntimedDays(content.articles);
  const { proofreadContent } = await import('./proofread/proofread.ts');
  const { findings } = await progress.phase('proofread', (count) => proofreadContent(settings, undefined, count));
  return { ...content, problems: [...content.problems, ...findings, ...content.warnings, ...untimed] };
}
