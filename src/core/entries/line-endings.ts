import { unifyLines } from '../front-matter/forms.ts';

/**
 * Apply the byte order mark and line endings of a file to an edited version of its text. Lines that the edit kept
 * retain their own ending; new lines get the file's first one.
 *
 * @param file The file's text as it is on disk.
 * @param edited The new text; see {@link unifyLines}.
 */
export function restoreLines(file: string, edited: string): string {
  const mark = file.startsWith('\uFEFF') ? '\uFEFF' : '';
  const endings = file.match(/\r\n?|\n/g) ?? [];
  const usual = endings[0] ?? '\n';
  if (endings.every((ending) => ending === usual)) return mark + edited.replaceAll('\n', usual);
  const [before, after] = [unifyLines(file).split('\n'), edited.split('\n')];
  const origins = keptLines(before, after);
  return mark + after.map((line, at) => line + (at === after.length - 1 ? '' : endingOf(origins[at]))).join('');

  function endingOf(origin: number | undefined): string {
    return (origin === undefined ? undefined : endings[origin]) ?? usual;
  }
}

/** Map each line of an edited text to the line that it was, by the common lines at both ends. */
function keptLines(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const moved = before.length - after.length;
  // A changed line ends as the line in its place did.
  return after.map((_, at) => (at < after.length - tail ? (at < before.length - tail ? at : undefined) : at + moved));
}
