import { type Flaw, letter, mend, type Prose, wordUnit } from './prose.ts';
import type { HalfSpaceProposal } from '../half-spaces/finder.ts';

/** Find half-spaces that are missing or written as spaces. */
export function findMissingHalfSpaces({ words }: Prose, find: (text: string) => HalfSpaceProposal[]): Flaw[] {
  return find(words).flatMap(({ start, end, proposed, kind, isCertain }) =>
    mend(
      kind === 'missing' ? 'half-space-missing' : 'half-space-as-space',
      start,
      words.slice(start, end),
      proposed,
      isCertain,
    ),
  );
}

/** Find repeated function words. Other words are repeated on purpose: کم کم, یکی یکی, نه نه. */
export function findRepeatedWords({ words }: Prose): Flaw[] {
  return [...words.matchAll(twice)].flatMap(({ 0: found, 1: word = '', index }) =>
    mend('repeated-word', index, found, word, false),
  );
}

/** Find a full stop at the end of a headline. */
export function findTitleStop({ words }: Prose): Flaw[] {
  const stop = finalStop.exec(words);
  return stop ? mend('title-full-stop', stop.index, '.', '', false) : [];
}

const functionWords =
  'که از به را در با تا بر و یا اما ولی اگر برای این آن است بود شد شده کرد می\u200Cشود می\u200Cکند'.split(' ');
const twice = new RegExp(`(?<!${wordUnit})(${functionWords.join('|')})\\s+\\1(?!${wordUnit})`, 'gu');
// Neither an ellipsis nor an abbreviation, as in «۲۰۰ پ.م.».
const finalStop = new RegExp(`(?<=${letter}{2}|[\\u064B-\\u0655\\u0670\\u200C۰-۹٪»)\\]\\uFFFC])\\.(?=\\s*$)`);
