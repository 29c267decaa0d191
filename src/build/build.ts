import { rmSync } from 'node:fs';
import { withBuildLock } from './build-lock.ts';
import { buildModel } from './build-model.ts';
import { cacheFolders, claimCache, removeOrphanedCaches } from './cache-folders.ts';
import { type Content, loadContent } from './load-content.ts';
import type { BuildOptions } from './options.ts';
import { makeFiles } from './make-files.ts';
import { bundlePages } from './page-bundle.ts';
import type { Progress, Report } from './progress.ts';
import { checkReplaceable, finishPublishing, nextFolder, publishedPath, type PublishFolders } from './publish.ts';

/** What a build made. */
export interface BuildResult {
  articles: number;
  /** HTML pages. */
  pages: number;
  /** All files. */
  files: number;
  /** How many files are new or different from the build before. */
  changed: number;
  removed: number;
}

/** How a build differs from others. */
export interface BuildSettings extends BuildOptions {
  /** Warnings of orthography are problems too. */
  strict?: boolean;
  /** Forget everything that earlier builds remembered. */
  clean?: boolean;
}

/**
 * Build a site: read the content, build the model, make the files that are not published yet as they are to be, and
 * publish them. What stays the same is neither read nor made again; the result is that of a build that knows nothing of
 * earlier ones.
 *
 * @throws ContentError with all problems of the content; the previous output is untouched.
 */
export async function build(settings: BuildSettings, progress: Progress): Promise<BuildResult> {
  const folders = { cache: cacheFolders.site(settings.content, settings.out), out: settings.out };
  return withBuildLock(folders.cache, async () => {
    removeOrphanedCaches();
    claimCache(folders.cache, settings.content);
    finishPublishing(folders);
    if (settings.clean) forget(settings, folders);
    try {
      return await makeSite(settings, folders, progress);
    } finally {
      rmSync(nextFolder(folders), { recursive: true, force: true });
    }
  });
}

function forget({ content }: BuildSettings, folders: PublishFolders): void {
  for (const path of [cacheFolders.content(content), publishedPath(folders)])
    rmSync(path, { recursive: true, force: true });
}

async function makeSite(settings: BuildSettings, folders: PublishFolders, progress: Progress): Promise<BuildResult> {
  const bundling = bundlePages(settings.config);
  // Problems of the content are told first.
  bundling.catch(() => {});
  const content = await progress.phase('read', (report) => readContent(settings, progress, report));
  const site = await progress.phase('model', async () => buildModel(content, settings));
  checkReplaceable(folders.out, site);
  const bundle = await progress.phase('bundle', () => bundling);
  return makeFiles({ settings, folders, content, site, bundle }, progress);
}

async function readContent(settings: BuildSettings, progress: Progress, report: Report): Promise<Content> {
  const content = await loadContent(settings, report);
  if (!settings.strict) return content;
  const { proofreadContent } = await import('./proofread.ts');
  const { findings } = await progress.phase('proofread', (count) => proofreadContent(settings, undefined, count));
  return { ...content, problems: [...content.problems, ...findings] };
}
