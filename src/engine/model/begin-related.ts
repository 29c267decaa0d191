import type { RelatedLists } from '../../core/related/find-related.ts';
import type { RelatedItem } from '../../core/related/features.ts';
import { startThread } from '../base/thread.ts';
import { openRelatedStore } from './related-store.ts';
import { findRelatedWith, packRelated, unpackLists } from './related-task.ts';

/** Waits until related articles are found. */
export type PendingLists = () => Promise<RelatedLists['lists']>;

/** Below so many articles, a thread takes longer to start than it saves. */
const manyArticles = { unknown: 2000, known: 20_000 };

/** Begin to find related articles, those of a large site in another thread. Nobody need wait for them. */
export function findRelatedAside(cache: string, items: readonly RelatedItem[], count: number): PendingLists {
  const { isEmpty } = openRelatedStore(cache);
  if (items.length < (isEmpty ? manyArticles.unknown : manyArticles.known))
    return async () => findRelatedWith(cache, items, count);
  const worker = new URL('./related-worker.ts', import.meta.url);
  const found = startThread<Int32Array>(worker, packRelated(cache, items, count));
  return async () => unpackLists(await found(), count);
}
