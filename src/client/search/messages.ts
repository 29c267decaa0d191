import { formatNumber } from '../../core/text/persian.ts';
import type { SearchAnswer } from '../../core/search/ranking.ts';
import type { HitList } from './list.ts';
import type { describeQuotation } from './on-demand/quotation.ts';

/** Say what an answer found. @param quotation For questions with quotations. */
export function describeAnswer(answer: SearchAnswer, list: HitList, quotation?: typeof describeQuotation): string {
  const { articles, whole, excluded } = answer;
  const without = excluded.map((word, index) => `${index > 0 ? ' و' : ' بدون'} «${word}»`).join('');
  if (articles.length === 0) return `نتیجه‌ای${without} پیدا نشد.`;
  if (quotation) return quotation(answer, list, without);
  if (whole.length > 0) return `${formatNumber(whole.length)} خبر${without} پیدا شد.`;
  return `هیچ خبری${without} همه واژه‌ها را ندارد؛ ${formatNumber(articles.length)} خبر برخی از آن‌ها را دارد.`;
}
