/** One step of a program that matches. Distances are counted from the next step. */
export type Instruction =
  | { op: 'character'; widthAt: WidthAt }
  | Repetition
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; by: number }
  | { op: 'save'; slot: number }
  | { op: 'clear'; slots: readonly number[] }
  /** Whether anything was taken since the register was saved: an empty repetition ends its loop (ECMA-262, RepeatMatcher). */
  | { op: 'moved'; slot: number }
  | { op: 'look'; isWanted: boolean; behind: number }
  | { op: 'refer'; group: number; endOf: (text: string, index: number, wanted: string) => number }
  | { op: 'assert'; isAt: (text: string, index: number) => boolean }
  | { op: 'match' };

/** One character, many times. */
export interface Repetition {
  op: 'repeat';
  widthAt: WidthAt;
  min: number;
  max: number;
  isLazy: boolean;
}

/** How far the character at an index takes a match, to the left where the expression looks behind; 0 if it does not match. */
export type WidthAt = (text: string, index: number) => number;
type Way = 1 | -1;

interface Parser {
  source: string;
  flags: string;
  at: number;
  groupCount: number;
  names: ReadonlyMap<string, number>;
  /** The next register that is free; those of groups come first. */
  nextSlot: number;
}

/** Whether an expression reads code points, and not code units. */
export const isUnicode = (flags: string): boolean => /[uv]/.test(flags);

/**
 * Compile a regular expression to instructions for a backtracking machine (Thompson 1968, Pike 1987).
 *
 * @throws SyntaxError if the expression holds what is not read here.
 */
export function compileProgram({ source, flags }: RegExp): Instruction[] {
  const opened = [...source.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/gs, '').matchAll(/\((?!\?)|\(\?<([^=!>]+)>/g)];
  const names = new Map(opened.flatMap(([, name], index) => (name === undefined ? [] : [[name, index + 1]])));
  const parser: Parser = { source, flags, at: 0, groupCount: 0, names, nextSlot: 2 * (opened.length + 1) };
  const program = parseAlternatives(parser, 1);
  if (parser.at < source.length) throw unreadable(parser);
  return [...program, { op: 'match' }];
}

const unreadable = ({ source, at }: Parser): SyntaxError => new SyntaxError(`/${source}/ is not read from ${at} on.`);

/** Parse up to the end of a group. */
function parseAlternatives(parser: Parser, way: Way): Instruction[] {
  const first = parseSequence(parser, way);
  if (parser.source[parser.at] !== '|') return first;
  parser.at++;
  const others = parseAlternatives(parser, way);
  return [{ op: 'split', first: 0, second: first.length + 1 }, ...first, { op: 'jump', by: others.length }, ...others];
}

function parseSequence(parser: Parser, way: Way): Instruction[] {
  const terms: Instruction[][] = [];
  while (parser.at < parser.source.length && !'|)'.includes(parser.source[parser.at]!)) {
    const term = parseTerm(parser, way);
    if (way === 1) terms.push(term);
    else terms.unshift(term);
  }
  return terms.flat();
}

function parseTerm(parser: Parser, way: Way): Instruction[] {
  const groups = parser.groupCount;
  const atom = parseAtom(parser, way);
  const quantifier = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})(\??)/.exec(parser.source.slice(parser.at));
  if (!quantifier) return atom;
  parser.at += quantifier[0].length;
  const [sign, least = '0', comma, most, lazy] = quantifier;
  const min = sign.startsWith('+') ? 1 : Number(least);
  const max = /^[*+]/.test(sign) || (comma && !most) ? Infinity : sign.startsWith('?') ? 1 : Number(most || least);
  const isLazy = lazy === '?';
  const [only] = atom;
  if (atom.length === 1 && only?.op === 'character') return [{ op: 'repeat', widthAt: only.widthAt, min, max, isLazy }];
  const slots = Array.from({ length: 2 * (parser.groupCount - groups) }, (_, index) => 2 * (groups + 1) + index);
  const body: Instruction[] = [{ op: 'clear', slots }, ...atom];
  return [...Array.from({ length: min }, () => body).flat(), ...repeat(body, max - min, isLazy, parser.nextSlot++)];
}

/** Repeat what may be empty, and ends then. */
function repeat(body: readonly Instruction[], most: number, isLazy: boolean, slot: number): Instruction[] {
  if (most === 0) return [];
  const once: Instruction[] = [{ op: 'save', slot }, ...body, { op: 'moved', slot }];
  const more: Instruction[] =
    most === Infinity ? [{ op: 'jump', by: -once.length - 2 }] : repeat(body, most - 1, isLazy, slot);
  const length = once.length + more.length;
  return [{ op: 'split', first: isLazy ? length : 0, second: isLazy ? 0 : length }, ...once, ...more];
}

