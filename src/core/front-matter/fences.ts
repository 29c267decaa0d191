import { type Problem, quoteValue } from '../problems/problem.ts';
import { isOwnName, meaningOf } from './names.ts';

/** Why a file can't be split, and at which line; without a line, the first is meant. */
export type SplitFault = Pick<Problem, 'id' | 'values'> & { line?: number };

/** A line that opens and closes front matter, or the brace of a JSON object. */
type Fence = '---' | '+++' | '{';

/**
 * Explain why a file has no front matter that can be found: fields without a line of `---` before them, other signs in
 * its place, or text before it.
 *
 * @param source The file's text, with U+000A as the only line ending.
 */
export function explainMissing(source: string): SplitFault {
  const [before] = /^[\s\p{Default_Ignorable_Code_Point}]+(?=(?:---|\+\+\+)[^\S\n]*\n)/u.exec(source) ?? [];
  if (before !== undefined)
    return { id: 'front-matter-late', values: { fence: source.slice(before.length, before.length + 3) } };
  const lines = linesOf(source);
  const first = lines.findIndex((line) => visible(line) !== '');
  const line = lines[first] ?? '';
  const fence = fenceFor(lines, first);
  if (fence) return { id: 'fence-absent', line: first + 1, values: { fence } };
  const next = lines.findIndex((other, index) => index > first && visible(other) !== '');
  const inner = isFenceLike(line) ? fenceFor(lines, next) : undefined;
  if (inner && inner !== '{') return fenceForm(first, line, inner);
  const below = lines.findIndex(
    (other, index) => /^(?:---|\+\+\+)[^\S\n]*$/.test(other) && fenceFor(lines, index + 1) !== undefined,
  );
  if (below === -1) return { id: 'front-matter-missing', values: {} };
  return { id: 'front-matter-below', line: below + 1, values: { fence: lines[below]!.trim() } };
}

/**
 * Explain an opening line that is no fence, such as `--- title: …`.
 *
 * @returns `undefined` if it names a language.
 */
export function explainOpening(source: string, fence: string, rest: string): SplitFault | undefined {
  if (fieldOf(rest.trim()) === undefined) return undefined;
  const values = { found: quoteValue(source.slice(0, source.indexOf('\n'))), fence, rest: rest.trim() };
  return { id: 'fence-joined', values };
}

/** Explain why front matter is not closed: by other signs than those that open it, or by nothing after its last field. */
export function explainUnclosed(source: string, fence: string): SplitFault {
  const lines = linesOf(source);
  if (fence === '}') {
    const last = lines.findLastIndex((line, index) => index <= endOf(lines, 1) && visible(line) !== '');
    return { id: 'front-matter-unclosed', line: last + 1, values: { fence } };
  }
  const form = fenceFor(lines, 1);
  if (form && form !== '{' && form !== fence) return fenceForm(0, lines[0]!, form);
  const end = endOf(lines, 1);
  const after = lines.findIndex((line, index) => index > end && visible(line) !== '');
  if (isFenceLike(lines[after] ?? '')) return fenceForm(after, lines[after]!, fence);
  return { id: 'front-matter-unclosed', line: end + 1, values: { fence } };
}

/**
 * Explain front matter that can't be parsed although it is between fences: another format than they announce, or a text
 * that begins within it, so that the line that closes it belongs to the text.
 */
export function explainUnparsed(source: string, closing: number): SplitFault | undefined {
  const lines = linesOf(source.slice(0, closing));
  const fence = lines[0]!.slice(0, 3);
  const form = fenceFor(lines, 1);
  if (/^(?:---|\+\+\+)\s*$/.test(lines[0]!) && form && form !== '{' && form !== fence)
    return fenceForm(0, lines[0]!, form);
  const end = endOf(lines, 1);
  const after = lines.findIndex((line, index) => index > end && visible(line) !== '');
  const rest = lines.slice(after);
  // Fields below show that the front matter goes on.
  if (end === 0 || after === -1 || rest.some((line) => meaningOf(fieldOf(line)?.name ?? '', 'file'))) return undefined;
  if (isFenceLike(rest[0]!)) return fenceForm(after, rest[0]!, fence);
  const isText = after > end + 1 && fieldOf(rest[0]!) === undefined && !/^[\s[\]{}"'-]/.test(rest[0]!);
  return isText ? { id: 'front-matter-unclosed', line: end + 1, values: { fence } } : undefined;
}

function fenceForm(index: number, line: string, fence: string): SplitFault {
  const shown = line.replace(/^[\s\p{Default_Ignorable_Code_Point}]+/u, (space) => '␣'.repeat(space.length));
  return { id: 'fence-form', line: index + 1, values: { found: quoteValue(shown), fence } };
}

// Front matter is at most that long.
function linesOf(source: string): string[] {
  return source.slice(0, 20_000).split('\n');
}

function visible(line: string): string {
  return line.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
}

/** Return whether a line looks as if it were to open or close front matter: `—`, `-----`, `***`, `- - -`, "```yaml". */
function isFenceLike(line: string): boolean {
  const signs = visible(line).replace(/^[\\"']+|[\\"']+$/g, '');
  return /^(?:[-–—−‐‑ـ]+|[_=*+~;]+|```[a-z]*|<!--+|--+>)$/.test(signs);
}

/** Find the name and the sign of a field: `title: …` or `title = …`. */
function fieldOf(line: string): { name: string; sign: string; isQuoted: boolean } | undefined {
  const [, quote = '', name, sign = ''] =
    /^\p{Default_Ignorable_Code_Point}*(["']?)([\p{L}_][^"':=：؛{}[\]]{0,40}?)\1\s*([:：=])(?:[\s"'[{]|$)/u.exec(
      line,
    ) ?? [];
  return name === undefined ? undefined : { name: name.trim(), sign, isQuoted: quote !== '' };
}

/** Return the fence for the fields that begin at a line; `undefined` if there are none. */
function fenceFor(lines: readonly string[], from: number): Fence | undefined {
  const first = fieldOf(lines[from] ?? '');
  if (!first || !meaningOf(first.name, 'file')) return undefined;
  const fields = lines.slice(from, endOf(lines, from) + 1).flatMap((line) => fieldOf(line) ?? []);
  // «خلاصه: …» alone may begin a text.
  const known = fields.filter(({ name }) => meaningOf(name, 'file'));
  if (known.length < 2 && !isOwnName(first.name, 'file')) return undefined;
  const assigned = fields.filter(({ sign }) => sign === '=').length;
  if (assigned > 0) return assigned === fields.length ? '+++' : undefined;
  return first.isQuoted && /,\s*$/.test(lines[from]!) ? '{' : '---';
}

/** Find the last line of the fields that begin at a line; the line before if there are none. */
function endOf(lines: readonly string[], from: number): number {
  let end = from - 1;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index]!;
    if (visible(line) === '') continue;
    const isAfterBlank = index > 0 && visible(lines[index - 1]!) === '';
    const field = fieldOf(line);
    const isField = field && (!isAfterBlank || meaningOf(field.name, 'file') !== undefined);
    const isPart = !isAfterBlank && /^(?:\s+\S|- |#)/.test(line) && !isFenceLike(line);
    if (!isField && !isPart && !/^\[{1,2}[\w.-]+\]{1,2}\s*$/.test(line)) break;
    end = index;
  }
  return end;
}
