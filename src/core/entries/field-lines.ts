import { writeName, writeValue } from './scalars.ts';
import { lineEnd, lineStart, replaceRange, trimmedEnd, withNames, type WrittenFile } from './written-file.ts';

/** The documented order of fields, in which new ones are inserted. */
const order = (
  'title kicker type label name role date order updated live section source dateline authors tags lead image video audio related ' +
  'picked corrections aliases draft comments popular slug id'
).split(' ');

/** Insert a field that the file does not have, after those that come before it in the documented order. */
export function insertField(file: WrittenFile, field: string, value: unknown): string {
  const { source, form, isQuoted, nameOf } = file;
  const text = writeValue(withNames(file, [field], value), { form, isFlow: form !== 'yaml', isQuoted });
  const line = `${writeName(nameOf([field]), form)} ${text}`;
  if (form === 'json') return insertMember(file, field, line);
  const after = endBefore(file, field);
  const at = after === undefined ? startAfter(file, field) : lineEnd(source, after);
  return replaceRange(source, { start: at, end: at, text: `${line}\n` });
}

/** Remove a field with its lines. */
export function removeField(file: WrittenFile, field: string): string {
  const { source, form, find, data } = file;
  const node = find([field]);
  if (!node) return source;
  if (form === 'json') return removeMember(file, field);
  const value = data[field];
  // Each `[[corrections]]` of TOML has a place of its own.
  const parts = form === 'toml' && Array.isArray(value) ? value.map((_, index) => find([field, index])) : [];
  const tables = parts.filter((part) => part?.key !== undefined);
  const ranges = tables.length > 0 ? tables : [node];
  return ranges.toReversed().reduce((text, range) => {
    const { key, value: span } = range!;
    const start = lineStart(text, span && key ? Math.min(key.start, span.start) : (key ?? span)!.start);
    const end = span ? trimmedEnd(text, { start: Math.max(span.start, start), end: span.end }) : key!.end;
    return replaceRange(text, { start, end: lineEnd(text, Math.max(end, key?.end ?? 0)), text: '' });
  }, source);
}

/** Find the end of the last field that comes before another in the documented order. */
function endBefore(file: WrittenFile, field: string): number | undefined {
  const rank = order.indexOf(field);
  const limit = firstTable(file);
  const ends = order.slice(0, rank === -1 ? order.length : rank).flatMap((name) => endOf(file, name) ?? []);
  return ends
    .filter((end) => end <= limit)
    .toSorted((a, b) => a - b)
    .at(-1);
}

function endOf({ source, find }: WrittenFile, name: string): number | undefined {
  const node = find([name]);
  if (!node) return undefined;
  return node.value ? Math.max(trimmedEnd(source, node.value), node.key?.end ?? 0) : node.key?.end;
}

/** Find the start of the first field that comes after another, or the end of the front matter. */
function startAfter(file: WrittenFile, field: string): number {
  const { source, find, matterEnd } = file;
  const starts = order.slice(order.indexOf(field) + 1).flatMap((name) => find([name])?.key?.start ?? []);
  const first = Math.min(...starts.map((start) => lineStart(source, start)), matterEnd);
  return Math.min(first, firstTable(file));
}

/** In TOML, what follows a table's head belongs to the table. */
function firstTable({ source, form, matterEnd }: WrittenFile): number {
  const head = form === 'toml' ? /^\s*\[/m.exec(source.slice(0, matterEnd)) : null;
  return head ? lineStart(source, head.index + head[0].length) : matterEnd;
}

function insertMember(file: WrittenFile, field: string, member: string): string {
  const { source, find, data } = file;
  const after = endBefore(file, field);
  const [first] = Object.keys(data)
    .flatMap((name) => find([name])?.key ?? [])
    .toSorted((a, b) => a.start - b.start);
  const line = first ? source.slice(lineStart(source, first.start), first.start) : '';
  const between = first && /^\s*$/.test(line) && lineStart(source, first.start) > 0 ? `\n${line}` : ' ';
  if (after !== undefined) return replaceRange(source, { start: after, end: after, text: `,${between}${member}` });
  const at = first?.start ?? source.indexOf('{') + 1;
  return replaceRange(source, { start: at, end: at, text: first ? `${member},${between}` : member });
}

function removeMember({ source, find }: WrittenFile, field: string): string {
  const { key, value } = find([field])!;
  const [start, end] = [key!.start, value?.end ?? key!.end];
  const next = /^\s*,\s*/.exec(source.slice(end));
  if (next) return replaceRange(source, { start, end: end + next[0].length, text: '' });
  const [before = ''] = /,?\s*$/.exec(source.slice(0, start)) ?? [];
  return replaceRange(source, { start: start - before.length, end, text: '' });
}
