import type { SpellingCount } from './store.ts';
import { readSpelling } from '../words/terms.ts';

// Enough words for correcting queries; the rarest are dropped first.
const spellingCount = 20_000;
// On sites with at least this many spellings, words of a single article are dropped, since misspelt words are among
// them.
const manySpellings = spellingCount / 4;

/** List the most common words of a period with their numbers of articles: one per line, sorted by code units. */
export function listSpellings(counts: readonly SpellingCount[]): string {
  const words = counts.filter(([spelling]) => isWord(spelling));
  const lines = commonest(words, spellingCount).map(([spelling, count]) => `${spelling} ${count}`);
  return lines.toSorted().join('\n');
}

/**
 * Write the words that unknown ones are compared with: one per line, followed by the binary logarithm of the number of
 * its articles, 0–9. Of several spellings of a word, only the most common is listed.
 *
 * @param periods From {@link listSpellings}.
 */
export function writeSpellings(periods: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const line of periods.flatMap((list) => list.split('\n'))) {
    const [spelling = '', count] = line.split(' ');
    if (spelling !== '') counts.set(spelling, (counts.get(spelling) ?? 0) + Number(count));
  }
  const known = [...counts].filter(([, count]) => count > 1 || counts.size < manySpellings);
  const common = commonest(known, spellingCount).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = new Map<string, string>();
  for (const [spelling, count] of common) {
    const letters = readSpelling(spelling);
    if (!words.has(letters)) words.set(letters, `${spelling}${Math.min(9, Math.floor(Math.log2(count)))}`);
  }
  return [...words.values()].toSorted().join('\n');
}

/** Return at most `most` spellings: those with more articles than the first that is dropped. */
function commonest(counts: readonly SpellingCount[], most: number): readonly SpellingCount[] {
  if (counts.length <= most) return counts;
  const numbers = Uint32Array.from(counts, ([, count]) => count).toSorted();
  const least = numbers[counts.length - most - 1]!;
  return counts.filter(([, count]) => count > least);
}

function isWord(spelling: string): boolean {
  return spelling.length > 1 && /^[\p{L}\p{M}\u200C]+$/u.test(spelling);
}
