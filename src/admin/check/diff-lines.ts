import { commonItems } from '../../core/entries/common-items.ts';

/** A line of a comparison of two texts. */
export interface DiffLine {
  kind: 'kept' | 'added' | 'removed';
  text: string;
}

/**
 * Compare two texts by lines, with one kept line around each change.
 *
 * @example diffLines('a\nb', 'a\nc').map(({ kind }) => kind) // ['kept', 'removed', 'added']
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, now] = [before.split(/\r\n?|\n/), after.split(/\r\n?|\n/)];
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  for (const [a, b] of [...commonItems(old, now), [old.length, now.length] as [number, number]]) {
    for (; row < a; row += 1) lines.push({ kind: 'removed', text: old[row]! });
    for (; column < b; column += 1) lines.push({ kind: 'added', text: now[column]! });
    if (a < old.length) lines.push({ kind: 'kept', text: old[a]! });
    [row, column] = [a + 1, b + 1];
  }
  const isNear = (index: number): boolean =>
    [index - 1, index, index + 1].some((at) => (lines[at]?.kind ?? 'kept') !== 'kept');
  return lines.filter((_, index) => isNear(index));
}
