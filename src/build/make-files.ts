import { join } from 'node:path';
import { keepRoutes } from '../core/page-plan.ts';
import { siteRoutes } from '../core/routes.ts';
import type { Site } from '../core/site.ts';
import { runBatches } from './batches.ts';
import type { BuildResult, BuildSettings } from './build.ts';
import type { Content } from './load-content.ts';
import { projectFolder } from './options.ts';
import { type PageBundle, readBundleMemory } from './page-bundle.ts';
import type { Progress, Report } from './progress.ts';
import { nextFolder, publishedPath, type PublishFolders, publishUpdate, type SiteUpdate } from './publish.ts';
import { keepIntact, type PublishedFile, type PublishedFiles, readPublished } from './published-files.ts';
import { createPageMaker, keepFile, type MadeFile, type PageTask } from './render-pages.ts';
import { searchIndexFiles } from './search-index.ts';
import { copiedFiles, type OtherFile, pageFiles, type SiteFile } from './site-files.ts';

/** Everything that a site's files are made of. */
export interface SiteSource {
  settings: BuildSettings;
  folders: PublishFolders;
  content: Content;
  site: Site;
  bundle: PageBundle;
}

/** Make the files of a site that are not published yet as they are to be, and publish them. */
export async function makeFiles(source: SiteSource, progress: Progress): Promise<BuildResult> {
  const { site, folders, content, bundle } = source;
  const known: PublishedFiles = readPublished(publishedPath(folders)) ?? new Map<string, PublishedFile>();
  const intact = keepIntact(known, folders.out);
  const routes = siteRoutes(site);
  const pages = pageFiles(site, routes, readBundleMemory(bundle)!.pages);
  const others = [
    ...copiedFiles(site, content, { public: join(projectFolder, 'public'), bundle }),
    ...searchIndexFiles(site, known),
  ];
  // Files of public/ win over pages of the same path.
  const files = new Map<string, SiteFile>([...pages, ...others].map((file) => [file.file, file]));
  const isStale = (file: SiteFile): boolean => files.get(file.file) === file && intact.get(file.file)?.key !== file.key;
  const made = await progress.phase('files', async (report) => [
    ...(await renderPages(source, routes, pages.filter(isStale), intact, report)),
    ...(await copyFiles(others.filter(isStale), nextFolder(folders), intact)),
  ]);
  const update = planUpdate(files, made, known, intact);
  await progress.phase('publish', () => publishUpdate(folders, update));
  return {
    articles: site.articles.length,
    pages: [...files.keys()].filter((file) => file.endsWith('.html')).length,
    files: files.size,
    changed: update.written.size,
    removed: update.removed.length,
  };
}

/** Below so many pages, threads take longer to start than they save. */
const manyPages = 600;

async function renderPages(
  { settings, folders, site, bundle }: SiteSource,
  routes: ReturnType<typeof siteRoutes>,
  pages: readonly PageTask[],
  intact: PublishedFiles,
  report: Report,
): Promise<MadeFile[]> {
  const tasks = pages.map((page) => ({ ...page, before: intact.get(page.file)?.hash }));
  const folder = nextFolder(folders);
  const wanted = new Set(tasks.map(({ path }) => path));
  return runBatches(
    {
      tasks,
      setup: { options: settings, bundle, folder },
      create: () =>
        createPageMaker(bundle, { site, routes: keepRoutes(routes, ({ path }) => wanted.has(path)) }, folder),
      worker: new URL('./render-worker.ts', import.meta.url),
      batchSize: 64,
      isLarge: tasks.length > manyPages,
    },
    report,
  );
}

async function copyFiles(files: readonly OtherFile[], folder: string, intact: PublishedFiles): Promise<MadeFile[]> {
  const made: MadeFile[] = [];
  for (const { file, key, read } of files) {
    made.push(keepFile(folder, { file, key, before: intact.get(file)?.hash }, await read()));
  }
  return made;
}

function planUpdate(
  files: ReadonlyMap<string, SiteFile>,
  made: readonly MadeFile[],
  known: PublishedFiles,
  intact: PublishedFiles,
): SiteUpdate {
  const kept = new Map([...intact].filter(([file]) => files.has(file)));
  const written = new Map<string, Pick<PublishedFile, 'key' | 'hash'>>();
  for (const { file, key, hash, isNew } of made) {
    const before = kept.get(file);
    if (before && !isNew) kept.set(file, { ...before, key });
    else {
      written.set(file, { key, hash });
      kept.delete(file);
    }
  }
  return { written, removed: [...known.keys()].filter((file) => !files.has(file)), kept };
}
