import { readWritten } from '../../core/entries/written-file.ts';
import { unifyLines } from '../../core/front-matter/forms.ts';
import type { Problem } from '../../core/problems/problem.ts';

/** Where in the editor a remark belongs. */
export interface Place {
  /** Name of the field; `body` for the text. Within the front page, its path: `blocks.0.layout`. */
  field: string;
  /** The words there, to be found in what the field shows; may be empty. */
  words: string;
}

/** Create the function that finds the places of problems in a file's text. */
export function placesIn(text: string): (problem: Pick<Problem, 'line' | 'column' | 'field'>) => Place {
  const source = unifyLines(text);
  const file = readWritten(source);
  const lineStarts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const fields = Object.keys(file?.data ?? {})
    .map((name) => ({ name, start: file!.find([name])?.key?.start ?? 0 }))
    .toSorted((a, b) => a.start - b.start);
  return ({ line, column, field }) => {
    const offset = (lineStarts[line - 1] ?? source.length) + column - 1;
    const words = /^\s*(\S{1,40}(?:[^\S\n]\S{1,40})?)/.exec(source.slice(offset))?.[1] ?? '';
    if (file && offset >= file.matterEnd) return { field: 'body', words };
    const name = field?.split('.', 1)[0] ?? fields.findLast(({ start }) => start <= offset)?.name;
    return name === undefined ? { field: 'body', words: '' } : { field: name, words };
  };
}

/** Find the place of a problem of the front page. Where the file names a section or a tag, the editor has a name. */
export function placeInFront({ field = '' }: Pick<Problem, 'field'>): Place {
  const [list = '', number, member] = field.split('.');
  if (list !== 'blocks' || number === undefined) return { field, words: '' };
  const names = member === undefined ? [] : [/^(?:section|tag)$/.test(member) ? 'name' : member];
  // Problems count from one.
  return { field: [list, Number(number) - 1, ...names].join('.'), words: '' };
}
