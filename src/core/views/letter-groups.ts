/** Names in a row that begin with one letter. */
export interface LetterGroup<Item> {
  /** What stands above the group: «آ», «ب», «A», «۰–۹», or «#» for what begins with a sign. */
  letter: string;
  /** An id for the group in a page, in ASCII. */
  id: string;
  items: readonly Item[];
}

/**
 * Group names that are in alphabetical order by their first letters. The order stays, whatever the letters.
 *
 * @example groupByLetter([{ label: 'آب' }, { label: 'آتش' }, { label: 'باد' }]) // آ with two, ب with one
 */
export function groupByLetter<Item extends { label: string }>(items: readonly Item[]): LetterGroup<Item>[] {
  const groups: { letter: string; items: Item[] }[] = [];
  for (const item of items) {
    const letter = firstLetter(item.label);
    const last = groups.at(-1);
    if (last?.letter === letter) last.items.push(item);
    else groups.push({ letter, items: [item] });
  }
  return groups.map((group, index) => ({ ...group, id: `letter-${index + 1}` }));
}

/**
 * Name the group that a name belongs to by how it begins.
 *
 * @example firstLetter('ایران') // 'ا'
 * @example firstLetter('iPhone') // 'I'
 */
export function firstLetter(label: string): string {
  const first = String.fromCodePoint(label.codePointAt(0) ?? 0);
  if (/\p{N}/u.test(first)) return '۰–۹';
  if (/\p{Script=Latin}/u.test(first)) return first.normalize('NFD').charAt(0).toUpperCase();
  return /\p{L}/u.test(first) ? (plainLetters[first] ?? first) : '#';
}

// Persian order (CLDR) has all that bears a hamza between ا and ب, so that it closes the group of ا.
const plainLetters: Readonly<Record<string, string>> = {
  ء: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'ا',
  ئ: 'ا',
  ۀ: 'ه',
  ة: 'ه',
};
