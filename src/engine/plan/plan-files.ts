import { keepRoutes } from '../../core/views/plan.ts';
import { type SiteRoutes, siteRoutes } from '../../core/views/routes.ts';
import type { Site } from '../../core/site/site.ts';
import { runBatches } from '../base/thread-pool.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import { codeKey, parsingCode } from '../cache/code-key.ts';
import type { Content } from '../content/content.ts';
import { type FilePlan, type MadeFile, makeOthers, planOthers } from '../output/make-file.ts';
import type { BuildSettings } from '../base/options.ts';
import type { PageBundle } from '../render/bundle.ts';
import { type Report, shareReport } from '../base/progress.ts';
import { pictureFiles, picturesAtOnce } from '../pictures/variants.ts';
import { nextFolder, type PublishFolders } from '../output/folders.ts';
import type { PublishedFiles } from '../output/published-files.ts';
import { createPageMaker, type PageTask } from '../render/make-pages.ts';
import { searchOutputs } from '../search/plan-index.ts';
import { openSearchStore } from '../search/store.ts';
import { shareFonts } from '../pictures/share-fonts.ts';
import { makeShareFiles, shareFiles } from '../pictures/share-pictures.ts';
import { checkOwnNames, listedPages, type OtherPage } from './other-pages.ts';
import { ownShare } from './shards.ts';
import { copiedFiles, pageFiles, picturesOf } from './site-files.ts';
import { type OtherFile } from '../output/site-file.ts';
import { type PageFile } from '../output/site-file.ts';

/** Everything that the files of a site are made from. */
export interface SiteSource {
  settings: BuildSettings;
  folders: PublishFolders;
  content: Content;
  site: Site;
  bundle: PageBundle;
  /** Pages whose addresses do not come from the content. */
  otherPages: readonly OtherPage[];
  /** Files of the editor. */
  admin: readonly OtherFile[];
  /** Files of the search index, which is made while others are. */
  search: Promise<readonly OtherFile[]>;
}

/** Plan the files of a site, or of a shard of it. */
export function planFiles(source: SiteSource): FilePlan {
  const { settings, site, content, bundle, otherPages, admin, search } = source;
  const routes = siteRoutes(site, listedPages(otherPages));
  const fonts = shareFonts(settings);
  const all = {
    pages: pageFiles(site, routes, otherPages, bundle),
    pictures: shareFiles(site, fonts),
    variants: pictureFiles(picturesOf(site, content), cacheFolders.pictures(settings.content)),
    others: copiedFiles(site, content, { public: settings.publicFolder, bundle }),
  };
  const ownPages = otherPages.filter(({ isOwn }) => isOwn);
  const checkNames = (searched: readonly OtherFile[]): void => {
    if (ownPages.length > 0) checkOwnNames(ownPages, [...Object.values(all).flat(), ...admin, ...searched]);
  };
  checkNames([]);
  const own = settings.shard ? ownShare(all, settings.shard) : all;
  const others = [...own.others, ...admin];
  return {
    // The last file of a path wins, so a file of public/ replaces a picture.
    files: [...own.pages, ...own.pictures, ...own.variants, ...others],
    make: async (isStale, intact, report) => {
      const folder = nextFolder(source.folders);
      const [count, countVariants] = shareReport(report);
      const making = makeOthers(others.filter(isStale), folder, intact);
      const { publicFolder } = settings;
      const work = { cache: source.folders.cache, folder, intact, fonts, publicFolder, all: all.pictures };
      const drawing = makeShareFiles(own.pictures.filter(isStale), work);
      // Variants are encoded in other threads while pages are rendered.
      const encoding = makeOthers(own.variants.filter(isStale), folder, intact, picturesAtOnce, countVariants);
      const rendering = renderPages(source, routes, { pages: own.pages.filter(isStale), intact, after: making }, count);
      const works = [rendering, making, drawing, encoding];
      // On an error, the others must settle first, so that nothing is written afterwards.
      await Promise.allSettled(works);
      return (await Promise.all(works)).flat();
    },
    rest: async () => {
      const files = await search;
      checkNames(files);
      return planOthers(files, source.folders);
    },
  };
}

/** Make the search index, which all shards share: the first one makes it. */
export async function planSearch(
  { articles }: Pick<Site, 'articles'>,
  { shard, config }: BuildSettings,
  folders: PublishFolders,
): Promise<OtherFile[]> {
  if (shard !== undefined && shard.number !== 1) return [];
  const outputs = await searchOutputs({ articles, config }, openSearchStore(folders.cache));
  const code = codeKey(parsingCode);
  return outputs.map(({ path, key, read }) => ({ file: path, key: code + key, read }));
}

/**
 * Number of pages below which threads take longer to start than they save: each reads the content and builds the model.
 */
function manyPages({ articles }: Site): number {
  return 600 + articles.length / 3;
}

interface PagesToMake {
  pages: readonly PageFile[];
  intact: PublishedFiles;
  /** Work of this thread that comes before rendering. */
  after: Promise<unknown>;
}

async function renderPages(
  { settings, folders, site, bundle, otherPages }: SiteSource,
  routes: SiteRoutes,
  { pages, intact, after }: PagesToMake,
  report: Report,
): Promise<MadeFile[]> {
  const tasks = pages.map((page): PageTask => ({ ...page, before: intact.get(page.file)?.hash }));
  if (tasks.length === 0) return [];
  const folder = nextFolder(folders);
  const wanted = new Set(tasks.map(({ path }) => path));
  return runBatches(
    {
      tasks,
      setup: { options: settings, bundle, folder, ownPages: listedPages(otherPages) },
      create: () => {
        const make = createPageMaker(
          bundle,
          { site, routes: keepRoutes(routes, ({ path }) => wanted.has(path)) },
          folder,
        );
        return async (batch) => {
          await after;
          return make(batch);
        };
      },
      worker: new URL('../render/render-worker.ts', import.meta.url),
      batchSize: 64,
      isLarge: tasks.length > manyPages(site),
    },
    report,
  );
}
