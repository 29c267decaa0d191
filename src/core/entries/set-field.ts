import { areSame } from '../text/equal.ts';
import { cleaned } from './cleaned.ts';
import { insertField, removeField } from './field-lines.ts';
import { replaceValue } from './replace-value.ts';
import { readWritten, type WrittenFile } from './written-file.ts';

/**
 * Set a field of a file's front matter to a text, list or group, or remove it, and leave everything else as it is.
 *
 * @param source The file's text, with U+000A as the only line ending.
 * @param field Our name of the field; the file may use another, such as «تیتر».
 * @param value See {@link cleaned}; `undefined` removes the field.
 * @throws Error if the result would not mean what is wanted.
 */
export function setField(source: string, field: string, value: unknown): string {
  const file = readWritten(source);
  if (!file) throw new Error('The front matter of this file can’t be read.');
  const wanted = cleaned({ ...file.data, [field]: value });
  const isRight = (text: string): boolean => {
    const after = readWritten(text);
    return after !== undefined && areSame(cleaned(after.data), wanted);
  };
  for (const isQuoted of [false, true]) {
    const changed = change({ ...file, isQuoted }, field, value);
    if (isRight(changed)) return changed;
  }
  // What the file has is too unusual to be edited in place: it is written again, on a line of its own.
  const rest = readWritten(removeField(file, field));
  const again = rest && value !== undefined ? insertField({ ...rest, isQuoted: true }, field, value) : undefined;
  if (again !== undefined && isRight(again)) return again;
  throw new Error(`The field «${field}» could not be changed without changing others.`);
}

function change(file: WrittenFile, field: string, value: unknown): string {
  const isHere = file.find([field]) !== undefined;
  if (value === undefined) return isHere ? removeField(file, field) : file.source;
  return isHere ? replaceValue(file, [field], value) : insertField(file, field, value);
}
