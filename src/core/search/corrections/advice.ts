import { type KnownWords, likelierQuestion, mendQuestion } from './mend.ts';
import type { SearchAnswer } from '../ranking.ts';

/** A better query, with its answer. */
export interface Advice {
  question: string;
  answer: SearchAnswer;
  /** Whether to show its answer at once: that of the query as typed is worth little. */
  isInstead: boolean;
}

/** Another spelling of known words is offered if it finds this many times as many articles. */
const timesBetter = 10;

/**
 * Find a better query than one that was answered: with unknown words mended, or, where all are known, one that sounds
 * alike and finds ten times as many articles.
 *
 * @param found The answer of the query as typed.
 * @param ask Answers other queries.
 */
export async function adviseOn(
  question: string,
  found: SearchAnswer,
  ask: (question: string) => Promise<SearchAnswer>,
  known: KnownWords,
): Promise<Advice | undefined> {
  const mended = found.unknown.length > 0 ? await mendQuestion(question, found.unknown, known) : [];
  for (const better of mended) {
    const answer = await ask(better);
    if (answer.articles.length === 0 || answer.unknown.length >= found.unknown.length) continue;
    return { question: better, answer, isInstead: found.articles.length === 0 || answer.whole.length > 0 };
  }
  if (found.unknown.length > 0) return undefined;
  const likelier = await likelierQuestion(question, known);
  if (likelier === undefined) return undefined;
  const answer = await ask(likelier);
  const isBetter = answer.whole.length > found.whole.length && answer.whole.length >= timesBetter * found.whole.length;
  return isBetter ? { question: likelier, answer, isInstead: false } : undefined;
}
