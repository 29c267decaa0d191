import type { FrontMatter } from './front-matter.ts';
import type { Problem } from '../problems/problem.ts';

/** Create notes on field names of other generators, which are read as ours or have no effect. They are not problems. */
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
 * Drop what another generator's names set in fields that this kind of file does not have, such as the date of a page.
 * `draft` is kept, because drafts must not be published.
 *
 * @param fields Names of the fields that this kind of file has.
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
 * Merge the notes of many files into one per name, with the number of further files that use it.
 *
 * @param more Formats the number of further files for the message.
 */
export function mergeNotes(notes: readonly Problem[], more: (count: number) => string): Problem[] {
  const byName = Map.groupBy(notes, ({ id, values }) => [id, values['name'], values['fields']].join('\u0000'));
  return [...byName.values()].map((group) => {
    const others = new Set(group.map(({ file }) => file)).size - 1;
    const [first] = group as [Problem];
    return others === 0 ? first : { ...first, values: { ...first.values, more: more(others) } };
  });
}
