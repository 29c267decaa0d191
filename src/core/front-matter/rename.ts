import { areSame } from '../text/equal.ts';
import { applyEdits, type Edit, type Range } from '../text/edits.ts';
import { isOwnName, meaningOf } from './names.ts';
import type { FrontMatterForm } from './split.ts';
import { type IsSection, type NamedFields, translateFields } from './translate.ts';
import { writeField } from './write-fields.ts';
import type { WrittenFault, WrittenFields } from './written.ts';

/** Parses front matter of one format. */
export type ReadFields = (matter: string) => WrittenFields | WrittenFault;

/**
 * Replace other generators' names with ours, in the format of the front matter: only the name where the value stays the
 * same, otherwise the whole field. Fields without effect are removed. Persian names stay.
 *
 * @returns The new front matter; `undefined` if there is nothing to change, or its meaning would not stay the same.
 */
export function renameFields(
  matter: string,
  form: FrontMatterForm,
  read: ReadFields,
  isSection?: IsSection,
): string | undefined {
  const written = read(matter);
  if ('id' in written) return undefined;
  const named = translateFields(written.data, isSection);
  if (named.notes.length === 0 || named.conflicts.length > 0) return undefined;
  const renamed =
    form === 'json' ? renameJson(matter, named) : applyEdits(matter, editsFor(matter, form, written, named));
  if (renamed === undefined) return undefined;
  const again = read(renamed);
  if ('id' in again) return undefined;
  const { data, notes } = translateFields(again.data, isSection);
  return notes.length === 0 && areSame(withoutBlanks(data), withoutBlanks(named.data)) ? renamed : undefined;
}

/** Drop blank fields, such as those that another generator sets to `false`. */
function withoutBlanks(data: NamedFields['data']): NamedFields['data'] {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ''));
}

/** Decide which fields to rename, remove and rewrite. */
function planFields(written: WrittenFields['data'], { data, notes }: NamedFields) {
  const renames = new Map<string, string>();
  const removed = new Set<string>();
  const rewritten = new Set<string>();
  for (const { path, fields } of notes) {
    const name = String(path[0]);
    const tops = fields.map((field) => field.split('.')[0]!);
    const [field] = tops;
    if (path.length > 1 && meaningOf(name, 'file')?.reading === 'members') {
      removed.add(name);
      for (const top of tops) rewritten.add(top);
    } else if (path.length > 1) rewritten.add(meaningOf(name, 'file')?.field ?? name);
    else if (field === undefined) removed.add(name);
    else if (tops.length === 1 && data[field] === written[name]) renames.set(name, field);
    else {
      removed.add(name);
      for (const top of tops) rewritten.add(top);
    }
  }
  for (const name of removed) renames.delete(name);
  return { renames, removed, rewritten };
}

function editsFor(matter: string, form: FrontMatterForm, written: WrittenFields, named: NamedFields): Edit[] {
  const { renames, removed, rewritten } = planFields(written.data, named);
  const names = Object.keys(written.data);
  const edits: Edit[] = [];
  const pending = new Set(rewritten);
  const lineOf = (field: string): string => {
    pending.delete(field);
    return `${writeField(form, field, named.data[field])}\n`;
  };
  // A field that the file already has is rewritten in place.
  for (const name of names) {
    const field = meaningOf(name, 'file')?.field ?? name;
    const isHere =
      rewritten.has(field) && !removed.has(name) && (isOwnName(name, 'file') || meaningOf(name, 'file')?.isOwn);
    if (!isHere) continue;
    edits.push({ ...entryOf(matter, form, written, name), text: lineOf(field) });
    renames.delete(name);
  }
  for (const name of names) {
    const entry = entryOf(matter, form, written, name);
    const to = renames.get(name);
    const key = written.find([name])?.key;
    if (to !== undefined && key && !rewritten.has(to)) edits.push({ ...key, text: to });
    else if (to !== undefined) edits.push({ ...entry, text: pending.has(to) ? lineOf(to) : '' });
    else if (removed.has(name)) {
      const lines = fieldsOf(named, name)
        .map((field) => field.split('.')[0]!)
        .filter((field) => pending.has(field));
      edits.push({ ...entry, text: lines.map(lineOf).join('') });
    }
  }
  return edits.filter(({ start, end }) => start <= end).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** List the fields that a removed field, or its members, set. */
function fieldsOf({ notes }: NamedFields, name: string): readonly string[] {
  return notes.flatMap(({ path, fields }) => (path[0] === name ? fields : []));
}

/** Find the lines of a field, without the comments and blank lines after it. */
function entryOf(matter: string, form: FrontMatterForm, written: WrittenFields, name: string): Range {
  const node = written.find([name]);
  const at = node?.key?.start ?? node?.value?.start ?? 0;
  const start = matter.lastIndexOf('\n', at - 1) + 1;
  const starts = Object.keys(written.data).flatMap((other) => written.find([other])?.key?.start ?? []);
  const next = starts.filter((other) => other > at).toSorted((a, b) => a - b)[0] ?? matter.length;
  const limit = form === 'toml' ? (node?.value?.end ?? next) : next;
  const lineEnd = matter.indexOf('\n', limit - 1);
  let end =
    next === limit && next !== matter.length
      ? matter.lastIndexOf('\n', next - 1) + 1
      : lineEnd === -1
        ? matter.length
        : lineEnd + 1;
  const [after] = /(?:\n[^\S\n]*(?:#[^\n]*)?)*\n?$/.exec(matter.slice(start, end)) ?? [''];
  if (after.trim() !== '') end -= after.length - 1;
  return { start, end };
}

function renameJson(matter: string, named: NamedFields): string | undefined {
  const object = parseJson(matter);
  if (!object) return undefined;
  const { renames, removed, rewritten } = planFields(Object.fromEntries(Object.entries(object)), named);
  const result: [string, unknown][] = [];
  const pending = new Set(rewritten);
  const put = (field: string): void => {
    if (!pending.delete(field)) return;
    const value = named.data[field];
    result.push([field, value === 'true' ? true : value]);
  };
  for (const [name, value] of Object.entries(object)) {
    const field = meaningOf(name, 'file')?.field ?? name;
    const to = renames.get(name);
    if (rewritten.has(field) && !removed.has(name) && to === undefined) put(field);
    else if (to !== undefined) result.push([to, value]);
    else if (!removed.has(name)) result.push([name, value]);
    else {
      for (const each of fieldsOf(named, name)) put(each.split('.')[0]!);
    }
  }
  const indent = /\n([ \t]+)"/.exec(matter)?.[1] ?? (matter.includes('\n') ? '  ' : undefined);
  return JSON.stringify(Object.fromEntries(result), undefined, indent);
}

function parseJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
