import type { FrontMatter } from './front-matter.ts';
import type { Problem } from '../problems/problem.ts';

/** Note the names of other generators that a file uses: read as ours, or without effect. Nothing is wrong with them. */
export function fieldNotes({ notes }: FrontMatter, file: string): Problem[] | undefined {
  if (notes.length === 0) return undefined;
  return notes.map(({ path, fields, line, column }) => {
    const name = path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
    const at = { file, line, column };
    return fields.length === 0
      ? { id: 'field-unused', ...at, values: { name, more: '' } }
      : { id: 'field-foreign', ...at, values: { name, fields: fields.join(', '), more: '' } };
  });
}

/**
 * Leave out what other generators' names say that files of a kind have no place for, such as the date of a page. A draft
 * stays, because it must not be published.
 */
export function withoutForeignFields(frontMatter: FrontMatter, fields: readonly string[]): FrontMatter {
  if (frontMatter.notes.length === 0) return frontMatter;
  const isKept = (field: string): boolean => fields.includes(field.split('.')[0]!) || field === 'draft';
  const notes = frontMatter.notes.map((note) => ({ ...note, fields: note.fields.filter(isKept) }));
  const foreign = new Set(frontMatter.notes.flatMap((note) => note.fields).filter((field) => !isKept(field)));
  const data = Object.fromEntries(Object.entries(frontMatter.data).filter(([field]) => !foreign.has(field)));
  return { ...frontMatter, notes, data };
}

/**
 * Reduce the notes of many files to one for each name, with the number of files in it.
 *
 * @param more Words the number of further files.
 */
export function mergeNotes(notes: readonly Problem[], more: (count: number) => string): Problem[] {
  const byName = Map.groupBy(notes, ({ id, values }) => [id, values['name'], values['fields']].join('\u0000'));
  return [...byName.values()].map((group) => {
    const others = new Set(group.map(({ file }) => file)).size - 1;
    const [first] = group as [Problem];
    return others === 0 ? first : { ...first, values: { ...first.values, more: more(others) } };
  });
}
