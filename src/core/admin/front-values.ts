import { cleaned } from '../entries/cleaned.ts';
import { readEntry, writeEntry } from '../entries/entry.ts';
import { areSame } from '../text/equal.ts';
import { blockContents } from '../site/front-file.ts';
import { type EditorValues, textOf, type UnreadFault } from './values.ts';

/** A block of `content/front.yml` in the editor: what it shows, and the names and articles for that. */
interface BlockValues {
  kind: string;
  name?: string;
  slugs?: readonly unknown[];
  [option: string]: unknown;
}

/**
 * Convert the text of `content/front.yml` to the values of the editor.
 *
 * @throws Error naming the place if it can’t be read.
 */
export function toFrontValues(text: string, describe: (fault: UnreadFault) => string): EditorValues {
  const entry = readEntry(framed(split(text).yaml));
  if ('problem' in entry) throw new Error(describe({ ...entry.problem, line: Math.max(1, entry.problem.line - 1) }));
  return { ...frontValues(entry.fields), written: JSON.stringify(text) };
}

/** Convert values of the editor to the text of `content/front.yml`; all that was not changed stays as it was written. */
export function fromFrontValues(values: EditorValues): string {
  const { start, yaml } = split(textOf(values));
  const text = framed(yaml);
  const entry = readEntry(text);
  if ('problem' in entry) throw new Error('The front page can’t be read.');
  const known = frontValues(entry.fields);
  const fields: Record<string, unknown> = { ...entry.fields };
  for (const name of ['breaking', 'lead', 'top', 'until'])
    if (!areSame(cleaned(known[name]), cleaned(values[name]))) fields[name] = values[name];
  const written = listOf(entry.fields['blocks']);
  const before = listOf(known['blocks']).map(cleaned);
  fields['blocks'] = listOf(values['blocks']).map((block) => {
    // A block that was only moved keeps its form, such as «- opinion».
    const index = before.findIndex((each) => areSame(each, cleaned(block)));
    return index >= 0 ? written[index] : blockOf(block as BlockValues);
  });
  const after = writeEntry({ text, fields, body: '' }).slice(dashes.length, -dashes.length);
  return start + (yaml === '' || yaml.endsWith('\n') ? after : after.replace(/\n$/, ''));
}

const dashes = '---\n';

/** Split off a byte order mark, and the line of dashes that a YAML document may begin with. */
function split(text: string): { start: string; yaml: string } {
  const [start = ''] = /^\uFEFF?(?:---[ \t]*\r?\n)?/.exec(text) ?? [];
  return { start, yaml: text.slice(start.length) };
}

/** The text between lines of dashes, as front matter of a file without a body. */
function framed(yaml: string): string {
  return `${dashes}${yaml}${yaml === '' || yaml.endsWith('\n') ? '' : '\n'}${dashes}`;
}

function frontValues({ lead, breaking, top, until, blocks }: Readonly<Record<string, unknown>>): EditorValues {
  return {
    breaking: typeof breaking === 'string' ? { text: breaking } : (breaking ?? null),
    lead: typeof lead === 'string' ? { slug: lead, with: [] } : (lead ?? null),
    top: listOf(top),
    until: until ?? '',
    blocks: listOf(blocks).map(blockValues),
  };
}

function blockValues(block: unknown): BlockValues {
  if (typeof block !== 'object' || block === null) return { kind: String(block).trim(), slugs: [] };
  const { section, tag, slugs, ...rest } = block as Record<string, unknown>;
  if (section !== undefined) return { kind: 'section', name: String(section), slugs: [], ...rest };
  if (tag !== undefined) return { kind: 'tag', name: String(tag), slugs: [], ...rest };
  if (slugs !== undefined) return { kind: 'slugs', slugs: listOf(slugs), ...rest };
  const kind = blockContents.find((each) => each in rest) ?? '';
  const { [kind]: _, ...options } = rest;
  return { kind, slugs: [], ...options };
}

function blockOf({ kind, name, slugs, ...options }: BlockValues): unknown {
  const set = (cleaned(options) ?? {}) as object;
  if (kind === 'section' || kind === 'tag') return { [kind]: name, ...set };
  if (kind === 'slugs') return { slugs: slugs ?? [], ...set };
  return Object.keys(set).length === 0 ? kind : { [kind]: 'true', ...set };
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
}
