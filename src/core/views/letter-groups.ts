/** Consecutive names with the same first letter. */
export interface LetterGroup<Item> {
  /** Heading of the group: «آ», «ب», «A», «۰–۹», or «#» for names that begin with a sign. */
  letter: string;
  /** ASCII id of the group within the page. */
  id: string;
  items: readonly Item[];
}

/**
 * Group alphabetically sorted names by first letter. Their order is kept, whatever the letters.
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
 * Return the heading of the group that a name belongs to.
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

// Persian collation (CLDR) sorts every letter with a hamza between ا and ب, at the end of the group of ا.
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
