import { indexPeriod, type PeriodWords } from '../../core/search/sharded/index-period.ts';
import { openThreadWork, otherThreads } from '../base/thread-pool.ts';
import type { PeriodTask } from './worker.ts';

/** Indexes periods, large ones in other threads too. */
export interface PeriodIndexer {
  /** Number of periods worth indexing concurrently. */
  readonly limit: number;
  index(task: PeriodTask): Promise<PeriodWords>;
}

// With fewer articles, starting threads takes longer than it saves.
const threadThreshold = 400;
// Another thread has one more period waiting while this thread is busy with one.
const elsewhereAtOnce = 2 * otherThreads;

/** Create an indexer. It starts threads on demand. */
export function createIndexer(): PeriodIndexer {
  const indexElsewhere = openThreadWork<PeriodTask, PeriodWords>(new URL('./worker.ts', import.meta.url));
  let elsewhere = 0;
  return {
    limit: elsewhereAtOnce + 1,
    index: async (task) => {
      if (task.articles.length < threadThreshold || elsewhere >= elsewhereAtOnce)
        return indexPeriod(task.articles, task.isNewest);
      elsewhere++;
      try {
        return await indexElsewhere(task);
      } finally {
        elsewhere--;
      }
    },
  };
}
