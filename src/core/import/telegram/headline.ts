import { type Line, toLine } from './lines.ts';

/** A message's headline, and the lines of its text. */
export interface Parted {
  /** `''` if there is none. */
  title: string;
  lines: readonly Line[];
}

/**
 * Find the headline of a message: its first line if more follows, or the bold words at the beginning of a long first
 * line. Emoji and «فوری |» around it are dropped.
 */
export function takeHeadline(lines: readonly Line[]): Parted {
  const first = lines.findIndex(({ text }) => text !== '');
  if (first === -1) return { title: '', lines };
  const line = lines[first]!;
  const rest = lines.slice(first + 1);
  const whole = dropOrnaments(line.text);
  const hasRest = rest.some(({ text }) => text !== '');
  if (isHeadline(whole) && hasRest && !isQuoted(line)) return { title: whole, lines: rest };
  const start = line.runs.findIndex(({ type, text }) => type === 'bold' || /[\p{L}\p{N}]/u.test(text));
  const bold = start === -1 || line.runs[start]!.type !== 'bold' ? '' : dropOrnaments(line.runs[start]!.text);
  if (!isHeadline(bold) || bold === whole) return { title: '', lines: [withoutOrnaments(line), ...rest] };
  return { title: bold, lines: [withoutOrnaments(line), ...rest] };
}

/**
 * Remove emoji, bars, and words such as «فوری |» from the ends of a line.
 *
 * @example dropOrnaments('🔴 فوری | پل تازه باز شد ⭕️') // 'پل تازه باز شد'
 */
export function dropOrnaments(text: string): string {
  let rest = text.slice(0, longLine);
  for (;;) {
    const start = rest.replace(startOrnament, '').replace(startWord, '');
    if (start === rest) break;
    rest = start;
  }
  let end = rest.length;
  while (end > 0) {
    const last = ornamentAt(rest, end);
    if (last === 0) break;
    end -= last;
  }
  return rest.slice(0, end) + text.slice(longLine);
}

/** Length of the ornament before a position: one character of one or two code units, or 0. */
function ornamentAt(text: string, end: number): number {
  if (endOrnament.test(text.slice(end - 1, end))) return 1;
  return end > 1 && endOrnament.test(text.slice(end - 2, end)) ? 2 : 0;
}

/** A first line that stays in the text loses the emoji before its first words. */
function withoutOrnaments(line: Line): Line {
  const runs = [...line.runs];
  while (runs.length > 0) {
    const [first] = runs;
    const text = first!.text.replace(startOrnament, '');
    if (text !== '') {
      runs[0] = { ...first!, text };
      break;
    }
    runs.shift();
  }
  return toLine(runs);
}

function isHeadline(text: string): boolean {
  return text.length <= longestHeadline && (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= 2;
}

function isQuoted({ runs }: Line): boolean {
  return runs.every(({ type }) => type === 'blockquote' || type === 'pre');
}

const longestHeadline = 150;
const longLine = 2000;
const pictures =
  '\\p{Extended_Pictographic}\\p{Regional_Indicator}\\p{Emoji_Modifier}\\u{FE0F}\\u{200D}\\u{20E3}\\u{E0020}-\\u{E007F}';
const signs = '|▪▫■□●○◾◽◼◻•·►▶◀◄🔹🔸\\u200B-\\u200F\\u2022\\u2500-\\u257F\\u25A0-\\u25FF\\u2600-\\u27BF~=_*+–—\\-';
const startOrnament = new RegExp(`^[${pictures}${signs}\\s]+`, 'u');
const endOrnament = new RegExp(`^[${pictures}${signs}\\s]$`, 'u');
const startWord =
  /^#?(?:خبر\s*)?(?:فوری|مهم|جدید|تکمیلی|ویدی?ئو|ویدیو|فیلم|عکس|تصاویر|تازه)\s*(?:\(|\))?\s*[|/:؛!…▪🔴🔹🔻]+\s*/u;
