import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RelatedLists } from '../../core/related/find-related.ts';
import type { RelatedItem } from '../../core/related/features.ts';
import { openRelatedStore } from './related-store.ts';
import { findRelatedWith, packRelated, unpackLists } from './related-task.ts';

/** Wait for the related articles. */
export type PendingLists = () => Promise<RelatedLists['lists']>;

// With fewer articles, a thread takes longer to start than it saves.
const manyArticles = { unknown: 2000, known: 20_000 };

/**
 * Start the search for related articles (in a worker thread on large sites); await the returned function for the
 * result.
 */
export function beginRelated(cache: string, items: readonly RelatedItem[], count: number): PendingLists {
  const { isEmpty } = openRelatedStore(cache);
  if (items.length < (isEmpty ? manyArticles.unknown : manyArticles.known))
    return async () => findRelatedWith(cache, items, count);
  const worker = new Worker(new URL('./related-worker.ts', import.meta.url), {
    workerData: packRelated(cache, items, count),
  });
  worker.unref();
  const found = once(worker, 'message').then(([packed]) => unpackLists(packed as Int32Array, count));
  found.catch(() => {});
  return () => {
    worker.ref();
    return found;
  };
}
