import { blankLine, type Line } from './lines.ts';
import type { Slip } from './slip.ts';

/** A line of a paragraph that may be a row. */
interface Row {
  line: Line;
  /** Number of cells. */
  cells: number;
  /** Whether it starts and ends with a pipe. */
  isClosed: boolean;
  isRule: boolean;
}

/** Find tables whose delimiter row (the dashes below the header) is missing or not valid Markdown. */
export function findTableSlips(lines: readonly Line[]): Slip[] {
  const slips: Slip[] = [];
  let run: Row[] = [];
  for (const line of [...lines, undefined]) {
    const row = line && readRow(line);
    if (row) run.push(row);
    else {
      slips.push(...toTable(run, lines));
      run = [];
    }
  }
  return slips;
}

function readRow(line: Line): Row | undefined {
  if (!line.text.includes('|') || !line.isText) return undefined;
  const text = line.text.trim().replace(/`[^`]*`|\[\[[^[\]]*\]\]|\{\{[^{}]*\}\}|\\./g, 'x');
  const bars = text.split('|').length - 1;
  if (bars === 0) return undefined;
  const isClosed = bars > 1 && text.startsWith('|') && text.endsWith('|');
  const cells = bars + 1 - (text.startsWith('|') ? 1 : 0) - (text.endsWith('|') ? 1 : 0);
  const isRule = /^[|:=–—−\u0640\s-]+$/.test(text) && /[=–—−\u0640-]/.test(text);
  return { line, cells, isClosed, isRule };
}

function toTable(rows: readonly Row[], lines: readonly Line[]): Slip[] {
  const [head, second] = rows;
  if (!head || !second || head.isRule) return [];
  const body = rows.filter(({ isRule }) => !isRule);
  const isEven = body.every(({ cells }) => cells === head.cells);
  const isClosed = body.every((row) => row.isClosed);
  // Without pipes at the edges, two lines may be anything: a menu, a couplet.
  if (!isClosed && !second.isRule && !(isEven && (body.length > 2 || head.cells > 2))) return [];
  if (isClosed && !isEven && !second.isRule && body.length < 3) return [];
  const { line } = head;
  const rule = `|${' --- |'.repeat(head.cells)}`;
  const last = rows.at(-1)!.line;
  const isFirst = lines[0] === line;
  const isLast = lines.at(-1) === last;
  const lineStart = line.start - line.prefix.length;
  const prefix = second.line.prefix;
  return [
    {
      rule: 'table-form',
      start: line.start,
      end: line.end,
      proposed: rule,
      edits: [
        ...(isFirst ? [] : [{ start: lineStart, end: lineStart, text: blankLine(line) }]),
        second.isRule
          ? { start: second.line.start, end: second.line.end, text: rule }
          : { start: line.end, end: line.end, text: `\n${prefix}${rule}` },
        ...(isLast ? [] : [{ start: last.end, end: last.end, text: `\n${blankLine(last).trimEnd()}` }]),
      ],
      isSafe: isClosed && isEven && rows.slice(2).every(({ isRule }) => !isRule),
      hidden: '',
    },
  ];
}
