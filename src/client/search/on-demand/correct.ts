import { adviseOn } from '../../../core/search/corrections/advice.ts';
import { readVocabulary, type Vocabulary } from '../../../core/search/corrections/vocabulary.ts';
import type { SearchAnswer } from '../../../core/search/ranking.ts';
import { stopWords } from '../../../core/words/stems.ts';
import { findWords } from '../../../core/words/words.ts';
import { element, isolated } from '../../elements.ts';
import type { SearchActions } from '../actions.ts';
import type { SearchIndex } from '../index.ts';
import { offer } from '../parts.ts';
import { yieldToKeys } from '../yield.ts';

/*
 * Loaded only when a question finds nothing, or little.
 */

let known: { index: SearchIndex; vocabulary: Promise<Vocabulary> } | undefined;

/** Look for a better question among the words of the index, and show its answer or offer it; see `adviseOn`. */
export async function offerBetter(
  typed: string,
  found: SearchAnswer,
  index: SearchIndex,
  { answer, show, isCurrent, keep, linkTo }: SearchActions,
): Promise<void> {
  const better = await findBetter(typed, found, answer, index);
  if (!isCurrent() || !better) return;
  if (!better.isInstead) return offer('منظورتان ', linkTo(better.question), ' بود؟');
  if (!(await show(better.answer))) return;
  keep(better.question);
  const words = element('strong', undefined, ...isolated(better.question));
  offer('نتیجه‌ها برای «', words, '». ', linkTo(typed, true, `جست‌وجوی خود «${typed.trim()}»`));
}

async function findBetter(
  question: string,
  found: SearchAnswer,
  ask: (question: string) => Promise<SearchAnswer>,
  index: SearchIndex,
): ReturnType<typeof adviseOn> {
  if (known?.index !== index) {
    known = { index, vocabulary: index.spellings().then((lines) => readVocabulary(lines, yieldToKeys)) };
    known.vocabulary.catch(() => (known = undefined));
  }
  return adviseOn(question, found, ask, {
    vocabulary: await known.vocabulary,
    isKnown: (text) => isKnown(text, index),
    pause: yieldToKeys,
  });
}

async function isKnown(text: string, { words }: SearchIndex): Promise<boolean> {
  const typed = findWords(text).filter(({ surface }) => !stopWords.has(surface));
  const found = await (await words()).find(typed);
  return typed.every(({ stem }) => found.has(stem));
}
