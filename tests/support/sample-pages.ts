import { inject } from 'vitest';
import { type Dist, openDist, pagesOf } from './dist.ts';
import type { Page } from './html.ts';

let known: { dist: Dist; pages: readonly Page[] } | undefined;

/** The site that was built from the sample, and its pages, parsed once for all test files of a worker. */
export function readSampleSite(): { dist: Dist; pages: readonly Page[] } {
  if (known) return known;
  const dist = openDist(inject('sampleSite'));
  return (known = { dist, pages: pagesOf(dist) });
}
