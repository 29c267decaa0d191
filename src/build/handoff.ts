import type { SiteRoutes } from '../core/routes.ts';
import type { Site } from '../core/site.ts';

/** What pages are made of. */
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
const shared = globalThis as { [slot]?: { input: PageInput; receivers: Set<Receiver> } };

/** Hand what pages are made of to them, and to all that ask later. */
export function handOverPages(input: PageInput): void {
  const receivers = shared[slot]?.receivers ?? new Set();
  shared[slot] = { input, receivers };
  for (const receive of receivers) receive(input);
}

/**
 * Receive what is handed over, now and later.
 *
 * @throws Error if pages are rendered by another command than the project's own.
 */
export function receivePages(receive: Receiver): void {
  const handed = shared[slot];
  if (!handed)
    throw new Error('No site was loaded. Use «npm run build» or «npm run dev», not the astro command itself.');
  handed.receivers.add(receive);
  receive(handed.input);
}
