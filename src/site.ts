import { receivePages } from './engine/render/handoff.ts';
import type { SiteRoutes } from './core/views/routes.ts';
import type { Site } from './core/site/site.ts';

/** The finished site. Pages import it from here and from nowhere else. */
export let site: Site;
/** The pages of it that are wanted. */
export let routes: SiteRoutes;

receivePages((input) => ({ site, routes } = input));
