import { meaningOf } from './names.ts';
import type { ProblemId } from '../problems/problem.ts';

/** Position of a syntax error in YAML. */
export interface YamlError {
  offset: number;
}

/** A replacement for one line that repairs YAML. */
export interface YamlRepair {
  /** Kind of mistake; `undefined` if it has no specific message. */
  id: ProblemId | undefined;
  /** The whole replacement line. */
  line: string;
  /** Offset of the first character of the old line that is not a space. */
  offset: number;
}

/** A possible repair of a line, with the kind of mistake. */
type Candidate = [id: ProblemId | undefined, line: string];

// Each trial parses the front matter again, so contrived files need a limit.
const maxTrials = 80;
// In UTF-16 code units: the longest line that a message can show.
const maxLine = 3000;

/**
 * Find one line whose replacement repairs broken YAML, by trying fixes for common mistakes. A repair counts if the
 * front matter can be read with it, or at least beyond the error.
 *
 * @param offset Offset of the error.
 * @param errorOf Parses YAML; returns `undefined` if it is valid.
 */
export function repairYaml(
  yaml: string,
  offset: number,
  errorOf: (yaml: string) => YamlError | undefined,
): YamlRepair | undefined {
  const lines = yaml.split('\n');
  const broken = numberOf(yaml, offset);
  const near = linesNear(lines, broken);
  let beyond: YamlRepair | undefined;
  let trials = 0;
  for (const candidatesFor of tiers) {
    for (const number of near) {
      for (const [id, line] of candidatesFor(lines, number)) {
        if (line === lines[number] || line.length > maxLine || (trials += 1) > maxTrials) continue;
        const mended = lines.with(number, line).join('\n');
        const error = errorOf(mended);
        const repair = { id, line, offset: startOf(lines, number) };
        if (!error) return repair;
        if (numberOf(mended, error.offset) > Math.max(number, broken)) beyond ??= repair;
      }
    }
    if (beyond) return beyond;
  }
  return undefined;
}

/** Find the offset of the first character of a line that is not a space. */
function startOf(lines: readonly string[], number: number): number {
  const start = lines.slice(0, number).reduce((sum, { length }) => sum + length + 1, 0);
  return start + /^\s*/.exec(lines[number]!)![0].length;
}

function numberOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** List the line of the error, the lines around it, and that of the field it belongs to. */
function linesNear(lines: readonly string[], broken: number): number[] {
  const owner = lines.slice(0, broken + 1).findLastIndex((line) => /^[^\s#-]/.test(line));
  const near = [broken, broken - 1, owner, broken + 1, broken - 2, 1];
  return [...new Set(near)].filter((number) => number >= 0 && /^\s*[^\s#]/.test(lines[number] ?? ''));
}

const field =
  /^(?<indent>\s*)(?<dash>(?:- +)?)(?<name>[^\s:"'{}[\]#،-][^:"'{}[\]،]{0,80}?|"[^"]*"|'[^']*')\s*:(?<gap>\s+)(?<value>.*)$/u;

/** Fixes in order of likelihood, the more specific first. Each is tried on all lines before the next one. */
const tiers: readonly ((lines: readonly string[], number: number) => Candidate[])[] = [
  (lines, number) => nameCandidates(lines[number]!),
  (lines, number) => valueCandidates(lines[number]!),
  lineCandidates,
  (lines, number) => [[undefined, `# ${lines[number]!}`]],
];

/** Propose repairs of a field's name, and of what separates it from the value. */
function nameCandidates(line: string): Candidate[] {
  const found: Candidate[] = [];
  const indented = field.exec(line.trimEnd())?.groups;
  if (indented?.['indent'] && meaningOf(indented['name']!, 'file')) found.push(['field-indented', line.trimStart()]);
  const tight = /^(\s*(?:- +)?[^\s:"'{}[\]#-][^:"'{}[\]]{0,40}?)\s*[:：]([^\s/].*)$/u.exec(line);
  if (tight)
    found.push(['colon-space', `${tight[1]}: ${tight[2]!.replace(/^[\s\p{Default_Ignorable_Code_Point}]+/u, '')}`]);
  const odd = /^(\s*(?:- +)?[^\s:][^:]{0,39}?)\s*[:：][\s\p{Default_Ignorable_Code_Point}]+(.*)$/u.exec(line);
  if (odd) found.push(['colon-space', `${odd[1]}: ${odd[2]}`]);
  const semicolon = /^([^\s:؛;،,"'#][^:؛;،,"'#]{0,39}?)\s*[؛;،]\s+(.*)$/u.exec(line);
  if (semicolon && meaningOf(semicolon[1]!, 'file')) found.push([undefined, `${semicolon[1]}: ${semicolon[2]}`]);
  const equals = /^(\s*[\p{L}\p{M}\u200C_-]{1,40})\s*=\s*(.*)$/u.exec(line);
  if (equals) found.push([undefined, `${equals[1]}: ${equals[2]}`]);
  if (/^[^\n]*[،؛]/.test(line))
    found.push(['comma-persian', latinCommas(line)], ['comma-persian', latinCommas(line, true)]);
  if (/^\s*\t/.test(line)) found.push([undefined, line.replace(/^\s+/, (space) => space.replaceAll('\t', '  '))]);
  return found;
}

/** Replace Persian commas between the items of a list or group, but not within its texts. */
function latinCommas(line: string, all = false): string {
  const separators = all ? /[،؛](?=\s*\S)/g : /[،؛](?=\s*(?:[\p{L}\p{M}\u200C_-]+\s*:\s|["'[{]))/gu;
  return line
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'|«[^»]*»|[^"'«]+|./g, (part) =>
      /^["'«]./.test(part) ? part : part.replace(separators, ','),
    )
    .replace(/(["\]}»]\s*)[،؛]/g, '$1,');
}

const texts = new Set(['title', 'kicker', 'lead', 'dateline', 'section', 'slug', 'id', 'name', 'role']);

/** Return whether the field of this name has a text, never a list or a group. */
export function isTextField(name: string): boolean {
  return texts.has(meaningOf(name.trim(), 'file')?.field ?? '');
}

/** Propose repairs of the value of a field, or of an item of a list. */
function valueCandidates(line: string): Candidate[] {
  const item = /^(?<head>\s*- +)(?<value>.*)$/.exec(line.trimEnd())?.groups;
  const pair = field.exec(line.trimEnd())?.groups;
  const head = pair ? `${pair['indent']}${pair['dash']}${pair['name']}: ` : item?.['head'];
  const value = pair?.['value'] ?? item?.['value'];
  if (head === undefined || value === undefined || value === '') return [];
  const found: Candidate[] = [];
  const add = (id: ProblemId | undefined, text: string): void => void found.push([id, head + text]);
  const quote = /^["']/.exec(value)?.[0];
  // «[ویدئو] شهر» is a headline, not a list.
  const isText = isTextField(pair?.['name'] ?? '');
  const isFlow = !isText && /^[[{]/.test(value);
  if (/\s#[^\s#]|^#[^\s#]|[[,]#/u.test(value)) add('hash-cut', isFlow ? quoteHashes(value) : quoteText(unquote(value)));
  if (quote) {
    const inner = unquote(value);
    if (/["']\s*[,،؛;]$/.test(value)) add(undefined, value.replace(/\s*[,،؛;]$/, ''));
    if (!value.slice(1).includes(quote)) add('quote-unclosed', value + quote);
    if (inner.includes('\\')) add(undefined, quoteText(inner));
    if (inner.includes(quote) && value.endsWith(quote)) add('quotes-inside', quoteText(inner));
    // The quotation marks belong to the text: «"گزارش" شهر».
    if (!value.endsWith(quote)) add('quotes-inside', quoteText(value));
    add(undefined, quoteText(inner));
  } else {
    if (isFlow) for (const end of [']', '}', '}]', ']}']) add(undefined, value + end);
    if (isFlow) add(undefined, value.replace(/[,\]}\s]+$/, '') + (value.startsWith('[') ? ']' : '}'));
    if (isFlow) add(undefined, value.replace(/,\s*(?=[,\]}])/g, ''));
    add(/:(?:\s|$)/.test(value) && !isFlow ? 'colon-unquoted' : undefined, doubleQuoted(value));
  }
  return found;
}

/** Propose repairs of a line's indentation. */
function lineCandidates(lines: readonly string[], number: number): Candidate[] {
  const line = lines[number]!;
  const found: Candidate[] = [];
  if (/^\s/.test(line)) found.push(['field-indented', line.trimStart()]);
  if (/^\s/.test(line)) {
    const before = lines.slice(0, number).findLast((other) => other.trim() !== '' && !/^\s*#/.test(other));
    const indent = /^\s*/.exec(before ?? '')![0].replaceAll('\t', '  ');
    found.push(['field-indented', indent + line.trimStart()]);
  }
  // A value continues on indented lines.
  if (!/^\s/.test(line) && !field.test(line)) found.push(['line-unindented', `  ${line}`]);
  return found;
}

/** Remove the quotation mark at the beginning of a text, and the last one of its kind. */
function unquote(value: string): string {
  const quote = /^["']/.exec(value)?.[0];
  if (!quote) return value;
  const inner = value.slice(1);
  const end = inner.lastIndexOf(quote);
  // After the closing mark, YAML expects no text other than a comment after a space.
  return end === -1 ? inner : inner.slice(0, end) + inner.slice(end + 1);
}

/** Quote a text: in single marks, which need no escapes, if it has double marks or backslashes but no single marks. */
export function quoteText(text: string): string {
  return text.includes("'") || !/["\\]/.test(text) ? doubleQuoted(text) : `'${text}'`;
}

function doubleQuoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Quote the items of a list that begin with `#`. */
function quoteHashes(value: string): string {
  return value.replace(/(?<=[[,\s])#[^\s,\]،][^,\]،]*/g, (item) => `"${item.trimEnd()}"`);
}
