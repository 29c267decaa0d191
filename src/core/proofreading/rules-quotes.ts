import { type Flaw, letter, type Prose } from './prose.ts';

/** Find quotation marks « and » without a counterpart in their block. */
export function findGuillemets({ words }: Prose): Flaw[] {
  return lonely(words).map((start) => ({ rule: 'guillemets', start, end: start + 1, edits: [], isSafe: false }));
}

/**
 * Find unpaired marks that belong to a quotation of several paragraphs: every paragraph opens with « and the last one
 * closes, or the first opens and the next closes.
 *
 * @param blocks The `words` of consecutive blocks.
 * @returns Offsets of these marks, in UTF-16 code units, by block index.
 */
export function findSpanningGuillemets(blocks: readonly string[]): ReadonlyMap<number, ReadonlySet<number>> {
  const spanning = new Map<number, Set<number>>();
  const marks = blocks.map(lonely);
  for (let first = 0; first < blocks.length; first += 1) {
    if (!opens(blocks[first]!, marks[first]!)) continue;
    let last = first + 1;
    while (startsQuoted(blocks[last]) && opens(blocks[last]!, marks[last]!)) last += 1;
    const [text = '', left = []] = [blocks[last], marks[last]];
    const isReopened = left.length === 0 && startsQuoted(text) && /»[.،؛:؟!…]*\s*$/.test(text);
    const isClosed = left.length === 1 && text.charAt(left[0]!) === '»' && last === first + 1;
    if (!isReopened && !isClosed) continue;
    for (let block = first; block <= last; block += 1) spanning.set(block, new Set(marks[block]));
    first = last;
  }
  return spanning;
}

/** Return whether a block has exactly one unpaired mark, and it opens. */
function opens(text: string, marks: readonly number[]): boolean {
  return marks.length === 1 && text.charAt(marks[0]!) === '«';
}

function startsQuoted(text: string | undefined): boolean {
  return text !== undefined && /^\s*«/.test(text);
}

/** Return whether all « and » of a text are paired. @example isBalanced('«الف» و «ب') // false */
export function isBalanced(text: string): boolean {
  return lonely(text).length === 0;
}

/** Find straight and curved quotation marks next to Persian text; « and » are proposed for pairs around it. */
export function findStraightQuotes({ words }: Prose): Flaw[] {
  return [/["“”„‟]/g, /''/g, /(?<!')'(?!')|[‘’‚‛]/g].flatMap((pattern) => {
    const marks = [...words.matchAll(pattern)].map(({ 0: mark, index }) => ({
      start: index,
      end: index + mark.length,
    }));
    const pairs = marks.flatMap((open, index) => (index % 2 === 0 ? [{ open, close: marks[index + 1] }] : []));
    const arePairs = pairs.every(({ open, close }) => close && isQuotation(words.slice(open.end, close.start)));
    return pairs.flatMap(({ open, close }) =>
      arePairs && close && persian.test(words.slice(open.end, close.start))
        ? [quotation(open, close)]
        : [open, ...(close ? [close] : [])].filter((mark) => isBeside(words, mark)).map(straight),
    );
  });
}

interface Mark {
  start: number;
  end: number;
}

const persian = new RegExp(letter);

/** Offsets of the marks without a counterpart. */
function lonely(text: string): number[] {
  const open: number[] = [];
  const without: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[«»]/g)) {
    if (mark === '«') open.push(index);
    else if (open.pop() === undefined) without.push(index);
  }
  return [...without, ...open].toSorted((a, b) => a - b);
}

function isQuotation(inside: string): boolean {
  return /^\S(?:.*\S)?$/s.test(inside) && isBalanced(inside);
}

function isBeside(text: string, { start, end }: Mark): boolean {
  return persian.test(text.slice(Math.max(0, start - 1), start)) || persian.test(text.slice(end, end + 1));
}

function quotation(open: Mark, close: Mark): Flaw {
  const edits = [
    { ...open, text: '«' },
    { ...close, text: '»' },
  ];
  return { rule: 'straight-quotes', start: open.start, end: close.end, edits, isSafe: false };
}

function straight({ start, end }: Mark): Flaw {
  return { rule: 'straight-quotes', start, end, edits: [], isSafe: false, values: { proposed: '«…»' } };
}
