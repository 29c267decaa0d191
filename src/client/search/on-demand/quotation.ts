import { unquote } from '../../../core/search/on-demand/operators.ts';
import { hasPhrases } from '../../../core/search/on-demand/phrases.ts';
import type { SearchAnswer } from '../../../core/search/ranking.ts';
import { formatNumber } from '../../../core/text/persian.ts';
import { isolated } from '../../elements.ts';
import type { SearchActions } from '../actions.ts';
import type { SearchIndex } from '../index.ts';
import type { HitList, TextTest } from '../list.ts';
import { offer } from '../parts.ts';

export { readOperators } from '../../../core/search/on-demand/operators.ts';

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

/**
 * Answer a question whose quotations were not found by their words in any order, and say so.
 *
 * @returns Whether anything was found.
 */
export async function answerLoosely(
  question: string,
  { phrases }: SearchAnswer,
  { answer, show }: SearchActions,
): Promise<boolean> {
  const words = unquote(question);
  if (words === question.trim()) return false;
  const loose = await answer(words);
  if (loose.articles.length === 0 || !(await show(loose))) return false;
  const missing = phrases.filter(({ isExcluded }) => !isExcluded).map(({ text }) => `«${text.trim()}»`);
  offer('عبارت ', ...isolated(missing.join(' و ')), ' به همین ترتیب پیدا نشد؛ واژه‌های آن به هر ترتیب جست‌وجو شد.');
  return true;
}
