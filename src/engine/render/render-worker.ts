import { siteRoutes } from '../../core/views/routes.ts';
import { beginModel } from '../model/build-model.ts';
import { loadContent } from '../content/load-content.ts';
import type { BuildOptions } from '../base/options.ts';
import type { PageBundle } from './bundle.ts';
import type { MadeFile } from '../output/make-file.ts';
import { createPageMaker, type PageTask } from './make-pages.ts';

/** What a thread that renders is started with. */
export interface RenderSetup {
  options: BuildOptions;
  bundle: PageBundle;
  /** Where pages are written. */
  folder: string;
  /** The paths of own pages that sitemaps list. */
  ownPages: readonly string[];
}

/** Create the function that renders pages in a thread. */
export default ({
  options,
  bundle,
  folder,
  ownPages,
}: RenderSetup): ((tasks: readonly PageTask[]) => Promise<MadeFile[]>) => {
  // Making the site again, out of the cache, costs less than sending it from one thread to another.
  const maker = loadContent(options).then(async (content) => {
    const site = await beginModel(content, options).finish();
    return createPageMaker(bundle, { site, routes: siteRoutes(site, ownPages) }, folder);
  });
  let last: Promise<unknown> = maker;
  // Batches run one after the other: interleaved, all would finish at once, and the thread would wait for the next ones.
  return (tasks) => {
    const made = last.then(async () => (await maker)(tasks));
    last = made.catch(() => {});
    return made;
  };
};
