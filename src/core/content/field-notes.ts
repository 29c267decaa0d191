import type { FrontMatter } from './front-matter.ts';
import { decodeFully } from '../front-matter/foreign-texts.ts';
import { writeField } from '../front-matter/write-fields.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';

/**
 * Create notes on field names and texts of other systems, which are read as ours or have no effect. They are not
 * problems.
 */
export function fieldNotes({ notes, texts }: FrontMatter, file: string): Problem[] | undefined {
  const ofNames = notes.map(({ path, fields, line, column }): Problem => {
    const name = nameOf(path);
    const at = { file, line, column };
    return fields.length === 0
      ? { id: 'field-unused', ...at, values: { name, more: '' } }
      : { id: 'field-foreign', ...at, values: { name, fields: fields.join(', '), more: '' } };
  });
  const ofTexts = texts
    .filter(({ decoded }) => decoded === undefined)
    .map(({ path, notation, found, text, line, column }): Problem => {
      const values = { notation, found: quoteValue(found), text: quoteValue(text), more: '' };
      return { id: 'text-foreign', file, field: nameOf(path), line, column, values };
    });
  const all = [...ofNames, ...ofTexts];
  return all.length === 0 ? undefined : all;
}

/**
 * Warn about texts that may not be read as intended: characters encoded twice, so that readers see a reference, and
 * several categories in one text, which only Jekyll separates at spaces.
 */
export function textWarnings(frontMatter: FrontMatter, file: string): Problem[] {
  return [...encodedTwice(frontMatter, file), ...joinedCategories(frontMatter, file)];
}

function joinedCategories({ writtenData, data, placeOf, form }: FrontMatter, file: string): Problem[] {
  return Object.entries(writtenData).flatMap(([name, value]): Problem[] => {
    if (name.toLowerCase() !== 'categories' || typeof value !== 'string') return [];
    const text = value.trim();
    const isTag = Array.isArray(data['tags']) && data['tags'].includes(text);
    if (!isTag || !/\s/.test(text)) return [];
    const [line, other] = [writeField(form, name, text.split(/\s+/)), writeField(form, name, [text])];
    const at = placeOf(['tags', (data['tags'] as unknown[]).indexOf(text)]);
    return [{ id: 'list-spaces', file, field: name, ...at, values: { found: quoteValue(text), line, other } }];
  });
}

function encodedTwice({ texts, writtenData, form }: FrontMatter, file: string): Problem[] {
  return texts
    .filter(({ decoded }) => decoded !== undefined)
    .map(({ path, found, text, line, column }) => {
      const name = String(path[0]);
      const values = {
        found: quoteValue(found),
        text: quoteValue(text),
        line: writeField(form, name, decodeFully(writtenData[name])),
      };
      return { id: 'text-encoded-twice', file, field: nameOf(path), line, column, values };
    });
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
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
 * Merge the notes of many files into one per name or notation, with the number of further files that use it.
 *
 * @param more Formats the number of further files for the message.
 */
export function mergeNotes(notes: readonly Problem[], more: (count: number) => string): Problem[] {
  const byName = Map.groupBy(notes, ({ id, values }) =>
    [id, values['name'], values['fields'], values['notation']].join('\u0000'),
  );
  return [...byName.values()].map((group) => {
    const others = new Set(group.map(({ file }) => file)).size - 1;
    const [first] = group as [Problem];
    return others === 0 ? first : { ...first, values: { ...first.values, more: more(others) } };
  });
}
