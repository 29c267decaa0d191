import {
  CharacterMemo,
  compileProgram,
  type Instruction,
  isUnicode,
  type Repetition,
  type WidthAt,
} from './regexp-program.ts';

/** What is tried next where a match fails. */
type Choice =
  | { at: number; index: number }
  /** Where a repetition may end; the longest is tried first. */
  | { at: number; ends: number[]; fewest: number }
  /** A repetition that goes on only where it must. */
  | { at: number; index: number; count: number; repetition: Repetition }
  /** What is known of groups is what was known before. */
  | { registers: number[] };

/** A match under way: the next instruction, where it stands, and where groups began and ended. */
interface Match {
  text: string;
  at: number;
  index: number;
  registers: number[];
  choices: Choice[];
}

/**
 * Compile a regular expression to a backtracking matcher in JavaScript. It takes the steps that the engine of a browser or of
 * Node takes in machine code, where nothing counts them; these are counted like all JavaScript. The matcher reads the
 * syntax of ECMAScript 2025, except for classes of strings and modifiers.
 *
 * @returns A function of a text and an index, which gives start and end of what `exec` would find from there on.
 * @throws SyntaxError if the expression holds what the matcher does not read.
 */
export function compileMatcher(expression: RegExp): (text: string, from: number) => [number, number] | undefined {
  const program = compileProgram(expression);
  const { sticky, flags } = expression;
  const unicode = isUnicode(flags);
  const firsts = firstCharacters(program, 0);
  const possible =
    firsts && new CharacterMemo((code) => firsts.some((widthAt) => widthAt(String.fromCodePoint(code), 0) > 0));
  return (text, from) => {
    for (let start = from; start <= text.length; start++) {
      const code = unicode ? text.codePointAt(start) : text.charCodeAt(start);
      const isPossible = possible === undefined || (start < text.length && possible.has(code!));
      const end = isPossible ? run(program, { text, at: 0, index: start, registers: [], choices: [] }) : -1;
      if (end >= 0) return [start, end];
      if (sticky) return undefined;
      if (unicode && code! > 0xffff) start++;
    }
    return undefined;
  };
}

/** List the characters that a match can begin with; `undefined` if it may be empty. */
function firstCharacters(program: readonly Instruction[], at: number): WidthAt[] | undefined {
  const step = program[at]!;
  if (step.op === 'character' || (step.op === 'repeat' && step.min > 0)) return [step.widthAt];
  if (step.op === 'match' || step.op === 'refer') return undefined;
  // Nothing was taken on the way here.
  if (step.op === 'moved') return [];
  if (step.op === 'jump') return firstCharacters(program, at + 1 + step.by);
  if (step.op === 'look') return firstCharacters(program, at + 1 + step.behind);
  const next = firstCharacters(program, at + 1 + (step.op === 'split' ? step.first : 0));
  if (step.op !== 'split' && step.op !== 'repeat') return next;
  const others = step.op === 'split' ? firstCharacters(program, at + 1 + step.second) : [step.widthAt];
  return next && others && [...next, ...others];
}

/** Run a program. @returns The end of the match, or -1. */
function run(program: readonly Instruction[], match: Match): number {
  for (;;) {
    const step = program[match.at++]!;
    if (step.op === 'match') return match.index;
    if (!take(program, step, match) && !goBack(match)) return -1;
  }
}

function take(program: readonly Instruction[], step: Exclude<Instruction, { op: 'match' }>, match: Match): boolean {
  const { text, index, registers, choices } = match;
  switch (step.op) {
    case 'jump':
      match.at += step.by;
      return true;
    case 'split':
      choices.push({ at: match.at + step.second, index });
      match.at += step.first;
      return true;
    case 'character': {
      const width = step.widthAt(text, index);
      match.index += width;
      return width !== 0;
    }
    case 'repeat':
      return step.isLazy ? beginLazily(step, match) : repeatGreedily(step, match);
    case 'save':
      choices.push({ registers: registers.slice() });
      registers[step.slot] = index;
      return true;
    case 'clear':
      choices.push({ registers: registers.slice() });
      for (const slot of step.slots) registers[slot] = -1;
      return true;
    case 'moved':
      return registers[step.slot] !== index;
    case 'assert':
      return step.isAt(text, index);
    case 'refer': {
      const [start = -1, end = -1] = registers.slice(2 * step.group, 2 * step.group + 2);
      match.index = start < 0 || end < 0 ? index : step.endOf(text, index, text.slice(start, end));
      return match.index >= 0;
    }
    case 'look': {
      const inner = { text, at: match.at, index, registers: registers.slice(), choices: [] };
      const isFound = run(program, inner) >= 0;
      match.at += step.behind;
      if (isFound && step.isWanted) {
        choices.push({ registers });
        match.registers = inner.registers;
      }
      return isFound === step.isWanted;
    }
  }
}

function repeatGreedily({ widthAt, min, max }: Repetition, match: Match): boolean {
  const ends = [match.index];
  for (let end = match.index; ends.length <= max; ends.push(end)) {
    const width = widthAt(match.text, end);
    if (width === 0) break;
    end += width;
  }
  if (ends.length <= min) return false;
  match.index = ends.pop()!;
  if (ends.length > min) match.choices.push({ at: match.at, ends, fewest: min });
  return true;
}

function beginLazily(repetition: Repetition, match: Match): boolean {
  for (let count = 0; count < repetition.min; count++) {
    const width = repetition.widthAt(match.text, match.index);
    if (width === 0) return false;
    match.index += width;
  }
  match.choices.push({ at: match.at, index: match.index, count: repetition.min, repetition });
  return true;
}

/** Go back to the last choice that has something left to try. */
function goBack(match: Match): boolean {
  for (let choice = match.choices.at(-1); choice; choice = match.choices.at(-1)) {
    if ('registers' in choice) {
      match.registers = choice.registers;
      match.choices.pop();
      continue;
    }
    match.at = choice.at;
    if ('ends' in choice) {
      match.index = choice.ends.pop()!;
      if (choice.ends.length <= choice.fewest) match.choices.pop();
      return true;
    }
    if (!('repetition' in choice)) {
      match.index = choice.index;
      match.choices.pop();
      return true;
    }
    const width = choice.count < choice.repetition.max ? choice.repetition.widthAt(match.text, choice.index) : 0;
    choice.count++;
    match.index = choice.index += width;
    if (width !== 0) return true;
    match.choices.pop();
  }
  return false;
}
