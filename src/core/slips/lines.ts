import type { Nodes, Parents } from 'mdast';
import type { Range } from '../text/edits.ts';
import { rangeOf } from './source.ts';

/** A line of a paragraph, without the markers of enclosing quotes and lists. */
export interface Line extends Range {
  text: string;
  /** The source before it on the same line. */
  prefix: string;
  /** Whether it starts in plain text, not inside code or a link that began on an earlier line. */
  isText: boolean;
}

/** Split a paragraph, or the text of an underlined heading, into lines. */
export function linesOf(node: Parents, source: string): Line[] {
  const { start, end } = rangeOf(node);
  const isText = createTextTest(node);
  const lines: Line[] = [];
  for (let at = start; at <= end;) {
    const next = source.indexOf('\n', at);
    const lineEnd = next === -1 || next > end ? end : next;
    const lineStart = source.lastIndexOf('\n', at - 1) + 1;
    const indent = at === start ? 0 : /^[ \t>]*/.exec(source.slice(at, lineEnd))![0].length;
    const from = at + indent;
    lines.push({
      start: from,
      end: lineEnd,
      text: source.slice(from, lineEnd),
      prefix: source.slice(lineStart, from),
      isText: isText(from),
    });
    at = lineEnd + 1;
  }
  return lines;
}

/** Create a test for whether an offset in a node's source is plain text, not markup, code, HTML or part of a link. */
export function createTextTest(node: Parents): (at: number) => boolean {
  const { start, end } = rangeOf(node);
  const markup: Range[] = [];
  // Where the parser finds a bare address, it splits the text into nodes without positions.
  const collect = (parent: Parents): void => {
    for (const child of parent.children.filter(hasPosition)) {
      const range = rangeOf(child);
      if (!/^(?:text|emphasis|strong|delete)$/.test(child.type)) markup.push(range);
      if (!/^(?:emphasis|strong|delete)$/.test(child.type)) continue;
      const length = child.type === 'emphasis' ? 1 : 2;
      markup.push({ start: range.start, end: range.start + length }, { start: range.end - length, end: range.end });
      collect(child as Parents);
    }
  };
  collect(node);
  markup.sort((a, b) => a.start - b.start);
  return (at) => {
    let [low, high] = [0, markup.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (markup[middle]!.end <= at) low = middle + 1;
      else high = middle;
    }
    return at >= start && at < end && !(low < markup.length && markup[low]!.start <= at);
  };
}

function hasPosition(node: Nodes): boolean {
  const { end } = rangeOf(node);
  return end > 0;
}

/** Return a blank line for the place of a given line, including the markers of enclosing quotes. */
export function blankLine({ prefix }: Line): string {
  return `${prefix.replace(/[^>]+$/, '').replace(/[^>\s]/g, ' ')}\n`;
}
