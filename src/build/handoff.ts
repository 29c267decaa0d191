import type { Site } from '../core/site.ts';

/**
 * Astro bundles pages apart from the program that builds the site, so that a module of the one is not the same module
 * in the other. What they share is the process.
 */
const slot = Symbol.for('rooznegar.site');
const shared = globalThis as { [slot]?: Site };

/** Hand a finished site to the pages. */
export function handOverSite(site: Site): void {
  shared[slot] = site;
}

/**
 * Receive the site that was handed over last.
 *
 * @throws Error if pages are rendered by another command than the project's own.
 */
export function receiveSite(): Site {
  const site = shared[slot];
  if (!site) throw new Error('No site was loaded. Use «npm run build» or «npm run dev», not the astro command itself.');
  return site;
}
