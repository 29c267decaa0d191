import type { SpellingCount } from './groups.ts';
import { foldWord, readSpelling } from '../../words/terms.ts';

/** So many words are enough to mend a question with; the rarest are left out first. */
const spellingCount = 20_000;
/** Where there are so many, words of one article are left out, because misspelt words are among them. */
const manySpellings = spellingCount / 4;

/** List the commonest words of a period, and in how many articles they are: a line each, in the order of their units. */
export function listSpellings(counts: readonly SpellingCount[]): string {
  const words = counts.filter(([spelling]) => isWord(spelling));
  const lines = commonest(words, spellingCount).map(([spelling, count]) => `${spelling} ${count}`);
  return lines.toSorted().join('\n');
}

/**
 * Write the words that unknown ones are compared with: a line each, with the power of two of the number of its articles.
 * Of several spellings of a word it is the commonest.
 *
 * @param periods As {@link listSpellings} lists them.
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
 * Find the known word that is nearest to an unknown one: the fewest letters inserted, left out, exchanged or swapped
 * (Damerau 1964), letters of one sound counting half; among equals the commonest.
 *
 * @param lines As {@link writeSpellings} wrote them.
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

/** Keep at most so many, all that are in more articles than the first to be left out. */
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
