import { toLatinDigits } from '../text/persian.ts';
import { otherSpace } from './headings.ts';
import { blankLine, type Line } from './lines.ts';
import type { Slip } from './slip.ts';

/** The list around or directly below a paragraph, which lines without a space were meant to continue. */
export interface Company {
  /** Its marker, or `1` for a numbered list. */
  mark: string;
  /** The next number, for a numbered list. */
  number: number;
  /** Whether it starts below the paragraph; otherwise it contains the paragraph. */
  isBelow: boolean;
}

/** A line that starts like a list item. */
interface Item {
  line: Line;
  /** Key shared by the items of one list. */
  family: string;
  number?: number | undefined;
  /** Length of the typed marker, including the spaces around it. */
  length: number;
  /** The correct marker. */
  marker: string;
  /** Text that becomes markup. */
  hidden: string;
}

const gap = `(?:[ \\t]|${otherSpace})`;
const begins = '(?=[\\p{L}\\p{M}«"“(\\[])';
const signed = new RegExp(`^([-*+])(?:(?=\\*\\*[^*\\s]|~~[^~\\s])|${begins}|${otherSpace}+${gap}*(?=\\S))`, 'u');
const bullet = new RegExp(`^([•●▪◦‣■□○◆➢►▶\\uF0B7\\uF0A7\\uF0D8])${gap}*(?=[^\\s•●▪◦‣■□○◆➢►▶])`, 'u');
const dash = new RegExp(`^([–—−]|\\u0640{1,3})${gap}*${begins}`, 'u');
const digits = '([0-9]{1,3}|[۰-۹]{1,3}|[٠-٩]{1,3})';
const numbered = [
  // «۱- متن», «۱ـ متن», «۱ – متن»
  new RegExp(`^()${digits}${gap}*([-–—]|\\u0640{1,3})${gap}*(?=[^\\s0-9۰-۹٠-٩])`, 'u'),
  // «۱.متن», «۱)متن»; with a space, it is a list
  new RegExp(`^()${digits}([.)])(?:${begins}|${otherSpace}+${gap}*(?=\\S))`, 'u'),
  // «(۱) متن»
  new RegExp(`^(\\()${digits}(\\))${gap}*(?=[^\\s0-9۰-۹٠-٩])`, 'u'),
];

/** Find lines of a paragraph that were meant as a list: `-مورد`, `• مورد`, `۱-مورد`. */
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

function readItem(line: Line): Item | undefined {
  const { text } = line;
  const sign = signed.exec(text);
  if (sign) return { line, family: sign[1]!, length: sign[0].length, marker: `${sign[1]!} `, hidden: '' };
  const round = bullet.exec(text);
  if (round) return { line, family: round[1]!, length: round[0].length, marker: '- ', hidden: '' };
  const long = dash.exec(text);
  if (long) return { line, family: '–', length: long[0].length, marker: '- ', hidden: '' };
  if (!/^[(0-9۰-۹٠-٩]/.test(text)) return undefined;
  for (const form of numbered) {
    const found = form.exec(text);
    if (!found) continue;
    const [all, open = '', number = '', mark = ''] = found;
    return {
      line,
      family: `1${open}${mark[0]}`,
      number: Number(toLatinDigits(number)),
      length: all.length,
      marker: `${number}${mark === ')' ? ')' : '.'} `,
      hidden: number,
    };
  }
  return undefined;
}

function toList(items: readonly Item[], lines: readonly Line[], company: Company | undefined, opening: string): Slip[] {
  const [first] = items as [Item, ...Item[]];
  const { family } = first;
  const at = lines.indexOf(first.line);
  const isNumbered = first.number !== undefined;
  const end = at + items.length;
  const isBeside = company?.isBelow === true ? end === lines.length : at === 1;
  const isAlike = isNumbered ? company?.mark === '1' && first.number === company.number : company?.mark === family;
  const continues = isBeside && isAlike;
  if (items.length < 2 && !continues) return [];
  if (isNumbered && items.some(({ number }, index) => number !== first.number! + index)) return [];
  const isWhole = end === lines.length;
  const intro = at > 0 ? lines[at - 1]!.text : opening;
  const mayTalk = /^[-–]$/.test(family) && items.some(({ line }) => isSpeech(line.text));
  // Dashes mostly mark dialogue, which is left unchanged.
  if (
    family === '–' &&
    (mayTalk || !isWhole || !isAnnounced(intro) || items.some(({ line }) => /[.…]\s*$/.test(line.text)))
  )
    return [];
  const isSafe = family !== '–' && isWhole && !mayTalk;
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
