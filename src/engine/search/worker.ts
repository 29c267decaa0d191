import type { SearchFields } from '../../core/search/store.ts';
import { indexPeriod, type PeriodWords } from '../../core/search/sharded/index-period.ts';

/** Articles to index, and whether their period is the newest. */
export interface PeriodTask {
  articles: readonly SearchFields[];
  isNewest: boolean;
}

export default () =>
  async ({ articles, isNewest }: PeriodTask): Promise<PeriodWords> =>
    indexPeriod(articles, isNewest);
