import { receiveSite } from './build/handoff.ts';
import type { Site } from './core/site.ts';

/** The finished site. Pages import it from here and from nowhere else. */
export const site: Site = receiveSite();
