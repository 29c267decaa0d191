import type { SiteRoutes } from '../core/routes.ts';
import type { Site } from '../core/site.ts';

/** What pages are made of. */
export interface PageInput {
  site: Site;
  /** The pages to make. */
  routes: SiteRoutes;
}

/**
 * Astro bundles pages apart from the program that builds the site, so that a module of the one is not the same module
 * in the other. What they share is the thread.
 */
const slot = Symbol.for('rooznegar.pages');
const shared = globalThis as { [slot]?: PageInput };

/** Hand what pages are made of to them. */
export function handOverPages(input: PageInput): void {
  shared[slot] = input;
}

/**
 * Receive what was handed over last.
 *
 * @throws Error if pages are rendered by another command than the project's own.
 */
export function receivePages(): PageInput {
  const input = shared[slot];
  if (!input) throw new Error('No site was loaded. Use «npm run build» or «npm run dev», not the astro command itself.');
  return input;
}
