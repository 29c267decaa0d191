import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';

/** Source position of each UTF-16 code unit of a text. */
export interface Alignment {
  /** Offset in the source; for a unit that is not literal, the offset of the syntax that produced it. */
  offsets: number[];
  /** Whether the source has this very unit at the offset, so that it can be edited. */
  literal: boolean[];
}

/**
 * Align the text that a parser made of Markdown with its source, unit by unit. Escapes (`\*`), character references
 * (`&zwnj;`), and line ends with the prefix of the next line are not literal; nor is a text that can't be aligned.
 *
 * @param start Offset of the text in the source.
 * @param end Offset after the text in the source.
 * @example alignText('یک*', 'یک\\*', 0, 4) // offsets [0, 1, 2], literal [true, true, false]
 */
export function alignText(value: string, source: string, start: number, end: number): Alignment {
  const offsets: number[] = [];
  const literal: boolean[] = [];
  let at = start;
  while (offsets.length < value.length) {
    const step = readStep(value, offsets.length, source, at);
    if (!step) break;
    for (let unit = 0; unit < step.value; unit += 1) {
      offsets.push(at);
      literal.push(step.isLiteral);
    }
    at += step.source;
  }
  if (offsets.length === value.length && source.slice(at, end).trim() === '') return { offsets, literal };
  return unaligned(value, start);
}

/** Align a whole text with one offset. */
export function unaligned(value: string, place: number): Alignment {
  return { offsets: Array<number>(value.length).fill(place), literal: Array<boolean>(value.length).fill(false) };
}

/** Numbers of units of the value and of the source that correspond. */
interface Step {
  value: number;
  source: number;
  isLiteral: boolean;
}

const lineEnd = /[ \t]*\n[ \t>]*/y;
const escape = /\\[!-/:-@[-`{-~]/y;
const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;

function readStep(value: string, index: number, source: string, at: number): Step | undefined {
  if (value[index] === '\n') {
    const found = matchAt(lineEnd, source, at);
    // Only the parser knows whether a following «>» marks a quotation or is text.
    return found && value[index + 1] !== '>' ? { value: 1, source: found.length, isLiteral: false } : undefined;
  }
  const escaped = matchAt(escape, source, at);
  if (escaped) return escaped[1] === value[index] ? { value: 1, source: 2, isLiteral: false } : undefined;
  const referred = matchAt(reference, source, at);
  const character = referred === undefined ? undefined : decode(referred);
  if (referred !== undefined && character !== referred) {
    return value.startsWith(character!, index)
      ? { value: character!.length, source: referred.length, isLiteral: false }
      : undefined;
  }
  return source[at] === value[index] ? { value: 1, source: 1, isLiteral: true } : undefined;
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

const parser = remark().freeze();

/** Decode a character reference as the parser does; unknown ones are kept. */
function decode(referred: string): string {
  return toString(parser.parse(`a${referred}b`)).slice(1, -1);
}
