import { receivePages } from './build/handoff.ts';
import type { SiteRoutes } from './core/routes.ts';
import type { Site } from './core/site.ts';

/** The finished site. Pages import it from here and from nowhere else. */
export let site: Site;
/** The pages of it that are wanted. */
export let routes: SiteRoutes;

receivePages((input) => ({ site, routes } = input));
