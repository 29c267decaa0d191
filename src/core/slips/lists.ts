import { bulletFamily, countsUp, type Item, readItem } from './list-items.ts';
import { blankLine, type Line } from './lines.ts';
import type { Slip } from './slip.ts';

/** The list around, above or directly below a paragraph, which lines without a space were meant to continue. */
export interface Company {
  /** Its marker, or `1` for a numbered list; empty for a heading directly above, under which one item is a list. */
  mark: string;
  /** The next number, for a numbered list. */
  number: number;
  /** Where it is: it contains the paragraph, starts on the next line, or ends before it. */
  place: 'around' | 'below' | 'above';
}

/** Find lines of a paragraph that were meant as a list: `-مورد`, `• مورد`, `✅ مورد`, `۱-مورد`, `الف) مورد`. */
export function findListSlips(lines: readonly Line[], company: Company | undefined, opening: string): Slip[] {
  const runs: Item[][] = [];
  lines.forEach((line, index) => {
    const item = line.isText ? readItem(line) : undefined;
    const last = runs.at(-1)?.at(-1);
    if (!item) return;
    // Markers with running text between them are headings or questions in the style of news agencies.
    if (last?.family === item.family && lines[index - 1] === last.line) runs.at(-1)!.push(item);
    else runs.push([item]);
  });
  return runs.flatMap((items) => toList(items, lines, company, opening));
}

function toList(items: readonly Item[], lines: readonly Line[], company: Company | undefined, opening: string): Slip[] {
  const [first] = items as [Item, ...Item[]];
  const { family } = first;
  const at = lines.indexOf(first.line);
  const isNumbered = first.number !== undefined;
  // An emoji may just as well start a paragraph.
  const isBullet = bulletFamily.test(family) && (family !== 'emoji' || company?.place !== 'above');
  const isHeaded = company?.mark === '' && /^[-*+]$/.test(family);
  const end = at + items.length;
  const isBeside = company?.place === 'below' ? end === lines.length : at === (company?.place === 'above' ? 0 : 1);
  const isAlike = isNumbered
    ? company?.mark === '1' && first.number === company.number
    : company?.mark === family || (isBullet && /^[-*+]?$/.test(company?.mark ?? '1')) || isHeaded;
  const continues = isBeside && isAlike;
  if (items.length < 2 && !continues) return [];
  if (!countsUp(items)) return [];
  const isWhole = end === lines.length;
  const intro = at > 0 ? lines[at - 1]!.text : opening;
  const mayTalk = /^[-–]$/.test(family) && items.some(({ line }) => isSpeech(line.text));
  // Dashes mostly mark dialogue, which is left unchanged.
  if (
    family === '–' &&
    (mayTalk || !isWhole || !isAnnounced(intro) || items.some(({ line }) => /[.…]\s*$/.test(line.text)))
  )
    return [];
  // One line with a sign may be a remark, even after a list or a heading.
  const isRemark = items.length < 2 && company?.place === 'above' && /^[-*+]$/.test(family);
  const isSafe = family !== '–' && isWhole && !mayTalk && !isRemark;
  const { line } = first;
  const lineStart = line.start - line.prefix.length;
  // A numbered list that does not start with 1 can't interrupt a paragraph.
  const needsBlank = at > 0 && isNumbered && first.number !== 1 && !continues;
  return [
    {
      rule: 'list-form',
      start: line.start,
      end: line.end,
      proposed: first.marker + line.text.slice(first.length),
      edits: [
        ...(needsBlank ? [{ start: lineStart, end: lineStart, text: blankLine(line) }] : []),
        ...items.map((item) => ({ start: item.line.start, end: item.line.start + item.length, text: item.marker })),
      ],
      isSafe,
      hidden: items.map(({ hidden }) => hidden).join(' '),
    },
  ];
}

/** Return whether a line reads like direct speech. */
function isSpeech(text: string): boolean {
  return /[؟?!]|[:«»]/.test(text);
}

/** Return whether a line introduces a list rather than direct speech. */
function isAnnounced(text: string): boolean {
  return (
    /:\s*$/.test(text) && !/(?:گفت|گفتند|گوید|می‌گوید|پرسید|پرسیدند|افزود|داد|زد|نوشت|کرد|کردند)\s*:\s*$/.test(text)
  );
}
