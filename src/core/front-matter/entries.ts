import { parseDate } from '../dates/news-date.ts';
import { type FieldMeaning, meaningOf } from './names.ts';
import type { Path } from './readings.ts';

/** A field as written, with a name that is known. */
export interface Entry {
  path: Path;
  value: unknown;
  meaning: FieldMeaning;
}

/** Look up the meaning of a field's name. */
export function entryOf(path: Path, value: unknown): Omit<Entry, 'meaning'> & { meaning: FieldMeaning | undefined } {
  return { path, value, meaning: meaningOf(String(path.at(-1)), 'file') };
}

/** The name of a field as written. */
export function nameOf({ path }: Pick<Entry, 'path'>): string {
  return String(path.at(-1));
}

/** Return whether a field has the time of day for the date of another field, or is to have it. */
export function isTime({ value, meaning }: Entry): boolean {
  return meaning.reading === 'time' && typeof value === 'string' && typeof parseDate(value) === 'string';
}

/** Return whether a field is explicitly empty. */
export function isAbsent({ value, meaning }: Entry): boolean {
  return isDenied(meaning.field, value);
}

/** Return whether a value says that a field has none, as other generators write. @example isDenied('image', 'false') // true */
export function isDenied(field: string, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const word = value.trim().toLowerCase();
  return (word === 'false' && (texts.has(field) || others.has(field))) || (word === 'none' && others.has(field));
}

const texts = new Set(['kicker', 'lead', 'dateline', 'section', 'source']);
const others = new Set(['tags', 'authors', 'image', 'video', 'updated', 'corrections', 'related', 'aliases']);

/** Split a list in two, by a condition. */
export function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
