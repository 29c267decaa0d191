import { meaningOf } from './names.ts';
import type { ProblemId } from '../problems/problem.ts';

/** Where YAML breaks: an offset in it. */
export interface YamlError {
  offset: number;
}

/** A line that mends YAML in place of the one written. */
export interface YamlRepair {
  /** The kind of fault, if it is one that has a name. */
  id: ProblemId | undefined;
  /** The whole new line. */
  line: string;
  /** Offset of the old line's first character that is no space. */
  offset: number;
}

/** The kinds of fault that a repair names. */
type Candidate = [id: ProblemId | undefined, line: string];

// A trial parses the front matter; contrived files must not take long.
const maxTrials = 80;
// In UTF-16 code units: a message can't show more.
const maxLine = 3000;

/**
 * Look for one line that, written differently, mends broken YAML: what people write by mistake, tried in turn. A repair
 * counts if the file can be read with it, or at least beyond the fault.
 *
 * @param offset Where reading broke off.
 * @param errorOf Reads YAML; `undefined` if it is sound.
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

/** Offset of a line's first character that is no space. */
function startOf(lines: readonly string[], number: number): number {
  const start = lines.slice(0, number).reduce((sum, { length }) => sum + length + 1, 0);
  return start + /^\s*/.exec(lines[number]!)![0].length;
}

function numberOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** The line of the fault, those around it, and the field that it belongs to. */
function linesNear(lines: readonly string[], broken: number): number[] {
  const owner = lines.slice(0, broken + 1).findLastIndex((line) => /^[^\s#-]/.test(line));
  const near = [broken, broken - 1, owner, broken + 1, broken - 2, 1];
  return [...new Set(near)].filter((number) => number >= 0 && /^\s*[^\s#]/.test(lines[number] ?? ''));
}

const field =
  /^(?<indent>\s*)(?<dash>(?:- +)?)(?<name>[^\s:"'{}[\]#،-][^:"'{}[\]،]{0,80}?|"[^"]*"|'[^']*')\s*:(?<gap>\s+)(?<value>.*)$/u;

/** What to try first for any line comes before what to try next: a repair that says more is the likelier one. */
const tiers: readonly ((lines: readonly string[], number: number) => Candidate[])[] = [
  (lines, number) => nameCandidates(lines[number]!),
  (lines, number) => valueCandidates(lines[number]!),
  lineCandidates,
  (lines, number) => [[undefined, `# ${lines[number]!}`]],
];

/** The name of a field, and what separates it from the value. */
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

/** Write commas between the items of a list or group, but not those of its texts. */
function latinCommas(line: string, all = false): string {
  const separators = all ? /[،؛](?=\s*\S)/g : /[،؛](?=\s*(?:[\p{L}\p{M}\u200C_-]+\s*:\s|["'[{]))/gu;
  return line
    .replace(/"(?:[^"\\]|\\.)*"|'[^']*'|«[^»]*»|[^"'«]+|./g, (part) =>
      /^["'«]./.test(part) ? part : part.replace(separators, ','),
    )
    .replace(/(["\]}»]\s*)[،؛]/g, '$1,');
}

/** The value of a field, or an item of a list. */
function valueCandidates(line: string): Candidate[] {
  const item = /^(?<head>\s*- +)(?<value>.*)$/.exec(line.trimEnd())?.groups;
  const pair = field.exec(line.trimEnd())?.groups;
  const head = pair ? `${pair['indent']}${pair['dash']}${pair['name']}: ` : item?.['head'];
  const value = pair?.['value'] ?? item?.['value'];
  if (head === undefined || value === undefined || value === '') return [];
  const found: Candidate[] = [];
  const add = (id: ProblemId | undefined, text: string): void => void found.push([id, head + text]);
  const quote = /^["']/.exec(value)?.[0];
  const isFlow = /^[[{]/.test(value);
  if (/\s#[^\s#]|^#[^\s#]|[[,]#/u.test(value)) add('hash-cut', isFlow ? quoteHashes(value) : quoteText(unquote(value)));
  if (quote) {
    const inner = unquote(value);
    if (/["']\s*[,،؛;]$/.test(value)) add(undefined, value.replace(/\s*[,،؛;]$/, ''));
    if (!value.slice(1).includes(quote)) add('quote-unclosed', value + quote);
    if (inner.includes('\\')) add(undefined, quoteText(inner));
    if (inner.includes(quote) && value.endsWith(quote)) add('quotes-inside', quoteText(inner));
    // The marks belong to the text: «"گزارش" شهر».
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

/** A line that is no field of its own. */
function lineCandidates(lines: readonly string[], number: number): Candidate[] {
  const line = lines[number]!;
  const found: Candidate[] = [];
  if (/^\s/.test(line)) found.push(['field-indented', line.trimStart()]);
  if (/^\s/.test(line)) {
    const before = lines.slice(0, number).findLast((other) => other.trim() !== '' && !/^\s*#/.test(other));
    const indent = /^\s*/.exec(before ?? '')![0].replaceAll('\t', '  ');
    found.push(['field-indented', indent + line.trimStart()]);
  }
  // A text goes on in an indented line.
  if (!/^\s/.test(line) && !field.test(line)) found.push(['line-unindented', `  ${line}`]);
  return found;
}

/** Remove the quotation mark at the beginning of a text, and the same one at its end. */
function unquote(value: string): string {
  const quote = /^["']/.exec(value)?.[0];
  if (!quote) return value;
  const inner = value.slice(1);
  const end = inner.lastIndexOf(quote);
  // What follows the closing mark is a text that YAML does not expect, or a comment without a space.
  return end === -1 ? inner : inner.slice(0, end) + inner.slice(end + 1);
}

/** Quote a text in single marks, in which YAML takes everything as it is, if it has none of its own. */
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
