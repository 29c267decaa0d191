import { describeWord, type KnownTerm } from './terms.ts';

/** The words of a text with their counts, as {@link writeWordCounts} writes them. */
export interface CountedWords {
  counts: string;
}

/**
 * Write the words of a text with their counts: one spelling per line, followed by its count if that is not 1. Reading them again
 * is faster than finding them in the text.
 */
export function writeWordCounts(words: readonly KnownTerm[]): string {
  const counts = new Map<string, number>();
  for (const { spelling } of words) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  return Array.from(counts, ([spelling, count]) => (count === 1 ? spelling : `${spelling} ${count}`)).join('\n');
}

/** Call a function with each different word and its count. */
export function readWordCounts({ counts }: CountedWords, take: (word: KnownTerm, count: number) => void): void {
  if (counts === '') return;
  for (const line of counts.split('\n')) {
    const space = line.indexOf(' ');
    if (space === -1) take(describeWord(line), 1);
    else take(describeWord(line.slice(0, space)), Number(line.slice(space + 1)));
  }
}
