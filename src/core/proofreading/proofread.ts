import { findFlaws, type OrthographyContext } from './rules.ts';
import { type Flaw, readProse } from './prose.ts';
import { findSpanningGuillemets } from './rules-quotes.ts';
import type { ContentFile } from '../content/context.ts';
import { mendLetters } from '../text/persian.ts';
import { type Problem, quoteValue } from '../problems/problem.ts';
import { isOrthographyRule, orthographyRules } from '../problems/orthography.ts';
import { readSourceDocument, type SourceBlock } from './source-document.ts';
import type { Slip } from '../slips/slip.ts';
import type { LineSwitch } from './source-switches.ts';
import { applyEdits, type Edit } from '../text/edits.ts';

/** A warning of the proofreader. Its id is the name of the rule; its values are the texts `found` and `proposed`. */
export interface Finding extends Problem {
  /** The fix, as edits of the file's text in order; empty if only a person can decide, or the position is unknown. */
  edits: readonly Edit[];
  /** Whether it may be fixed without asking. */
  isSafe: boolean;
}

/** A finding with its edits relative to its block. */
export interface BlockFinding extends Finding {
  /** Index of the block; absent if the fix changes the block structure. */
  block?: number | undefined;
  blockEdits: readonly Edit[];
  /** Text that readers no longer see after the fix of a slip; absent for other findings. */
  hidden?: string;
  /** Text that readers see only after the fix. */
  shown?: string;
}

/** Proofread a file: its body, and the texts of its front matter. */
export function proofread(file: ContentFile, context: OrthographyContext): BlockFinding[] {
  const { blocks, switches, rawHtml, slips } = readSourceDocument(file.text);
  const placeOf = createPlaces(file.text);
  const off = readSwitches(switches, placeOf);
  const flaws = blocks.map((block) => findFlaws(block.text, context, block.field?.[0] === 'title'));
  const spanning = flaws.some(hasLonelyMark) ? findSpanning(blocks) : undefined;
  const findings = blocks.flatMap((block, index) =>
    flaws[index]!.filter(({ rule, start }) => rule !== 'guillemets' || !spanning?.get(index)?.has(start)).map(
      (flaw) => ({
        ...describe(flaw, block, placeOf),
        file: file.path,
        block: index,
      }),
    ),
  );
  const slipped = slips
    .filter(({ rule }) => !context.off.includes(rule))
    .map((slip) => ({ ...describeSlip(slip, file.text), ...placeOf(slip.start), file: file.path }));
  const html = rawHtml.map(({ element, edit }) => describeHtml(file.path, element, edit, placeOf(edit.start)));
  const unknown = switches.flatMap(({ names, start }) =>
    names.filter((name) => !isOrthographyRule(name)).map((name) => unknownRule(file.path, name, placeOf(start))),
  );
  const isOn = ({ line, id }: BlockFinding): boolean => !off.get(line)?.has(id);
  const isUsed = !context.off.includes('raw-html');
  return [...[...findings, ...slipped].filter(isOn), ...(isUsed ? html.filter(isOn) : []), ...unknown];
}

function hasLonelyMark(flaws: readonly Flaw[]): boolean {
  return flaws.some(({ rule }) => rule === 'guillemets');
}

/** Find quotations that span several paragraphs of the body; front matter texts can't take part in one. */
function findSpanning(blocks: readonly SourceBlock[]): ReturnType<typeof findSpanningGuillemets> {
  return findSpanningGuillemets(blocks.map(({ text, field }) => (field ? '' : readProse(text).words)));
}

type PlaceOf = (offset: number) => { line: number; column: number };

// Findings of these rules are shown with the punctuation around them; others, with the word alone.
const punctual: ReadonlySet<string> = new Set([
  'straight-quotes',
  'latin-punctuation',
  'punctuation-spacing',
  'guillemets',
  'title-full-stop',
]);
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

