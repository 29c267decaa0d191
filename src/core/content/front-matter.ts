import { type Problem, quoteValue } from '../problems/problem.ts';
import { type FrontMatterForm, splitFrontMatter, type SplitFile } from '../front-matter/split.ts';
import { explainUnparsed } from '../front-matter/fences.ts';
import { repairLine } from '../front-matter/line-repairs.ts';
import { readersOfForms, unifyLines } from '../front-matter/forms.ts';
import { type IsSection, type NameNote, translateFields } from '../front-matter/translate.ts';
import { convertTexts, type ForeignText } from '../front-matter/foreign-texts.ts';
import type { ReadFields } from '../front-matter/rename.ts';
import type { WrittenFields, WrittenNode } from '../front-matter/written.ts';
import { findYamlTraps } from '../front-matter/yaml-traps.ts';
import type { Range } from '../text/edits.ts';

/** A file's front matter under our field names, as strings, lists and maps of strings, with the position of each. */
export interface FrontMatter {
  data: Readonly<Record<string, unknown>>;
  /** The same as written, under the names in the file. */
  writtenData: Readonly<Record<string, unknown>>;
  /** Position of a value in the file, or of its nearest parent that has one. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Whether the value is written without quotation marks. */
  isPlain(path: readonly PropertyKey[]): boolean;
  /** A scalar as written in the file, without its quotation marks. */
  writtenAt(path: readonly PropertyKey[]): WrittenScalar | undefined;
  /** A value of any kind as written in the file. */
  sourceOf(path: readonly PropertyKey[]): string | undefined;
  /** Find a value and its name; for offsets see {@link unifyLines}. */
  find(path: readonly PropertyKey[]): WrittenNode | undefined;
  /** Fields that are valid but not read as intended. */
  faults: readonly FieldFault[];
  /** Field names of other generators, with their positions. */
  notes: readonly (NameNote & Place)[];
  /** Texts in the notation of other systems, with their positions. */
  texts: readonly (ForeignText & Place)[];
  form: FrontMatterForm;
  /** The text after the front matter. */
  body: string;
  /** Offset of the body in UTF-16 code units; see {@link unifyLines}. */
  bodyStart: number;
  /** The line on which the body begins, from 1. */
  bodyLine: number;
}

/** A problem of a field, without its file. */
export type FieldFault = Omit<Problem, 'file'>;

/** A position in a file; both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** The source text of a scalar. */
export interface WrittenScalar {
  text: string;
  /** Offset in UTF-16 code units; see {@link unifyLines}. */
  start: number;
}

/** The parsed front matter, or why parsing failed. */
export type FrontMatterResult = { frontMatter: FrontMatter } | { problem: FieldFault };

/**
 * Parse the front matter of a file: YAML, TOML or JSON. Every scalar is read as text, so that no date rolls over and
 * numbers keep their notation. Front matter is never run as code.
 *
 * @param isSection Returns whether a category of the file is a section of the newspaper.
 */
export function parseFrontMatter(text: string, isSection?: IsSection): FrontMatterResult {
  const source = unifyLines(text);
  const split = splitFrontMatter(source);
  if ('id' in split) return { problem: { line: 1, ...split, column: 1 } };
  const read = readersOfForms[split.form](split.matter);
  if ('id' in read) {
    const { offset, ...fault } = read;
    const unparsed = explainUnparsed(source, split.matterStart + split.matter.length);
    if (unparsed) return { problem: { line: 1, ...unparsed, column: 1 } };
    const repair = isUnread(fault.id)
      ? repairLine(split.matter, offset ?? 0, split.form, (matter) => errorIn(readersOfForms[split.form](matter)))
      : undefined;
    if (repair) {
      const id = split.form === 'toml' ? 'toml-line' : 'json-line';
      return { problem: { id, values: { line: repair.line }, ...placeAt(source, split.matterStart + repair.offset) } };
    }
    return { problem: { ...fault, ...placeAt(source, offset === undefined ? 0 : split.matterStart + offset) } };
  }
  return { frontMatter: describe(source, split, read, isSection) };
}

function isUnread(id: Problem['id']): boolean {
  return id === 'toml-invalid' || id === 'json-invalid';
}

function errorIn(read: ReturnType<ReadFields>): number | undefined {
  return 'id' in read ? (read.offset ?? 0) : undefined;
}

function describe(
  source: string,
  { form, matter, matterStart, body, bodyStart }: SplitFile,
  written: WrittenFields,
  isSection: IsSection | undefined,
): FrontMatter {
  const hasTexts = matter.includes('&') || /\[\s*\[/.test(matter);
  const converted = hasTexts ? convertTexts(written.data) : { data: written.data, texts: [] };
  const { data, originOf, notes, conflicts } = translateFields(converted.data, isSection);
  const find = (path: readonly PropertyKey[]) => written.find(originOf(path));
  const placeOfWritten = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = written.find(path.slice(0, length));
      const span = length > 1 ? (node?.value ?? node?.key) : (node?.key ?? node?.value);
      if (span) return placeAt(source, matterStart + span.start);
    }
    return { line: 1, column: 1 };
  };
  return {
    data,
    writtenData: written.data,
    placeOf: (path) => placeOfWritten(originOf(path)),
    isPlain: (path) => find(path)?.quotes === 0 && find(path)?.isBlock !== true && form === 'yaml',
    writtenAt: (path) => {
      const { value, quotes } = find(path) ?? {};
      if (!value || quotes === undefined) return undefined;
      const start = value.start + quotes;
      return { text: matter.slice(start, value.end - quotes), start: matterStart + start };
    },
    sourceOf: (path) => {
      const { value } = find(path) ?? {};
      return value && matter.slice(value.start, value.end);
    },
    find: (path) => moved(find(path), matterStart),
    faults: [
      ...(form === 'yaml' ? findYamlTraps(matter, written) : []).map(({ offset, ...trap }) => ({
        ...trap,
        ...placeAt(source, matterStart + offset),
      })),
      ...conflicts.map(({ path, other, found = '' }): FieldFault => {
        const place = { field: path.map(String).join('.'), ...placeOfWritten(path) };
        if (other !== undefined) return { id: 'fields-conflict', ...place, values: { other } };
        return { id: 'time-form', ...place, values: { found: quoteValue(found), name: String(path.at(-1)) } };
      }),
    ],
    notes: notes.map((note) => ({ ...note, ...placeOfWritten(note.path) })),
    texts: converted.texts.map((text) => ({ ...text, ...placeOfWritten(text.path) })),
    form,
    body,
    bodyStart,
    bodyLine: lineAt(source, bodyStart),
  };
}

/** Convert offsets in the front matter to offsets in the file. */
function moved(node: WrittenNode | undefined, by: number): WrittenNode | undefined {
  const move = (span: Range | undefined): Range | undefined => span && { start: span.start + by, end: span.end + by };
  return node && { ...node, key: move(node.key), value: move(node.value) };
}

function placeAt(source: string, offset: number): Place {
  return { line: lineAt(source, offset), column: offset - source.lastIndexOf('\n', offset - 1) };
}

function lineAt(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}
