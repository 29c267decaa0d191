import { join } from 'node:path';
import { keepRoutes } from '../core/page-plan.ts';
import { type SiteRoutes, siteRoutes } from '../core/routes.ts';
import type { Site } from '../core/site.ts';
import { runBatches } from './batches.ts';
import type { Content } from './load-content.ts';
import { type FilePlan, type MadeFile, makeOthers } from './made-files.ts';
import { type BuildSettings, projectFolder } from './options.ts';
import { type PageBundle, readBundleMemory } from './page-bundle.ts';
import type { Report } from './progress.ts';
import { nextFolder, publishedPath, type PublishFolders } from './publish.ts';
import { type PublishedFiles, readPublished } from './published-files.ts';
import { createPageMaker, type PageTask } from './render-pages.ts';
import { searchIndexFiles } from './search-index.ts';
import { ownShare } from './shards.ts';
import { copiedFiles, type PageFile, pageFiles } from './site-files.ts';

/** Everything that a site's files are made of. */
export interface SiteSource {
  settings: BuildSettings;
  folders: PublishFolders;
  content: Content;
  site: Site;
  bundle: PageBundle;
}

/** Plan the files of a site, or of a shard of it. */
export function planFiles(source: SiteSource): FilePlan {
  const { settings, site, folders, content, bundle } = source;
  const routes = siteRoutes(site);
  const all = {
    pages: pageFiles(site, routes, readBundleMemory(bundle)!.pages),
    others: [
      ...copiedFiles(site, content, { public: join(projectFolder, 'public'), bundle }),
      ...searchIndexFiles(site, readPublished(publishedPath(folders)) ?? new Map()),
    ],
  };
  const { pages, others } = settings.shard ? ownShare(all, settings.shard) : all;
  return {
    files: [...pages, ...others],
    make: async (isStale, intact, report) => [
      ...(await renderPages(source, routes, pages.filter(isStale), intact, report)),
      ...(await makeOthers(others.filter(isStale), nextFolder(folders), intact)),
    ],
  };
}

/** Below so many pages, threads take longer to start than they save. */
const manyPages = 600;

async function renderPages(
  { settings, folders, site, bundle }: SiteSource,
  routes: SiteRoutes,
  pages: readonly PageFile[],
  intact: PublishedFiles,
  report: Report,
): Promise<MadeFile[]> {
  const tasks = pages.map((page): PageTask => ({ ...page, before: intact.get(page.file)?.hash }));
  if (tasks.length === 0) return [];
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
