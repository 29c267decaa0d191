import { foldWord, plainWord } from '../../words/terms.ts';
import { soundOf } from './distance.ts';

/** A word that articles contain. */
export interface KnownWord {
  /** As it is written. */
  spelling: string;
  /** Folded, without half-spaces. */
  letters: string;
  /** From `soundOf`. */
  sound: string;
  /** Binary logarithm of the number of its articles, 0–9. */
  count: number;
}

/** The words with which others are compared, in slices that take a few milliseconds each. */
export type Vocabulary = readonly (readonly KnownWord[])[];

/** Lets others work, between slices. */
export type Pause = () => Promise<void>;

const sliceSize = 1000;

/** Parse the words of an index. @param lines From `writeSpellings`. */
export async function readVocabulary(lines: string, pause: Pause): Promise<Vocabulary> {
  const all = lines.split('\n').filter((line) => line !== '');
  const slices: KnownWord[][] = [];
  for (let start = 0; start < all.length; start += sliceSize) {
    slices.push(all.slice(start, start + sliceSize).map(readLine));
    await pause();
  }
  return slices;
}

function readLine(line: string): KnownWord {
  const spelling = line.slice(0, -1);
  const letters = plainWord.test(spelling) ? spelling : foldWord(spelling);
  return { spelling, letters, sound: soundOf(letters), count: Number(line.at(-1)) };
}

/**
 * Find the word of the least cost, and of equals the most common.
 *
 * @param highest No word of a higher cost is returned.
 * @param costOf Is called with the least cost so far, above which it may return any higher number.
 */
export async function leastCost(
  vocabulary: Vocabulary,
  highest: number,
  pause: Pause,
  costOf: (word: KnownWord, limit: number) => number,
): Promise<KnownWord | undefined> {
  let [best, limit]: [KnownWord | undefined, number] = [undefined, highest];
  for (const slice of vocabulary) {
    for (const word of slice) {
      const cost = costOf(word, limit);
      if (cost < limit || (cost === limit && word.count > (best?.count ?? -1))) [best, limit] = [word, cost];
    }
    await pause();
  }
  return best;
}
