import type { NewsDate } from '../dates/news-date.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';
import { arrangeLive, hasEntries, type LiveFault } from './arrange-live.ts';
import type { Live } from './live.ts';

/** What coverage is read from. */
export interface LiveInput {
  /** Path shown in problems. */
  file: string;
  /** The field `live`, unless it is absent or says no. */
  written: { from?: string | undefined; to?: string | undefined } | undefined;
  /** Whether the article is of the type `live`: with entries it is coverage even without the field. */
  isLook: boolean;
  /** The article's date. */
  date: NewsDate;
  /** The rendered text, and its markdown with the number of its first line. */
  html: string;
  markdown: string;
  bodyLine: number;
  readDate(path: readonly PropertyKey[], value: string): NewsDate | undefined;
  placeOf(path: readonly PropertyKey[]): { line: number; column: number };
}

/** Coverage as read from an article's file. */
export interface ReadLive {
  live: Live;
  /** The text with its entries in order. */
  html: string;
  problems: Problem[];
  warnings: Problem[];
}

/** Read the coverage of an article's file; `undefined` if it is none. */
export function readLive(input: LiveInput): ReadLive | undefined {
  const { written, isLook, html, date, file, readDate, placeOf } = input;
  if (written === undefined && !(isLook && hasEntries(html))) return undefined;
  const [from, to] = (['from', 'to'] as const).map((name) => {
    const text = written?.[name];
    return text === undefined ? undefined : readDate(['live', name], text);
  });
  const text = arrangeLive(html, from ?? date, written === undefined);
  const isReversed = to !== undefined && to.epoch <= (from ?? date).epoch;
  return {
    live: { ...(from && { from }), ...(to && { to }), ...(text.last && { last: text.last }) },
    html: text.html,
    problems: isReversed
      ? [
          {
            id: 'live-range',
            file,
            field: 'live.to',
            ...placeOf(['live', 'to']),
            values: { found: quoteValue(written?.to ?? '') },
          },
        ]
      : [],
    warnings: text.faults.map((fault) => describeFault(fault, input, text.headings)),
  };
}

function describeFault(
  { id, heading, found }: LiveFault,
  { file, markdown, bodyLine }: LiveInput,
  count: number,
): Problem {
  const lines = headingLines(markdown);
  // Where headings are written otherwise, as with a line of hyphens below, their places are not known.
  const line = lines.length === count ? lines[heading]! : 0;
  return { id, file, line: bodyLine + line, column: 1, values: { found: quoteValue(found) } };
}

/** Numbers of the lines with headings, from 0. */
function headingLines(markdown: string): number[] {
  let isCode = false;
  return markdown.split(/\r?\n/).flatMap((line, index) => {
    if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
    return !isCode && /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line) ? [index] : [];
  });
}
