import { readersOfForms, unifyLines } from '../../../front-matter/forms.ts';
import { splitFrontMatter, type SplitFile } from '../../../front-matter/split.ts';
import { repairLine } from '../../../front-matter/line-repairs.ts';
import type { Fields, WrittenFault, WrittenFields } from '../../../front-matter/written.ts';
import { type ImportNote, note } from '../../notes.ts';
import type { ImportFault, ImportRefusal } from '../../record.ts';

/** A file, split into its fields and its text. */
export interface MarkdownFile {
  fields: Fields;
  body: string;
  /** Whether there is front matter, even if empty. */
  hasMatter: boolean;
  notes: ImportNote[];
}

/**
 * Split a file into front matter and text. Malformed lines of the front matter are mended, with a note, if the result
 * can be parsed.
 *
 * @param isHexo Whether the opening `---` may be absent.
 */
export function readMatter(path: string, text: string, isHexo = false): MarkdownFile | ImportRefusal {
  const unified = isHexo ? withOpening(unifyLines(text)) : withoutScript(unifyLines(text));
  // Hugo accepts blank lines before the front matter.
  const source = unified.replace(/^[\s\u200B-\u200F\uFEFF]+(?=(?:---|\+\+\+)[^\S\n]*\n)/, '');
  const split = splitFrontMatter(
    /^---[^\S\n]*\n---[^\S\n]*(?:\n|$)/.test(source) ? source.replace('\n', '\n\n') : source,
  );
  if ('id' in split) {
    if (!isUnclosed(split.id, source)) return { fields: {}, body: source, hasMatter: false, notes: [] };
    return refuse(path, split.line ?? 1, source, 'front matter between lines of --- or +++');
  }
  const notes: ImportNote[] = [];
  const read = readMended(split, notes);
  if (!('id' in read)) return { fields: read.data, body: split.body, hasMatter: true, notes };
  // Text between two rulers is not front matter.
  if (read.id === 'yaml-not-fields') return { fields: {}, body: source, hasMatter: false, notes: [] };
  const offset = split.matterStart + (read.offset ?? 0);
  return refuse(path, source.slice(0, offset).split('\n').length, source, 'front matter that can be read', read);
}

/** Rewrite front matter in JavaScript as YAML if it has only literal values. It is never executed. */
function withoutScript(source: string): string {
  const [whole, script = ''] = /^---(?:js|javascript)[^\S\n]*\n([^]{0,20000}?)\n---[^\S\n]*(?:\n|$)/.exec(source) ?? [];
  if (whole === undefined) return source;
  const lines = script
    .replace(/^\s*(?:module\.exports\s*=|export default)?\s*\{?\s*$|^\s*\}\s*;?\s*$|^\s*\/\/.*$/gm, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:const|let|var)\s+(\w+)\s*=\s*/, '$1: ')
        .replace(/^\s*(\w+):/, '$1:')
        .replace(/[;,]\s*$/, ''),
    );
  return `---\n${lines.filter((line) => line.trim() !== '').join('\n')}\n---\n${source.slice(whole.length)}`;
}

/** Add the opening `---` to fields that have only the closing one. */
function withOpening(source: string): string {
  return /^[\p{L}_][\p{L}\p{N}_-]*:[^\n]*\n(?:(?:[\p{L}_][\p{L}\p{N}_-]*:|[ \t-])[^\n]*\n|\n)*?---[^\S\n]*(?:\n|$)/u.test(
    source.slice(0, 5000),
  )
    ? `---\n${source}`
    : source;
}

/** Return whether the front matter of a file lacks its end or is too long. */
function isUnclosed(id: string, source: string): boolean {
  if (id === 'front-matter-missing' || id === 'fence-absent' || id === 'front-matter-below') return false;
  if (id !== 'front-matter-unclosed') return true;
  return /^(?:---|\+\+\+)[^\S\n]*\n\s*["']?[\p{L}_][^\n:=]{0,60}[:=]/u.test(source) || source.startsWith('{');
}

// Each repair parses the front matter some dozens of times.
const maxRepairs = 8;

function readMended({ form, matter }: SplitFile, notes: ImportNote[]): WrittenFields | WrittenFault {
  const parse = readersOfForms[form];
  let mended = matter;
  let read = parse(mended);
  for (let repairs = 0; repairs < maxRepairs && 'id' in read; repairs += 1) {
    const repair =
      form === 'yaml' ? lineOf(read) : repairLine(mended, read.offset ?? 0, form, (each) => faultAt(parse(each)));
    const next =
      read.id === 'field-repeated'
        ? withoutFirst(mended, read.offset ?? 0)
        : repair && replaceLine(mended, repair.offset, repair.line);
    if (next === undefined || next === mended) return read;
    const line = lineAt(mended, read.id === 'field-repeated' ? (read.offset ?? 0) : repair!.offset);
    notes.push(
      read.id === 'field-repeated'
        ? note('look', 'A field is set twice; the last one was read.', line.trim())
        : note('look', 'A line of the front matter could not be read and was mended.', line.trim()),
    );
    mended = next;
    read = parse(mended);
  }
  return read;
}

function faultAt(read: WrittenFields | WrittenFault): number | undefined {
  return 'id' in read ? (read.offset ?? 0) : undefined;
}

function lineOf({ values, offset }: WrittenFault): { line: string; offset: number } | undefined {
  const line = (values as Readonly<Record<string, unknown>>)['line'];
  return typeof line === 'string' && offset !== undefined ? { line, offset } : undefined;
}

/** Remove the earlier one of two fields of the same name, since readers of YAML take the last. */
function withoutFirst(matter: string, offset: number): string | undefined {
  const lines = matter.split('\n');
  const second = matter.slice(0, offset).split('\n').length - 1;
  const name = /^\s*("[^"]*"|'[^']*'|[^\s:=]+)\s*[:=]/.exec(lines[second] ?? '')?.[1];
  const indent = /^\s*/.exec(lines[second] ?? '')![0];
  if (name === undefined) return undefined;
  const first = lines.findIndex(
    (line, index) =>
      index < second && line.startsWith(indent + name) && /^\s*[:=]/.test(line.slice(indent.length + name.length)),
  );
  if (first === -1) return undefined;
  let end = first + 1;
  while (
    end < second &&
    (/^\s*$/.test(lines[end]!) || lines[end]!.startsWith(`${indent} `) || lines[end]!.startsWith(`${indent}- `))
  )
    end += 1;
  return lines.toSpliced(first, end - first).join('\n');
}

function replaceLine(matter: string, offset: number, line: string): string {
  const start = matter.lastIndexOf('\n', offset - 1) + 1;
  const end = matter.indexOf('\n', offset);
  return matter.slice(0, start) + line + (end === -1 ? '' : matter.slice(end));
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end);
}

function refuse(path: string, line: number, source: string, expected: string, fault?: WrittenFault): ImportRefusal {
  const found = (source.split('\n', line)[line - 1] ?? '').slice(0, 100);
  const mended = fault && lineOf(fault)?.line;
  const fix =
    mended === undefined
      ? 'Mend the front matter at this line, and import the file again.'
      : `Write the line as: ${mended}`;
  const fault_: ImportFault = { field: 'record', expected, found, fix };
  return { file: path, line, title: titleIn(source), faults: [fault_] };
}

/** Find the title in the front matter of a file without parsing it; `''` if there is none. */
export function titleIn(source: string): string {
  return /^\s*["']?title["']?\s*[:=]\s*["']?(.*?)["']?\s*,?$/m.exec(source.slice(0, 5000))?.[1] ?? '';
}
