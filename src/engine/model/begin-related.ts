import type { RelatedLists } from '../../core/related/find-related.ts';
import type { RelatedItem } from '../../core/related/features.ts';
import { startThread } from '../base/thread.ts';
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
  const worker = new URL('./related-worker.ts', import.meta.url);
  const found = startThread<Int32Array>(worker, packRelated(cache, items, count));
  return async () => unpackLists(await found(), count);
}
