import { hasPhrases } from '../../core/search/phrases.ts';
import type { SearchAnswer } from '../../core/search/ranking.ts';
import { formatNumber } from '../../core/text/persian.ts';
import { isolated } from '../elements.ts';
import type { SearchIndex } from './index.ts';
import type { HitList, TextTest } from './list.ts';

export { readOperators, unquote } from '../../core/search/operators.ts';

/*
 * Loaded only for questions with quotation marks or a minus.
 */

/** Create the test of an article: its headline, text and tags are searched. */
export function testOf({ phrases }: SearchAnswer, { labels, rows }: SearchIndex): TextTest {
  return ({ title, text }, number) => {
    const tags = rows[number]!.tags.map((tag) => labels.tags[tag]!);
    return hasPhrases([title, text, ...tags].join('\n'), phrases);
  };
}

/** Say what was found. Quotations are looked up in the texts, and not in all of them at once: say how far. */
export function describeQuotation({ articles, phrases }: SearchAnswer, list: HitList, without: string): string {
  const isWanted = phrases.some(({ isExcluded }) => !isExcluded);
  const kind = isWanted ? `با همین عبارت${without}` : `بدون این عبارت${without}`;
  if (list.isAtEnd)
    return list.drawn > 0 ? `${formatNumber(list.drawn)} خبر ${kind} پیدا شد.` : `خبری ${kind} پیدا نشد.`;
  const scope = `${formatNumber(list.read)} خبر نخست از ${formatNumber(articles.length)} خبر`;
  return list.drawn > 0
    ? `${formatNumber(list.drawn)} خبر ${kind}، در میان ${scope}.`
    : `در ${scope} خبری ${kind} نبود؛ با «بیشتر» بقیه هم دیده می‌شوند.`;
}

/** Say that quotations were found nowhere, above the answer of their words in any order. */
export function describeMissing(phrases: SearchAnswer['phrases']): (Node | string)[] {
  const missing = phrases.filter(({ isExcluded }) => !isExcluded).map(({ text }) => `«${text.trim()}»`);
  return ['عبارت ', ...isolated(missing.join(' و ')), ' به همین ترتیب پیدا نشد؛ واژه‌های آن به هر ترتیب جست‌وجو شد.'];
}
