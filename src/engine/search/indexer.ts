import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { indexPeriod, type PeriodWords } from '../../core/search/sharded/index-period.ts';
import { createPool } from '../base/thread-pool.ts';
import type { PeriodTask } from './worker.ts';

/** Indexes periods, large ones in threads of their own. */
export interface PeriodIndexer {
  /** How many periods are worth indexing at a time. */
  readonly threads: number;
  index(task: PeriodTask): Promise<PeriodWords>;
  close(): Promise<void>;
}

/** Below this many articles, starting threads takes longer than they save. */
const threadThreshold = 400;

/** Make an indexer. It starts threads when it needs them. */
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
