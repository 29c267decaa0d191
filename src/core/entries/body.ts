import { isHostile } from '../markdown/guard.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { commonItems } from './common-items.ts';

/**
 * Write the body of a file after it was edited. Blocks that an editor’s program rewrote while reading, and that nobody
 * changed, stay as the file has them; so do the blank lines between them.
 *
 * @param before The file's body.
 * @param after The body as the editor has it now.
 * @param reading The body as the editor’s program returned it unchanged.
 */
export function writeBody(before: string, after: string, reading: string = before): string {
  const text = after.trim();
  if (text === before.trim() || text === reading.trim()) return before;
  const start = /^\s*?(?=\S|$)/.exec(before)?.[0].replace(/[^\n]*$/, '') ?? '';
  const end = /\s*$/.exec(before)![0];
  if (text === '') return before.trim() === '' ? before : '';
  if (before.trim() === '') return `${before === '' ? '' : start}${text}\n`;
  return start + mergeBlocks(blocksOf(before), blocksOf(reading), blocksOf(text)) + (end === '' ? '' : end);
}

interface Block {
  text: string;
  /** The white space after it, within its document. */
  gap: string;
}

/** Split markdown into its outermost blocks; text that takes the parser too long is one block. */
function blocksOf(markdown: string): Block[] {
  const text = markdown.trim() === '' ? '' : markdown.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
  if (isHostile(text)) return [{ text, gap: '' }];
  const starts = parseMarkdown(text).children.map(
    (node) => ('position' in node ? node.position?.start.offset : 0) ?? 0,
  );
  if (starts.length === 0) return text === '' ? [] : [{ text, gap: '' }];
  starts[0] = 0;
  return starts.map((start, index) => {
    const whole = text.slice(start, starts[index + 1]);
    return { text: whole.trimEnd(), gap: whole.slice(whole.trimEnd().length) };
  });
}

/** Blocks of the file, and the editor's reading of them; without one, the editor does not show them. */
interface Unit {
  own: readonly Block[];
  read: readonly Block[];
}

interface Piece extends Block {
  /** The unit that it is, or takes the place of. */
  unit?: number | undefined;
  isKept: boolean;
}

function mergeBlocks(before: readonly Block[], reading: readonly Block[], after: readonly Block[]): string {
  const units = pairBlocks(before, reading);
  const kept = keptUnits(units, after);
  const pieces: Piece[] = [];
  let next = 0;
  let changed: Block[] = [];
  const add = (unit: number): void => {
    const { own } = units[unit]!;
    const text = own.map((block, index) => block.text + (index < own.length - 1 ? block.gap : '')).join('');
    pieces.push({ text, gap: own.at(-1)!.gap, unit, isKept: true });
  };
  // As many new blocks as old ones take their places, one by one.
  const addChanged = (until: number): void => {
    const places = units.slice(next, until).filter(({ read }) => read.length > 0).length;
    const isInPlace = places === changed.length;
    if (!isInPlace) pieces.push(...changed.map((block) => ({ ...block, isKept: false })));
    for (; next < until; next += 1) {
      const { own, read } = units[next]!;
      if (read.length === 0) add(next);
      else if (isInPlace) pieces.push({ text: changed.shift()!.text, gap: own.at(-1)!.gap, unit: next, isKept: false });
    }
    changed = [];
  };
  for (let at = 0; at < after.length;) {
    const unit = kept.get(at);
    if (unit === undefined) changed.push(after[at++]!);
    else {
      addChanged(unit);
      add(unit);
      next = unit + 1;
      at += units[unit]!.read.length;
    }
  }
  addChanged(units.length);
  return pieces.map((piece, index) => piece.text + gapBetween(piece, pieces[index + 1])).join('');
}

/** The white space between two blocks: that of the file between neighbours, or a blank line. */
function gapBetween({ gap, unit, isKept }: Piece, next: Piece | undefined): string {
  if (!next) return '';
  const isOwn = unit !== undefined && next.unit === unit + 1;
  // Without a blank line, a changed block could become part of its neighbour.
  const isEnough = (isKept && next.isKept) || /\n\s*\n/.test(gap);
  return isOwn && isEnough ? gap : '\n\n';
}

/** Pair blocks with their readings, by their letters and digits. Runs in which these differ are paired as a whole. */
function pairBlocks(before: readonly Block[], reading: readonly Block[]): Unit[] {
  const units: Unit[] = [];
  const key = ({ text }: Block): string => text.replace(/[^\p{L}\p{N}]+/gu, '') || text;
  let [own, read] = [0, 0];
  const addRun = (ownEnd: number, readEnd: number): void => {
    const run = { own: before.slice(own, ownEnd), read: reading.slice(read, readEnd) };
    if (run.own.length > 0) units.push(run);
  };
  for (const [a, b] of commonItems(before.map(key), reading.map(key))) {
    addRun(a, b);
    units.push({ own: [before[a]!], read: [reading[b]!] });
    [own, read] = [a + 1, b + 1];
  }
  addRun(before.length, reading.length);
  return units;
}

/** Find the units of which no reading was changed, by the position of the first in the new text. */
function keptUnits(units: readonly Unit[], after: readonly Block[]): Map<number, number> {
  const readings = units.flatMap(({ read }, unit) => read.map(({ text }) => ({ text, unit })));
  const common = commonItems(
    readings.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const places = new Map<number, number[]>();
  for (const [a, b] of common) {
    const { unit } = readings[a]!;
    places.set(unit, [...(places.get(unit) ?? []), b]);
  }
  return new Map(
    [...places].flatMap(([unit, found]) => {
      const isWhole = found.length === units[unit]!.read.length && found.at(-1) === found[0]! + found.length - 1;
      return isWhole ? [[found[0]!, unit] as const] : [];
    }),
  );
}
