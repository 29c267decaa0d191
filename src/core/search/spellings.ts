import type { SpellingCount } from './store.ts';
import { foldWord, readSpelling } from '../words/terms.ts';

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

/**
 * Find the known word nearest to an unknown one, by the number of letters inserted, deleted, substituted or transposed
 * (Damerau 1964); letters with the same sound count half. Ties go to the most common word.
 *
 * @param lines From {@link writeSpellings}.
 * @example nearestSpelling('طهران', 'تهران5\nطهارت1') // 'تهران'
 */
export function nearestSpelling(word: string, lines: string): string | undefined {
  const wanted = foldWord(word);
  let limit = wanted.length < 3 ? 0 : wanted.length < 5 ? 1 : 2;
  let [best, bestCount]: [string | undefined, number] = [undefined, -1];
  if (limit === 0) return undefined;
  for (const line of lines.split('\n')) {
    const count = Number(line.at(-1));
    const spelling = line.slice(0, -1);
    if (Math.abs(spelling.length - wanted.length) > limit + 1) continue;
    const distance = distanceWithin(wanted, foldWord(spelling), limit);
    if (distance > limit || (distance === limit && count <= bestCount)) continue;
    [best, bestCount, limit] = [spelling, count, distance];
  }
  return best;
}

/** Return at most `most` spellings: those with more articles than the first that is dropped. */
function commonest(counts: readonly SpellingCount[], most: number): readonly SpellingCount[] {
  if (counts.length <= most) return counts;
  const numbers = Uint32Array.from(counts, ([, count]) => count).toSorted();
  const least = numbers[counts.length - most - 1]!;
  return counts.filter(([, count]) => count > least);
}

function isWord(spelling: string): boolean {
  return spelling.length > 2 && /^[\p{L}\p{M}\u200C]+$/u.test(spelling);
}

const sounds = ['سصث', 'زذضظ', 'تط', 'هح', 'قغ', 'اعآ', 'یئ', 'وؤ', 'گک', 'پب', 'چج', 'ژز'];

function isAlike(a: string, b: string): boolean {
  return sounds.some((letters) => letters.includes(a) && letters.includes(b));
}

function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const [mine, other] = [a[row - 1]!, b[column - 1]!];
      const exchange = mine === other ? 0 : isAlike(mine, other) ? 0.5 : 1;
      let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + exchange);
      if (mine === b[column - 2] && other === a[row - 2]) cost = Math.min(cost, before[column - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return last[b.length]!;
}
