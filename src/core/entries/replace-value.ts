import { areSame } from '../text/equal.ts';
import { cleaned } from './cleaned.ts';
import { writeName, writeValue } from './scalars.ts';
import {
  lineEnd,
  lineStart,
  readWritten,
  replaceRange,
  trimmedEnd,
  withNames,
  type WrittenFile,
} from './written-file.ts';

type Path = readonly PropertyKey[];

/** Replace the value of a field, item or member that the file has. Parts of it that stay equal stay as they are written. */
export function replaceValue(file: WrittenFile, path: Path, value: unknown): string {
  const { source, form, find, isQuoted } = file;
  const { key, value: span } = find(path)!;
  if (!span) {
    const after = form === 'yaml' ? lineColon(source, key!.end) : key!.end;
    const text = ` ${writeValue(withNames(file, path, value), { form, isFlow: isInFlow(file, path), isQuoted })}`;
    return replaceRange(source, { start: after, end: after, text });
  }
  const end = trimmedEnd(source, span);
  const before = source.slice(span.start, end);
  const isOpen = /^[[{]/.test(before);
  if (Array.isArray(value) && before.startsWith('-') && form === 'yaml' && Array.isArray(valueAt(file, path)))
    return replaceItems(file, path, value);
  if (isGroup(value) && isGroup(valueAt(file, path)) && (!isOpen || isTable(file, path)))
    return replaceMembers(file, path, value);
  const isFlow = isOpen || isInFlow(file, path) || form !== 'yaml';
  const text = isOpen
    ? writeCollection(file, path, value)
    : writeValue(withNames(file, path, value), { form, isFlow, before, isQuoted });
  // A block of lines begins below its name.
  const start =
    form === 'yaml' && key && source.slice(key.end, span.start).includes('\n')
      ? lineColon(source, key.end)
      : span.start;
  return replaceRange(source, { start, end, text: start === span.start ? text : ` ${text}` });
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt({ data }: WrittenFile, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}

function lineColon(source: string, from: number): number {
  return source.indexOf(':', from) + 1;
}

/** Return whether a value is within brackets or braces, where commas end a text. */
function isInFlow({ source, find, form }: WrittenFile, path: Path): boolean {
  if (form !== 'yaml') return true;
  return path.some((_, length) => {
    const span = length > 0 ? find(path.slice(0, length))?.value : undefined;
    return span !== undefined && /[[{]/.test(source[span.start]!);
  });
}

/** A table of TOML, `[image]`, whose members are lines. */
function isTable({ source, find, form }: WrittenFile, path: Path): boolean {
  const span = find(path)?.value;
  return form === 'toml' && span !== undefined && source[span.start] === '[';
}

/** Write a list or group in brackets. Items and members that stay equal are copied. */
function writeCollection(file: WrittenFile, path: Path, value: unknown): string {
  const { source, form, find, nameOf, isQuoted } = file;
  const known = valueAt(file, path);
  const copy = (at: Path, item: unknown): string => {
    const span = find(at)?.value;
    if (span && areSame(cleaned(valueAt(file, at)), cleaned(item)))
      return source.slice(span.start, trimmedEnd(source, span));
    const before = span && !isGroup(item) ? source.slice(span.start, trimmedEnd(source, span)) : undefined;
    return writeValue(withNames(file, at, item), { form, isFlow: true, before, isQuoted });
  };
  if (Array.isArray(value)) {
    const items = Array.isArray(known) ? known : [];
    const texts = value.map((item) => {
      const index = items.findIndex((old) => areSame(cleaned(old), cleaned(item)));
      return index === -1 ? copy([...path, items.length], item) : copy([...path, index], item);
    });
    return `[${texts.join(', ')}]`;
  }
  if (!isGroup(value)) return writeValue(value, { form, isFlow: isInFlow(file, path), isQuoted });
  const old = isGroup(known) ? Object.keys(known).filter((name) => Object.hasOwn(value, name)) : [];
  const names = [...old, ...Object.keys(value).filter((name) => !old.includes(name))];
  const pairs = names.map(
    (name) => `${writeName(nameOf([...path, name]), form)} ${copy([...path, name], value[name])}`,
  );
  return form === 'toml' ? `{ ${pairs.join(', ')} }` : `{${pairs.join(', ')}}`;
}

/** Replace the items of a list of lines: those at both ends that stay equal stay. */
function replaceItems(file: WrittenFile, path: Path, value: readonly unknown[]): string {
  const { source, form, find, isQuoted } = file;
  const old = valueAt(file, path) as readonly unknown[];
  const isKept = (a: unknown, b: unknown): boolean => areSame(cleaned(a), cleaned(b));
  const limit = Math.min(old.length, value.length);
  let head = 0;
  while (head < limit && isKept(old[head], value[head])) head += 1;
  let tail = 0;
  while (tail < limit - head && isKept(old.at(-1 - tail), value.at(-1 - tail))) tail += 1;
  const list = find(path)!.value!;
  const startOf = (index: number): number => lineStart(source, find([...path, index])?.value?.start ?? list.start);
  const indent = source.slice(lineStart(source, list.start), list.start);
  const lines = value.slice(head, value.length - tail).map((item, index) => {
    const at = [...path, head + index];
    const span = head + index < old.length - tail ? find(at)?.value : undefined;
    const before = span && typeof item === 'string' ? source.slice(span.start, trimmedEnd(source, span)) : undefined;
    return `${indent}- ${writeValue(withNames(file, at, item), { form, isFlow: false, before, isQuoted })}\n`;
  });
  const end = lineEnd(source, trimmedEnd(source, list));
  const [from, to] = [head, old.length - tail].map((index) => (index < old.length ? startOf(index) : end));
  return replaceRange(source, { start: from!, end: to!, text: lines.join('') });
}

/** Replace the members of a group that has a line for each. */
function replaceMembers(file: WrittenFile, path: Path, value: Readonly<Record<string, unknown>>): string {
  const old = valueAt(file, path) as Readonly<Record<string, unknown>>;
  let current: WrittenFile = file;
  for (const name of new Set([...Object.keys(old), ...Object.keys(value)])) {
    const at = [...path, name];
    if (areSame(cleaned(old[name]), cleaned(value[name]))) continue;
    const changed = setMember(current, at, value[name]);
    const again = readWritten(changed);
    if (!again) return changed;
    current = { ...again, isQuoted: file.isQuoted };
  }
  return current.source;
}

function setMember(file: WrittenFile, path: Path, value: unknown): string {
  const { source, form, find, nameOf, isQuoted } = file;
  const node = find(path);
  if (value === undefined) {
    if (!node?.key) return source;
    const end = node.value ? trimmedEnd(source, node.value) : node.key.end;
    return replaceRange(source, { start: lineStart(source, node.key.start), end: lineEnd(source, end), text: '' });
  }
  if (node) return replaceValue(file, path, value);
  const group = find(path.slice(0, -1))!.value!;
  const keys = Object.keys(valueAt(file, path.slice(0, -1)) as object).flatMap(
    (name) => find([...path.slice(0, -1), name])?.key ?? [],
  );
  const first = keys.toSorted((a, b) => a.start - b.start)[0];
  const indent = first ? source.slice(lineStart(source, first.start), first.start) : '';
  const at = lineEnd(source, trimmedEnd(source, group));
  const text = `${indent}${writeName(nameOf(path), form)} ${writeValue(value, { form, isFlow: form !== 'yaml', isQuoted })}\n`;
  return replaceRange(source, { start: at, end: at, text });
}
