import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { indexPeriod, type PeriodWords } from '../../core/search/sharded/index-period.ts';
import { createPool } from '../base/thread-pool.ts';
import type { PeriodTask } from './worker.ts';

/** Indexes periods, large ones in worker threads. */
export interface PeriodIndexer {
  /** Number of periods worth indexing concurrently. */
  readonly threads: number;
  index(task: PeriodTask): Promise<PeriodWords>;
  close(): Promise<void>;
}

// With fewer articles, starting threads takes longer than it saves.
const threadThreshold = 400;

/** Create an indexer. It starts threads on demand. */
export function createIndexer(): PeriodIndexer {
  let pool: Promise<Tinypool> | undefined;
  return {
    threads: availableParallelism(),
    index: async (task) => {
      if (task.articles.length < threadThreshold) return indexPeriod(task.articles, task.isNewest);
      pool ??= createPool(new URL('./worker.ts', import.meta.url), undefined);
      return (await (await pool).run(task)) as PeriodWords;
    },
    close: async () => (await pool)?.destroy(),
  };
}
