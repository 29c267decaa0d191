import type { RouteData } from 'astro';

/** A bundle of pages that is ready to render one site. */
export interface PageApp {
  routes: readonly RouteData[];
  /** Scripts that integrations want in the head of every page. */
  inlineScripts: readonly string[];
  /** @throws whatever the page throws. */
  render(request: Request, route: RouteData): Promise<Response>;
  /** List the paths of the chosen routes, decoded and without the base. */
  listPaths(isWanted: (route: RouteData) => boolean): Promise<{ pathname: string; route: RouteData }[]>;
}

/** What the entry of a bundle exports as `openApp`. */
export type OpenApp = () => PageApp;

/** Name of errors about forbidden features in pages. Classes are not shared between the bundle and the engine. */
export const refusedName = 'RefusedByRooznegar';
