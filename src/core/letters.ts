/** The names that begin with one letter. */
export interface LetterGroup<Item> {
  /** What stands above the group: «آ», «ب», «A», «۰–۹», or «#» for all else. */
  letter: string;
  /** An id for the group in a page, in ASCII. */
  id: string;
  items: readonly Item[];
}

/**
 * Group names that are in alphabetical order by their first letters. The order stays.
 *
 * @example groupByLetter([{ label: 'آب' }, { label: 'آتش' }, { label: 'باد' }]) // آ with two, ب with one
 */
export function groupByLetter<Item extends { label: string }>(items: readonly Item[]): LetterGroup<Item>[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const letter = firstLetter(item.label);
    const group = groups.get(letter);
    if (group) group.push(item);
    else groups.set(letter, [item]);
  }
  return [...groups].map(([letter, members]) => ({ letter, id: idOf(letter), items: members }));
}

/**
 * Name the group that a name belongs to by its first letter or digit; marks before it do not count.
 *
 * @example firstLetter('«ایران»') // 'ا'
 * @example firstLetter('iPhone') // 'I'
 */
export function firstLetter(label: string): string {
  const [first] = /[\p{L}\p{N}]/u.exec(label) ?? ['#'];
  if (/\p{N}/u.test(first)) return digits;
  return plainLetters[first] ?? first.toUpperCase();
}

const digits = '۰–۹';
const plainLetters: Readonly<Record<string, string>> = { 'أ': 'ا', 'إ': 'ا', 'ٱ': 'ا', 'ؤ': 'و', 'ئ': 'ی', 'ۀ': 'ه', 'ة': 'ه' };

function idOf(letter: string): string {
  return `letter-${letter.codePointAt(0)!.toString(16)}`;
}