function parseAtom(parser: Parser, way: Way): Instruction[] {
  const { source, flags } = parser;
  const rest = source.slice(parser.at);
  const look = /^\(\?(<?)([=!])/.exec(rest);
  if (look) {
    const inner = parseGroup(parser, look[0], look[1] ? -1 : 1);
    return [{ op: 'look', isWanted: look[2] === '=', behind: inner.length + 1 }, ...inner, { op: 'match' }];
  }
  if (rest.startsWith('(?:')) return parseGroup(parser, '(?:', way);
  const opening = /^\((?:\?<[^>]+>|(?!\?))/.exec(rest)?.[0];
  if (opening !== undefined) {
    const slot = 2 * ++parser.groupCount;
    const ends: Instruction[] = [
      { op: 'save', slot },
      { op: 'save', slot: slot + 1 },
    ];
    if (way === -1) ends.reverse();
    return [ends[0]!, ...parseGroup(parser, opening, way), ends[1]!];
  }
  const reference = /^\\(?:k<([^>]+)>|([1-9]\d*))/.exec(rest);
  if (reference) {
    parser.at += reference[0].length;
    const group = reference[1] === undefined ? Number(reference[2]) : parser.names.get(reference[1])!;
    return [{ op: 'refer', group, endOf: endOfReference(flags, way) }];
  }
  const assertion = /^(?:\\[bB]|[\^$])/.exec(rest)?.[0];
  if (assertion !== undefined) {
    parser.at += assertion.length;
    return [{ op: 'assert', isAt: assertionOf(assertion, flags) }];
  }
  const unit = characterIn(rest, flags);
  if (unit === undefined) throw unreadable(parser);
  parser.at += unit.length;
  return [{ op: 'character', widthAt: widthOf(unit, flags, way) }];
}

function parseGroup(parser: Parser, opening: string, way: Way): Instruction[] {
  parser.at += opening.length;
  const inner = parseAlternatives(parser, way);
  parser.at++;
  return inner;
}

/** What is one character at the start of a source: itself, an escape, or a class. */
function characterIn(rest: string, flags: string): string | undefined {
  if (rest.startsWith('[')) {
    let depth = 0;
    for (let at = 0; at < rest.length; at++) {
      if (rest[at] === '\\') at++;
      else if (rest[at] === '[' && (depth === 0 || flags.includes('v'))) depth++;
      else if (rest[at] === ']' && --depth === 0) return rest.slice(0, at + 1);
    }
    return undefined;
  }
  const escape = /^\\(?:u\{[\dA-F]+\}|u[\dA-F]{4}(?:\\uD[C-F][\dA-F]{2})?|x[\dA-F]{2}|c[A-Z]|[pP]\{[^}]*\}|[^])/i.exec(
    rest,
  );
  if (escape) return escape[0];
  return /^[(?*+)]/.test(rest) ? undefined : (isUnicode(flags) ? /^./su : /^./s).exec(rest)?.[0];
}

/** The engine decides about each character, once. */
function widthOf(unit: string, flags: string, way: Way): WidthAt {
  const own = new RegExp(`^${unit}$`, flags.replace(/[gym]/g, ''));
  const known = new CharacterMemo((code) => own.test(String.fromCodePoint(code)));
  const unicode = isUnicode(flags);
  return (text, index) => {
    const at = way === 1 ? index : index - 1;
    if (at < 0 || at >= text.length) return 0;
    let code = unicode ? text.codePointAt(at)! : text.charCodeAt(at);
    if (unicode && way === -1 && at > 0 && text.codePointAt(at - 1)! > 0xffff) code = text.codePointAt(at - 1)!;
    if (!known.has(code)) return 0;
    return code > 0xffff ? 2 * way : way;
  };
}

/** Caches whether each character is in a set. */
export class CharacterMemo {
  // 0 means unknown. The letters of most texts are in a table, others in a map.
  readonly #common = new Int8Array(0x2100);
  readonly #others = new Map<number, number>();
  readonly #decide: (code: number) => boolean;

  constructor(decide: (code: number) => boolean) {
    this.#decide = decide;
  }

  has(code: number): boolean {
    const known = code < this.#common.length ? this.#common[code]! : this.#others.get(code);
    return known ? known > 0 : this.#learn(code);
  }

  #learn(code: number): boolean {
    const isIn = this.#decide(code);
    if (code < this.#common.length) this.#common[code] = isIn ? 1 : -1;
    else this.#others.set(code, isIn ? 1 : -1);
    return isIn;
  }
}

function assertionOf(assertion: string, flags: string): (text: string, index: number) => boolean {
  const expression = new RegExp(assertion, `${flags.replace(/[gy]/g, '')}y`);
  return (text, index) => {
    expression.lastIndex = index;
    return expression.test(text);
  };
}

function endOfReference(flags: string, way: Way): (text: string, index: number, wanted: string) => number {
  const fold = (text: string): string => (flags.includes('i') ? text.toLowerCase() : text);
  return (text, index, wanted) => {
    const from = way === 1 ? index : index - wanted.length;
    if (from < 0 || fold(text.slice(from, from + wanted.length)) !== fold(wanted)) return -1;
    return way === 1 ? index + wanted.length : from;
  };
}
