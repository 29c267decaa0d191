import { indexPeriod, type PeriodWords } from '../../core/search/sharded/index-period.ts';
import type { SearchFields } from '../../core/search/sharded/postings.ts';

/** Articles to index, and whether theirs is the newest period. */
export interface PeriodTask {
  articles: readonly SearchFields[];
  isNewest: boolean;
}

export default ({ articles, isNewest }: PeriodTask): PeriodWords => indexPeriod(articles, isNewest);
