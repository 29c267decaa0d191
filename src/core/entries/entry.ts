import { parseFrontMatter } from '../content/front-matter.ts';
import { unifyLines } from '../front-matter/forms.ts';
import type { Problem } from '../problems/problem.ts';
import { writeBody } from './body.ts';
import { setField } from './set-field.ts';
import { restoreLines } from './line-endings.ts';
import { areSame } from '../text/equal.ts';
import { cleaned } from './cleaned.ts';

/** A content file taken apart for an editor. */
export interface Entry {
  /** The file's text as it is on disk; empty for a new file. */
  text: string;
  /** Front matter under our field names: texts, lists and groups. */
  fields: Readonly<Record<string, unknown>>;
  /** Markdown. */
  body: string;
  /**
   * The body as the editor’s program returned it before anybody changed it. Such programs write markdown in their own
   * way; blocks that are equal to this reading go back as the file has them. Absent if it returns bodies as they are.
   */
  reading?: string | undefined;
}

/** Why a file can't be edited by fields: its front matter can't be read. */
export interface UnreadableEntry {
  problem: Omit<Problem, 'file'>;
}

/** Take a content file apart. */
export function readEntry(text: string): Entry | UnreadableEntry {
  if (text === '') return { text, fields: {}, body: '' };
  const parsed = parseFrontMatter(text);
  if ('problem' in parsed) return parsed;
  return { text, fields: parsed.frontMatter.data, body: parsed.frontMatter.body };
}

/**
 * Write an entry: only what differs from the file's text is written anew. Comments, the order of fields, quotation
 * marks, line endings, the byte order mark and all blocks of the body that were not changed stay byte for byte, so
 * `writeEntry(readEntry(text))` is `text`.
 *
 * @throws Error if a field can't be changed in the way the file is written, such as one with an anchor.
 */
export function writeEntry({ text, fields, body, reading }: Entry): string {
  const before = readEntry(text);
  if ('problem' in before) throw new Error('The front matter of this file can’t be read.');
  const isNew = text === '';
  let source = isNew ? '---\n---\n' : unifyLines(text);
  const names = new Set([...Object.keys(fields), ...Object.keys(before.fields)]);
  for (const name of names) {
    const [was, is] = [cleaned(before.fields[name]), cleaned(fields[name])];
    if (!areSame(was, is)) source = setField(source, name, is);
  }
  const read = parseFrontMatter(source);
  if ('problem' in read) throw new Error('The front matter could not be written.');
  const { bodyStart } = read.frontMatter;
  const [head, tail] = [source.slice(0, bodyStart), writeBody(source.slice(bodyStart), body, reading)];
  const written = head + (tail === '' || head.endsWith('\n') ? '' : '\n') + tail;
  return isNew ? written : restoreLines(text, written);
}
