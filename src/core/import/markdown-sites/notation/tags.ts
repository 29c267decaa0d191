import { type Edit, applyEdits } from '../../../text/edits.ts';

/** A tag of a template language: `{{< name … >}}`, `{% name … %}` or `{{ … }}`. Offsets are in UTF-16 code units. */
export interface Tag {
  start: number;
  end: number;
  /** The opening delimiter: `{{<`, `{{%`, `{%`, `{{` or `{#`. */
  open: string;
  /** The text between the delimiters, trimmed. */
  content: string;
}

// Longer stretches are texts between unrelated delimiters.
const maxTag = 20_000;
const maxTries = 3;

/**
 * Find the shortcodes of Hugo: `{{< … >}}` and `{{% … %}}`. Up to a limit, closing delimiters within quotation marks
 * are skipped. Takes linear time.
 */
export function findShortcodes(text: string): Tag[] {
  const tags: Tag[] = [];
  let open: { start: number; sign: string; tries: number } | undefined;
  for (const { 0: sign, index } of text.matchAll(/\{\{[<%]|[>%]\}\}/g)) {
    if (sign.startsWith('{')) {
      open = { start: index, sign, tries: 0 };
      continue;
    }
    if (!open || (open.sign === '{{<') !== (sign === '>}}')) continue;
    const content = text.slice(open.start + 3, index);
    open.tries += 1;
    if (isOpen(content) && open.tries < maxTries && index - open.start < maxTag) continue;
    if (content.length < maxTag)
      tags.push({ start: open.start, end: index + 3, open: open.sign, content: content.trim() });
    open = undefined;
  }
  return tags;
}

/** Return whether a quotation is open at the end of a text. */
function isOpen(text: string): boolean {
  if (text.length > maxTag) return false;
  const quotes = text.match(/\\.|"|`/gs) ?? [];
  const [doubles, ticks] = ['"', '`'].map((sign) => quotes.filter((quote) => quote === sign).length);
  return doubles! % 2 === 1 || ticks! % 2 === 1;
}

/** Find the tags of Liquid and Nunjucks: `{% … %}`, `{{ … }}`, and `{# … #}`. Takes linear time. */
export function findLiquid(text: string): Tag[] {
  const tags: Tag[] = [];
  let open: { start: number; sign: string } | undefined;
  for (const { 0: sign, index } of text.matchAll(/\{\{\{?|\{%|\{#(?= )|\}\}|%\}|#\}/g)) {
    if (sign.startsWith('{')) {
      // An opening delimiter within an open tag means that the outer one was not a tag.
      open = { start: index, sign: sign.slice(0, 2) };
      continue;
    }
    if (!open || closings[open.sign] !== sign) continue;
    const content = text
      .slice(open.start + 2, index)
      .replace(/^-|-$/g, '')
      .trim();
    if (content.length < maxTag) tags.push({ start: open.start, end: index + 2, open: open.sign, content });
    open = undefined;
  }
  return tags;
}

const closings: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** The arguments of a tag. */
export interface Arguments {
  /** Arguments without a name. */
  list: string[];
  /** Arguments by name, in lower case. */
  named: ReadonlyMap<string, string>;
}

/**
 * Read the arguments of a tag: `"a b" c name="d" other=e`, also with `:` instead of `=`, and with commas.
 *
 * @example readArguments('x src="a b"') // { list: ['x'], named: Map { 'src' → 'a b' } }
 */
export function readArguments(text: string): Arguments {
  const list: string[] = [];
  const named = new Map<string, string>();
  const part =
    /(?:([\p{L}_][\p{L}\p{N}_.-]*)\s*(?:=|:(?!\/\/)))?\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|\u201C([^\u201D]*)\u201D|([^\s,"'`=][^\s,"'`]*))[\s,]*/gsu;
  for (const [, name, double, single, ticks, curly, bare] of text.slice(0, maxTag).trimStart().matchAll(part)) {
    const value =
      double?.replace(/\\(["\\])/g, '$1') ?? single?.replace(/\\(['\\])/g, '$1') ?? ticks ?? curly ?? bare ?? '';
    if (name === undefined) list.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { list, named };
}

/** Collects replacements in a text from left to right; one that overlaps an earlier one is ignored. */
export class Rewriting {
  readonly edits: Edit[] = [];

  replace(start: number, end: number, text: string): void {
    if (start >= (this.edits.at(-1)?.end ?? 0)) this.edits.push({ start, end, text });
  }

  /** Replace a tag of a text, or its whole line if that would be blank. */
  replaceTag(text: string, tag: Tag, replacement: string): void {
    const range = replacement === '' ? wholeLine(text, tag.start, tag.end) : tag;
    this.replace(Math.max(range.start, this.edits.at(-1)?.end ?? 0), range.end, replacement);
  }

  /** Apply the replacements. */
  apply(text: string): string {
    return this.edits.length === 0 ? text : applyEdits(text, this.edits);
  }
}

/** Widen a range to its whole line, line break included, if the line has nothing else. */
export function wholeLine(text: string, start: number, end: number): { start: number; end: number } {
  let [before, after] = [start, end];
  while (isSpace(text, before - 1)) before -= 1;
  while (isSpace(text, after)) after += 1;
  const isWhole = (before === 0 || text[before - 1] === '\n') && (after === text.length || text[after] === '\n');
  return isWhole ? { start: before, end: Math.min(after + 1, text.length) } : { start, end };
}

/** Return what a following line of the same list item or quotation begins with; `''` outside of both. */
export function indentBefore(text: string, offset: number): string {
  return containers.exec(lineBefore(text, offset))![0].replace(/[^\s>]/g, ' ');
}

/**
 * Set a block, such as fenced code, apart from what else is on its line: markdown sees one only at the start of a line,
 * and fenced code ends only on a line of its own. All of its lines stay in the list item or quotation.
 */
export function setApart(block: string, text: string, start: number, end: number): string {
  if (!/^(?:```|>)|\n/.test(block)) return block;
  const indent = indentBefore(text, start);
  const apart = `\n${indent.trimEnd()}\n${indent}`;
  const isFirst = lineBefore(text, start).length === indent.length;
  const isLast = /^[ \t]*(?:\n|$)/.test(text.slice(end));
  const isWithin = (line: string): boolean => line === '' || line.startsWith(indent.trimEnd() || indent);
  const lines = block.split('\n').map((line, index) => (index === 0 || isWithin(line) ? line : indent + line));
  return (isFirst ? '' : apart) + lines.join('\n') + (isLast ? '' : apart);
}

// Markers of list items and quotations.
const containers = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*/;

function lineBefore(text: string, offset: number): string {
  return text.slice(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1, offset);
}

function isSpace(text: string, index: number): boolean {
  return text[index] === ' ' || text[index] === '\t';
}
