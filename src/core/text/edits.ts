/** A range of a text, in UTF-16 code units; `end` is exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** A replacement: the range becomes `text`. */
export interface Edit extends Range {
  text: string;
}

/**
 * Above this product of lengths the whole difference becomes one edit: time and memory of {@link compare} are
 * proportional to it.
 */
const maxArea = 40_000;

/**
 * Compute a minimal list of edits that turns one text into the other, in order of position.
 *
 * @example editsBetween('حملونقل', 'حمل\u200Cونقل') // [{ start: 3, end: 3, text: '\u200C' }]
 */
export function editsBetween(before: string, after: string): Edit[] {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [from, to] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const edits = from.length * to.length > maxArea ? [{ start: 0, end: from.length, text: to }] : compare(from, to);
  return edits
    .filter(({ start, end, text }) => start < end || text !== '')
    .map(({ start, end, text }) => ({ start: start + head, end: end + head, text }));
}

/**
 * Apply edits, which must be sorted and must not overlap.
 *
 * @example applyEdits('ab', [{ start: 1, end: 1, text: '-' }]) // 'a-b'
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let written = '';
  let from = 0;
  for (const edit of edits) {
    written += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return written + text.slice(from);
}

/** Diff two texts by their longest common subsequence (Wagner and Fischer 1974). */
function compare(from: string, to: string): Edit[] {
  const width = to.length + 1;
  const common = new Uint16Array((from.length + 1) * width);
  for (let row = from.length - 1; row >= 0; row -= 1) {
    for (let column = to.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        from[row] === to[column]
          ? common[(row + 1) * width + column + 1]! + 1
          : Math.max(common[(row + 1) * width + column]!, common[row * width + column + 1]!);
    }
  }
  const edits: Edit[] = [];
  let [row, column] = [0, 0];
  const change = (): Edit => {
    const last = edits.at(-1);
    if (last?.end === row) return last;
    const edit = { start: row, end: row, text: '' };
    edits.push(edit);
    return edit;
  };
  while (row < from.length || column < to.length) {
    if (row < from.length && column < to.length && from[row] === to[column]) [row, column] = [row + 1, column + 1];
    else if (
      column === to.length ||
      (row < from.length && common[(row + 1) * width + column]! >= common[row * width + column + 1]!)
    ) {
      const edit = change();
      edit.end = row += 1;
    } else change().text += to[column++];
  }
  return edits;
}

/** Replace ranges, sorted by position, with U+FFFC. Line ends and all offsets are kept. */
export function maskRanges(source: string, ranges: readonly Range[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of ranges) {
    if (end <= from) continue;
    masked += source.slice(from, start) + source.slice(Math.max(from, start), end).replace(/[^\n]/g, '\uFFFC');
    from = end;
  }
  return masked + source.slice(from);
}
