import { findSection } from '../config/sections.ts';
import type { SectionConfig } from '../config/site-config.ts';
import { parseDate } from '../dates/news-date.ts';
import { cleaned } from '../entries/cleaned.ts';
import { type Entry, readEntry, writeEntry } from '../entries/entry.ts';
import { areSame } from '../text/equal.ts';
import { truths, helperFields, chips, usuallyTrue } from './fields.ts';

/** The values of an entry in the editor, by field. */
export type EditorValues = Record<string, unknown>;

/** What values depend on. */
export interface ValueContext {
  sections: readonly SectionConfig[];
}

/**
 * Convert a file to the values of the editor. Every value that the editor would complete with a default is set, or
 * opening a file would change it.
 *
 * @throws Error naming the place if the front matter can’t be read.
 */
export function toValues(text: string, context: ValueContext, describe: (fault: UnreadFault) => string): EditorValues {
  const entry = readEntry(text);
  if ('problem' in entry) throw new Error(describe(entry.problem));
  return { ...fieldValues(entry.fields, context), body: entry.body, written: JSON.stringify(text) };
}

/** Make the values of a file whose front matter is known, and whose text is read when it is opened. */
export function listedValues(fields: Readonly<Record<string, unknown>>, context: ValueContext): EditorValues {
  return { ...fieldValues(fields, context), body: '' };
}

/** Why a file’s front matter can’t be read. */
export type UnreadFault = Exclude<ReturnType<typeof readEntry>, Entry>['problem'];

/**
 * Convert values of the editor to a file’s text, leaving all as it was in the file that was not changed.
 *
 * @param reading The body as the rich-text editor returned it unchanged; see {@link Entry}.
 */
export function fromValues(values: EditorValues, context: ValueContext, reading?: string): string {
  const text = textOf(values);
  const entry = readEntry(text);
  if ('problem' in entry) throw new Error('The front matter of this file can’t be read.');
  const known = fieldValues(entry.fields, context);
  const fields: Record<string, unknown> = { ...entry.fields };
  for (const [name, value] of Object.entries(values)) {
    if (name === 'body' || (helperFields as readonly string[]).includes(name)) continue;
    // Coverage is on without any times.
    const isSwitched = name === 'live' && isGroup(known[name]) !== isGroup(value);
    if (!isSwitched && areSame(cleaned(known[name]), cleaned(value))) continue;
    fields[name] = fieldOf(name, value);
  }
  return writeEntry({ text, fields, body: String(values['body'] ?? ''), reading });
}

/** The text of the file that values come from; empty for a new one. */
export function textOf({ written }: EditorValues): string {
  return typeof written === 'string' && written !== '' ? (JSON.parse(written) as string) : '';
}

function fieldValues(fields: Readonly<Record<string, unknown>>, { sections }: ValueContext): EditorValues {
  const { source, image, section, related } = fields;
  return {
    ...fields,
    ...Object.fromEntries(chips.map((name) => [name, listOf(fields[name])])),
    related: listOf(related),
    corrections: listOf(fields['corrections']),
    ...Object.fromEntries(truths.map((name) => [name, isTrue(fields[name], usuallyTrue.includes(name))])),
    source: typeof source === 'string' ? { name: source, url: '' } : (source ?? { name: '', url: '' }),
    image: typeof image === 'string' ? { src: image } : (image ?? null),
    video: fields['video'] ?? null,
    audio: typeof fields['audio'] === 'string' ? { src: fields['audio'] } : (fields['audio'] ?? null),
    live: typeof fields['live'] === 'string' ? (isTrue(fields['live'], false) ? {} : null) : (fields['live'] ?? null),
    moment: momentOf(fields['date']),
    section: typeof section === 'string' ? (findSection(section, sections)?.name ?? section) : '',
  };
}

function fieldOf(name: string, value: unknown): unknown {
  if ((truths as readonly string[]).includes(name)) {
    // What is usual is not written.
    const isUsual = value === usuallyTrue.includes(name);
    return isUsual ? undefined : String(value);
  }
  if (name === 'live') return isGroup(value) && cleaned(value) === undefined ? 'true' : value;
  if (name === 'source') {
    const source = cleaned(value) as { name?: string; url?: string } | undefined;
    return source?.url === undefined ? source?.name : source;
  }
  return value;
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** The moment of a date as text that sorts in order, whatever its notation. */
function momentOf(date: unknown): string {
  const read = typeof date === 'string' ? parseDate(date) : 'form';
  return typeof read === 'string' ? '' : new Date(read.epoch).toISOString();
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === '' ? [] : [value];
}

function isTrue(value: unknown, usual: boolean): boolean {
  if (typeof value !== 'string' || value.trim() === '') return usual;
  return /^(?:true|yes|on|1|۱|بله|بلی|آری)$/i.test(value.trim());
}
