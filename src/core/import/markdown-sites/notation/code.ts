import type { Range } from '../../../text/edits.ts';

/**
 * Find the code in a markdown text: fenced and indented blocks, and code spans. Takes linear time. An indented line
 * below a list item counts as its text.
 */
export function codeRanges(text: string): Range[] {
  return text.includes('`') || text.includes('~~~') || /^(?: {4}|\t)/m.test(text) ? new CodeFinder(text).ranges : [];
}

/** Create a function that returns whether an offset is within one of the ranges, which must be sorted. */
export function createFinder(ranges: readonly Range[]): (offset: number) => boolean {
  return (offset) => {
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < ranges.length && ranges[low]!.start <= offset;
  };
}

class CodeFinder {
  readonly ranges: Range[] = [];
  readonly #text: string;
  /** Start of the paragraph whose code spans have not been searched yet. */
  #from = 0;

  constructor(text: string) {
    this.#text = text;
    let fence: { mark: string; start: number } | undefined;
    let [isAfterBlank, isInList, isIndented] = [true, false, false];
    let start = 0;
    while (start <= text.length) {
      const newline = text.indexOf('\n', start);
      const end = newline === -1 ? text.length : newline;
      const line = text.slice(start, Math.min(end, start + maxStart));
      const [, mark] = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})/.exec(line) ?? [];
      const isBlank = line.trim() === '';
      if (fence) {
        const isClosing =
          mark?.startsWith(fence.mark) && /^[ \t>]*[`~]+[ \t]*$/.test(text.slice(start, end).slice(0, maxStart));
        if (isClosing) {
          this.ranges.push({ start: fence.start, end });
          fence = undefined;
          this.#from = end;
        }
      } else if (
        mark !== undefined &&
        (mark.startsWith('~') || !text.slice(start, end).replace(mark, '').includes('`'))
      ) {
        this.#findSpans(start);
        fence = { mark, start };
      } else if (isBlank) {
        this.#findSpans(end);
      } else if (/^(?: {4}|\t)/.test(line) && (isIndented || isAfterBlank) && !isInList) {
        this.#findSpans(start);
        this.ranges.push({ start, end });
        this.#from = end;
        isIndented = true;
      } else {
        isIndented = false;
        isInList = /^[ \t>]*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:|:)[ \t]/.test(line) || (isInList && /^[ \t]/.test(line));
      }
      isAfterBlank = isBlank;
      start = end + 1;
    }
    if (fence) this.ranges.push({ start: fence.start, end: text.length });
    else this.#findSpans(text.length);
  }

  /** Find the code spans between the last block and an offset: runs of backticks of equal length. */
  #findSpans(end: number): void {
    const part = this.#text.slice(this.#from, end);
    const from = this.#from;
    this.#from = end;
    if (!part.includes('`')) return;
    const runs = [...part.matchAll(/\\?(`+)/g)].map((match) => {
      const isEscaped = match[0].startsWith('\\');
      return { start: match.index + (isEscaped ? 1 : 0), size: match[1]!.length, isEscaped };
    });
    const bySize = Map.groupBy(runs.keys(), (index) => runs[index]!.size);
    const next = new Map<number, number>();
    for (let index = 0; index < runs.length; index += 1) {
      const { start, size, isEscaped } = runs[index]!;
      const same = bySize.get(size)!;
      let at = next.get(size) ?? 0;
      while (at < same.length && same[at]! <= index) at += 1;
      next.set(size, at);
      const closing = same[at];
      if (closing === undefined || (isEscaped && size === 1)) continue;
      this.ranges.push({ start: from + start, end: from + runs[closing]!.start + size });
      index = closing;
    }
  }
}

// The kind of a block is decided by the beginning of its line.
const maxStart = 200;
