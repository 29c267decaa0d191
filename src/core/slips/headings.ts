import type { Heading, Paragraph, Root } from 'mdast';
import type { Line } from './lines.ts';
import type { Slip } from './slip.ts';
import { rangeOf } from './source.ts';

/**
 * Non-ASCII spaces and invisible marks that keyboards and word processors insert, but Markdown does not accept as a
 * space.
 */
export const otherSpace = '[\\u00A0\\u1680\\u2000-\\u200F\\u202F\\u205F\\u2060\\u3000\\uFEFF]';

const strange = new RegExp(`^(#{1,6})${otherSpace}+[ \\t]*(?=[^\\s#])`);
const hashtags = /^(?:#+[\p{L}\p{M}\p{N}_\u200C]+[ \t]*){2,}$/u;

/** Find lines that were meant as headings: `##عنوان`, and `# عنوان` with a space that Markdown does not accept. */
export function findHeadingSlips(lines: readonly Line[]): Slip[] {
  return lines.flatMap((line) => {
    if (!line.text.startsWith('#') || !line.isText || hashtags.test(line.text)) return [];
    const found = strange.exec(line.text) ?? /^(#{2,6})(?=[^#\s])/.exec(line.text);
    if (!found || !/[\p{L}\p{N}]/u.test(line.text)) return [];
    return [toHeading(line, found[1]!.length, found[0].length, true)];
  });
}

/**
 * Find one-line paragraphs like `#عنوان دوم`. A single one may be a hashtag, so there must be at least two.
 *
 * @param hasOthers Whether the document has other headings without a space, so that one is enough.
 */
export function findLoneHeadings(tree: Root, linesOf: (node: Paragraph) => Line[], hasOthers: boolean): Slip[] {
  const found = tree.children.flatMap((node, index) => {
    if (node.type !== 'paragraph' || index === tree.children.length - 1) return [];
    const [line, more] = linesOf(node);
    const isAlone = line?.isText === true && more === undefined && line.text.length <= 100;
    return isAlone && /^#[\p{L}«"(][^#]*[ \t][^#]*[^#.؟?!،:؛…\s]$/u.test(line.text)
      ? [toHeading(line, 1, 1, false)]
      : [];
  });
  return hasOthers || found.length > 1 ? found : [];
}

function toHeading(line: Line, level: number, length: number, isSafe: boolean): Slip {
  const { start, end, text } = line;
  const closing = /[^#\s](#+)[ \t]*$/.exec(text.slice(length))?.[1];
  const at = start + text.trimEnd().length - (closing?.length ?? 0);
  const edits = [
    { start: start + level, end: start + length, text: ' ' },
    ...(closing?.length === level && level > 1 ? [{ start: at, end: at, text: ' ' }] : []),
  ];
  return { rule: 'heading-form', start, end, edits, isSafe, hidden: '' };
}

/** Find paragraphs that a line of `-` or `=` directly below turns into headings by accident. */
export function findAccidentalHeadings(heading: Heading, source: string): Slip[] {
  const { start, end } = rangeOf(heading);
  const written = source.slice(start, end);
  const underline = /\n([ \t>]*)(-+|=+)[ \t]*$/.exec(written);
  if (!underline || written.startsWith('#')) return [];
  const text = written.slice(0, underline.index);
  const isParagraph = text.includes('\n') || text.length > 120 || /[^.\s]\.[»)"”]?[ \t]*$/.test(text);
  const isRule = underline[2]!.startsWith('---');
  if (!isParagraph && (isRule || underline[2]!.length > 1)) return [];
  const at = start + underline.index;
  const prefix = underline[1]!.replace(/[^>]+$/, '');
  const edits = isParagraph && isRule ? [{ start: at, end: at, text: `\n${prefix}` }] : [];
  return [{ rule: 'heading-accidental', start, end: at, edits, isSafe: true, hidden: '', proposed: '' }];
}
