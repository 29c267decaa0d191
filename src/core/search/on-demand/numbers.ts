import { type SearchTerm, termOf } from '../../words/terms.ts';
import type { SearchWord } from '../../words/words.ts';

/** Words of a question that are one long number, by position. */
export interface LongNumber {
  first: number;
  last: number;
  /** Ways to write it: each is the words that must occur together. */
  spellings: readonly (readonly SearchTerm[])[];
}

// Shorter numbers are not written in groups, apart from thousands, which are one word anyway.
const [shortest, longest] = [7, 16];
// Groups that begin with neither a code nor an operator are several numbers if they are short: «2020 2021».
const shortestForeign = 10;
const mostGroups = 5;
/** Usual groups of numbers, by their length: of telephones, with and without area code, and of bank cards. */
const groupings: Readonly<Record<number, readonly (readonly number[])[]>> = {
  8: [[4, 4]],
  11: [
    [3, 8],
    [3, 4, 4],
    [4, 7],
    [4, 3, 4],
    [4, 3, 2, 2],
  ],
  16: [[4, 4, 4, 4]],
};

/**
 * Find long numbers, such as telephone and bank card numbers, in any grouping: «۰۲۱-۸۸۷۷۶۶۵۵», «021 8877 6655». The
 * international code of Iran counts as the national zero.
 */
export function findLongNumbers(words: readonly SearchWord[], text: string): LongNumber[] {
  const found: LongNumber[] = [];
  const isGroup = (index: number): boolean => /^\d+$/.test(words[index]?.surface ?? '');
  for (let first = 0; first < words.length; first++) {
    if (!isGroup(first)) continue;
    let last = first;
    while (isGroup(last + 1) && last + 1 - first < mostGroups && areNear(words[last]!, words[last + 1]!, text)) last++;
    const groups = words.slice(first, last + 1).map(({ surface }) => surface);
    const number = groups.join('');
    const least = first === last || /^[09]/.test(number) ? shortest : shortestForeign;
    if (number.length >= least && number.length <= longest) found.push({ first, last, spellings: spellingsOf(groups) });
    first = last;
  }
  return found;
}

function areNear({ end }: SearchWord, { start }: SearchWord, text: string): boolean {
  return /^[\s()./\u2010-\u2013\u2212-]{1,3}$/.test(text.slice(end, start));
}

function spellingsOf(groups: readonly string[]): SearchTerm[][] {
  const number = groups.join('');
  const national = number.replace(/^(?:00)?98(?=\d{10}$)/, '0');
  const grouped = (groupings[national.length] ?? []).map((lengths) => {
    let at = 0;
    return lengths.map((length) => national.slice(at, (at += length)));
  });
  const all = new Map([groups, [number], [national], ...grouped].map((parts) => [parts.join(' '), parts]));
  return [...all.values()].map((parts) => parts.map(termOf));
}
