import type { QueryReaders } from '../../core/search/query.ts';
import { answerQuestion, type SearchAnswer } from '../../core/search/ranking.ts';
import type { SearchIndex } from './index.ts';

/**
 * Answer a question from the index. Parts of the analysis are loaded for the questions that need them; where they cannot
 * be, signs are punctuation and dates are words.
 */
export async function answerOf(text: string, { words, rows }: SearchIndex, isTyping: boolean): Promise<SearchAnswer> {
  const [found, ...readers] = await Promise.all([
    words(),
    /["“”„‟«\u2010-\u2013\u2212\u0640-]/.test(text) ? import('./on-demand/quotation.ts').catch(() => ({})) : {},
    /\p{N}/u.test(text) ? import('./on-demand/date-link.ts').catch(() => ({})) : {},
  ]);
  const source = { ...found, dayOf: (article: number) => rows[article]!.day };
  return answerQuestion(text, source, isTyping, undefined, Object.assign({}, ...readers) as QueryReaders);
}
