import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { handOverPages, type PageInput } from './handoff.ts';
import { type PageBundle, readBundleMemory } from './bundle.ts';

/** Renders pages of a site. */
export interface PageRenderer {
  /**
   * Render a page or a file such as a feed.
   *
   * @param component The file below `src/pages`.
   * @param path Unencoded, without the base: `/news/x/`.
   * @throws whatever the page throws, and Error if there is no such page.
   */
  render(component: string, path: string): Promise<Uint8Array>;
}

/** What Astro's module of pages gives; see `BuildApp` in Astro's `core/build/app.js`. */
interface BundledApp {
  manifest: { routes: readonly { routeData: RouteData }[] };
  routeCache: { clearAll(): void };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

/**
 * Open a bundle for rendering pages of a site. In a thread, the renderer that was opened last is the one to use.
 *
 * Astro renders through the same module while it builds, but bundles anew each time and has no public way to render with a
 * bundle that is there. The version of Astro is pinned; remove this when Astro can render out of an earlier build.
 */
export async function openRenderer(bundle: PageBundle, input: PageInput): Promise<PageRenderer> {
  const memory = readBundleMemory(bundle);
  if (!memory) throw new Error(`The bundle of pages in ${bundle.code} is damaged. Build with --clean.`);
  handOverPages(input);
  const { app } = (await import(pathToFileURL(join(bundle.code, memory.entry)).href)) as { app: BundledApp };
  app.setInternals({
    pagesByKeys: new Map(memory.styles.map(([page, styles]) => [page, { styles }])),
    entrySpecifierToBundleMap: new Map(memory.scripts),
  });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => true }, level: 'error' } },
  });
  app.routeCache.clearAll();
  const byComponent = new Map(app.manifest.routes.map(({ routeData }) => [routeData.component, routeData]));
  const { urls } = input.site;
  return {
    render: async (component, path) => {
      const routeData = byComponent.get(`src/pages/${component}`);
      if (!routeData) throw new Error(`There is no file src/pages/${component}.`);
      // Astro reads paths with `decodeURI`, which leaves the codes of `=`, `&`, `,` and their like as they are.
      const address = urls.absolute(urls.base + encodeURI(path));
      const response = await app.render(new Request(address), { routeData });
      if (response.status !== 200 && component !== notFoundPage) {
        throw new Error(`src/pages/${component} answers ${response.status} for ${path}.`);
      }
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

const notFoundPage = '404.astro';