function describe(flaw: Flaw, block: SourceBlock, placeOf: PlaceOf): Omit<BlockFinding, 'file' | 'block'> {
  const { rule, isSafe } = flaw;
  const { start, end } = withContext(flaw, block.text);
  const found = block.text.slice(start, end);
  const edits = flaw.edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const shown = rule === 'invisible-marks' ? found.replace(invisible, codePoint) : found;
  return {
    id: rule,
    ...placeOf(block.offsets[start] ?? block.offsets.at(-1) ?? 0),
    field: block.field?.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.'),
    values: {
      ...flaw.values,
      found: quoteValue(shown),
      ...(edits.length > 0 ? { proposed: quoteValue(mendLetters(applyEdits(found, edits))) } : {}),
    },
    edits: sourceEdits(flaw.edits, block),
    blockEdits: flaw.edits,
    isSafe,
  };
}

function describeSlip(slip: Slip, text: string): Omit<BlockFinding, 'file' | 'line' | 'column'> {
  const { rule, start, end, edits, isSafe, hidden, shown = '', mark = '' } = slip;
  const found = text.slice(start, end);
  const own = edits.filter((edit) => edit.start >= start && edit.end <= end);
  const moved = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const proposed = slip.proposed ?? applyEdits(found, moved);
  return {
    id: rule,
    values: { found: quoteValue(found), proposed: quoteValue(proposed), mark },
    edits,
    isSafe,
    hidden,
    shown,
    blockEdits: [],
  };
}

/** Extend a finding to the words at its edges, far enough to be recognized. */
function withContext({ rule, start, end }: Flaw, text: string): { start: number; end: number } {
  const unit = punctual.has(rule) ? '[^\\s\\uFFFC]' : '[\\p{L}\\p{M}\\p{N}\\u200C\\u0640]';
  const [before = ''] = new RegExp(`${unit}{0,30}$`, 'u').exec(text.slice(Math.max(0, start - 30), start)) ?? [];
  const [after = ''] = new RegExp(`^${unit}{0,30}`, 'u').exec(text.slice(end, end + 30)) ?? [];
  return { start: start - before.length, end: end + after.length };
}

function codePoint(character: string): string {
  return `[U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/**
 * Map edits of a block to the file; empty if one of them would touch characters that are not literal, or span markup.
 */
function sourceEdits(edits: readonly Edit[], { offsets, literal }: SourceBlock): Edit[] {
  const carried = edits.flatMap(({ start, end, text }) => {
    const [from, to] = start === end ? [Math.max(0, start - 1), Math.min(offsets.length, end + 1)] : [start, end];
    for (let unit = from; unit < to; unit += 1) {
      if (!literal[unit] || (unit > from && offsets[unit] !== offsets[unit - 1]! + 1)) return [];
    }
    const first = start > from ? offsets[from]! + 1 : offsets[from]!;
    return [{ start: first, end: first + end - start, text }];
  });
  return carried.length === edits.length ? carried : [];
}

function createPlaces(text: string): PlaceOf {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

/** The rules that are switched off, by line. */
function readSwitches(switches: readonly LineSwitch[], placeOf: PlaceOf): Map<number, Set<string>> {
  const off = new Map<number, Set<string>>();
  for (const { names, start } of switches) {
    const { line } = placeOf(start);
    const rules = names.length === 0 ? orthographyRules : names;
    off.set(line, new Set([...(off.get(line) ?? []), ...rules]));
  }
  return off;
}

function describeHtml(
  file: string,
  element: string,
  edit: Edit,
  place: { line: number; column: number },
): BlockFinding {
  const values = { found: `<${element}>`, proposed: quoteValue(edit.text.trim().split(/\r?\n/)[0] ?? '') };
  return { id: 'raw-html', file, ...place, values, edits: [edit], isSafe: false, block: -1, blockEdits: [] };
}

function unknownRule(file: string, name: string, place: { line: number; column: number }): BlockFinding {
  const values = { found: quoteValue(name), rules: orthographyRules.join(', ') };
  return { id: 'rule-unknown', file, ...place, values, edits: [], isSafe: false, blockEdits: [] };
}
