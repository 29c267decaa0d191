import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import type { PageBundle } from './bundle.ts';
import { handOverPages, type PageInput } from './handoff.ts';
import { type OpenApp, type PageApp, refusedName } from './page-app-contract.ts';
import { pageFault } from './refusals.ts';
import type { Site } from '../../core/site/site.ts';
import { UsageError } from '../base/errors.ts';

/** Renders pages of a site. */
export interface PageRenderer {
  /**
   * Render a page or a file such as a feed.
   *
   * @param component The file that makes it, from the project's folder: `src/pages/news/[slug].astro`.
   * @param path Unencoded, without the base: `/news/x/`.
   * @param pattern Of its route, where a file makes pages of several.
   * @throws whatever the page throws, and Error if there is no such page.
   */
  render(component: string, path: string, pattern?: string | undefined): Promise<Uint8Array>;
  /** List the paths of some routes: decoded, without the base. */
  listPaths(isWanted: (route: RouteData) => boolean): Promise<{ pathname: string; route: RouteData }[]>;
}

/**
 * Open a bundle for rendering pages of a site. In a thread, the renderer that was opened last is the one to use.
 */
export async function openRenderer({ code, entry }: PageBundle, input: PageInput): Promise<PageRenderer> {
  handOverPages(input);
  const { openApp } = (await import(pathToFileURL(join(code, entry)).href)) as { openApp: OpenApp };
  const app = openApp();
  const { urls } = input.site;
  const routes = new Map<string, RouteData>();
  for (const route of app.routes) {
    routes.set(route.component, route);
    routes.set(`${route.component} ${route.route}`, route);
  }
  return {
    listPaths: (isWanted) => app.listPaths(isWanted),
    render: async (component, path, pattern) => {
      const route = routes.get(pattern === undefined ? component : `${component} ${pattern}`);
      if (!route) throw new Error(`There is no file ${component}.`);
      const response = await renderPage(app, route, urls, path);
      if (response.status !== 200 && route.route !== '/404') {
        throw new Error(`${component} answers ${response.status} for ${path}.`);
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      const fault = route.type === 'page' ? pageFault(bytes) : undefined;
      if (fault !== undefined) throw new UsageError(`${component}, ${path}: ${fault}.`);
      return bytes;
    },
  };
}

/** @throws UsageError for a forbidden feature; otherwise an Error that names the page, with its cause. */
async function renderPage(app: PageApp, route: RouteData, urls: Site['urls'], path: string): Promise<Response> {
  // Astro reads paths with `decodeURI`, which leaves the codes of `=`, `&`, `,` and their like as they are.
  const request = new Request(urls.absolute(urls.base + encodeURI(path)));
  try {
    return await app.render(request, route);
  } catch (cause) {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    if (name === refusedName) throw new UsageError(`${route.component}, ${path}: ${message}`);
    throw new Error(`${route.component} failed for ${path}: ${message}`, { cause });
  }
}
