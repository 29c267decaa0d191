/**
 * Find the longest common subsequence of two lists (Hirschberg’s problem, solved with a table after common ends are set
 * aside).
 *
 * @returns The positions of its items in both lists, in order.
 * @example commonItems(['a', 'b', 'c'], ['a', 'c']) // [[0, 0], [2, 1]]
 */
export function commonItems(a: readonly string[], b: readonly string[]): [number, number][] {
  const limit = Math.min(a.length, b.length);
  let head = 0;
  while (head < limit && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < limit - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const [rows, columns] = [a.length - head - tail, b.length - head - tail];
  const middle = rows * columns > maxArea ? [] : compare(a.slice(head, head + rows), b.slice(head, head + columns));
  return [
    ...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
    ...middle.map(([row, column]): [number, number] => [row + head, column + head]),
    ...Array.from({ length: tail }, (_, at): [number, number] => [a.length - tail + at, b.length - tail + at]),
  ];
}

/** Above this product of lengths nothing between the common ends counts as common. */
const maxArea = 4_000_000;

function compare(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        a[row] === b[column]
          ? lengths[(row + 1) * width + column + 1]! + 1
          : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!);
    }
  }
  const found: [number, number][] = [];
  for (let [row, column] = [0, 0]; row < a.length && column < b.length;) {
    if (a[row] === b[column]) found.push([row++, column++]);
    else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!) row += 1;
    else column += 1;
  }
  return found;
}
