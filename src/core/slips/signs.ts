import type { Parents } from 'mdast';
import { isFormula } from '../text/mathematics.ts';
import { persianLetter } from '../text/persian.ts';
import type { Line } from './lines.ts';
import type { Slip } from './slip.ts';
import { rangeOf } from './source.ts';

/** Find lines that start with more than six `#`, which make no heading. */
export function findLongMarks(lines: readonly Line[]): Slip[] {
  return lines.flatMap(({ text, start, end, isText }): Slip[] => {
    const [, signs = '', words = ''] = (isText && /^(#{7,})[ \t]*([^#\n]*?)[ \t]*#*[ \t]*$/.exec(text)) || [];
    if (signs === '') return [];
    if (words === '')
      return [{ rule: 'signs-left', start, end, proposed: `\\${text}`, edits: [], isSafe: false, hidden: '' }];
    const edits = [{ start, end, text: `###### ${words}` }];
    return [{ rule: 'heading-form', start, end, edits, isSafe: false, hidden: '' }];
  });
}

/**
 * Find formulas between the delimiters of LaTeX, `\(x^2\)` and `\[x^2\]`, which Markdown shows as brackets. Brackets
 * that are merely escaped («\[۱\]») are left alone.
 */
export function findFormulaSlips(block: Parents, source: string, isText: (at: number) => boolean): Slip[] {
  const { start, end } = rangeOf(block);
  const written = source.slice(start, end);
  if (!/\\[([]/.test(written)) return [];
  return [...written.matchAll(latex)].flatMap(({ 0: found, index, groups }): Slip[] => {
    const isDisplay = found.startsWith('\\[');
    const content = (groups?.['inline'] ?? groups?.['display'] ?? '').trim();
    if (!/[\\^_=+<>]|^[A-Za-z]$/.test(content) || persianLetter.test(content) || !isFormula(content, isDisplay))
      return [];
    const at = start + index;
    if (!isText(at)) return [];
    const mark = isDisplay ? '$$' : '$';
    const edits = [{ start: at, end: at + found.length, text: mark + content + mark }];
    return [{ rule: 'formula-form', start: at, end: at + found.length, edits, isSafe: true, hidden: '' }];
  });
}

// Display formulas may span lines, but not those of a quotation or list.
const latex =
  /(?<!\\)(?:\\\((?<inline>(?:[^\\\n]|\\[^()\n])+)\\\)|\\\[(?<display>(?:[^\\\n]|\n(?![ \t]*[>*+-])|\\[^[\]\n])+)\\\])/g;
