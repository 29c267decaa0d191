import type { SiteRoutes } from '../../core/views/routes.ts';
import type { Site } from '../../core/site/site.ts';

/** The data that pages are rendered from. */
export interface PageInput {
  site: Site;
  /** The pages to make. */
  routes: SiteRoutes;
}

type Receiver = (input: PageInput) => void;

/**
 * Astro bundles pages apart from the program that builds the site, so that a module of the one is not the same module
 * in the other. What they share is the thread.
 */
const slot = Symbol.for('rooznegar.pages');
const shared = globalThis as { [slot]?: { input: PageInput; receive?: Receiver } };

/** Pass the data to the loaded pages, or to those loaded later. */
export function handOverPages(input: PageInput): void {
  shared[slot] = { ...shared[slot], input };
  shared[slot].receive?.(input);
}

/**
 * Receive what is handed over, now and later.
 *
 * @throws Error if pages are rendered by another command than the project's own.
 */
export function receivePages(receive: Receiver): void {
  const handed = shared[slot];
  if (!handed) throw new Error('No site was loaded: astro.config.mjs lacks «integrations: [rooznegar()]».');
  // Pages that are reloaded, as in a preview, replace the previous ones.
  handed.receive = receive;
  receive(handed.input);
}
