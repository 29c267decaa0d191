import type { Range } from './edits.ts';
import { persianLetter } from './persian.ts';

/** Maximum length of a formula, in UTF-16 units. */
export const longestFormula = 2000;

/**
 * Find formulas in Pandoc's syntax: `$x_1$` within a line, `$$…$$` within a paragraph. The dollar signs of prices
 * delimit no formula: «بین $۱۰۰ و ۲۰۰$», `$5 و $12`. Takes linear time.
 *
 * @example findFormulas('دما $t_1$ است') // [{ start: 4, end: 9 }]
 */
export function findFormulas(text: string): Range[] {
  const found: Range[] = [];
  let from = text.indexOf('$');
  while (from !== -1) {
    const size = text.charAt(from + 1) === '$' ? 2 : 1;
    const end = closingOf(text, from + size, size);
    const isFound =
      end !== -1 &&
      opensFormula(text.charAt(from - 1)) &&
      isFormula(text.slice(from + size, end), size === 2) &&
      (size === 2 || closesFormula(text.slice(end + 1, end + 5)));
    if (isFound) found.push({ start: from, end: end + size });
    from = text.indexOf('$', isFound ? end + size : from + size);
  }
  return found;
}

/**
 * Return whether a dollar sign may open a formula after a character. After a digit or Latin letter, it is a currency.
 */
export function opensFormula(before: string): boolean {
  return !/[\p{Nd}\p{Script=Latin}$\\]/u.test(before);
}

/** Return whether a dollar sign may close a formula before a text. Before a number, it starts a price. */
export function closesFormula(after: string): boolean {
  return !/^[\u00AD\u061C\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*[\p{Nd}\p{Script=Latin}$]/u.test(after);
}

/**
 * Return whether the text between dollar signs is mathematics: it contains TeX or an equation, or consists of short
 * names, numbers and operators. Persian words outside braces make it prose.
 *
 * @param isDisplay Whether it is delimited by `$$`, which is not used around prices.
 */
export function isFormula(content: string, isDisplay: boolean): boolean {
  if (content.length > longestFormula || content.trim() === '') return false;
  const isMarked = /[\\^_=]/.test(content);
  if (isDisplay) return isMarked || (/[\p{L}\p{Nd}]/u.test(content) && !persianLetter.test(content));
  if (/^\s|\s$|\n/.test(content)) return false;
  return isMarked ? !persianWord.test(withoutGroups(content)) : isSimple(content);
}

const persianWord = new RegExp(`${persianLetter.source}{2}`);
const part = /[\p{Script=Latin}\p{Script=Greek}]+'*|[0-9۰-۹٠-٩.,٫]+|[-−+*/×÷<>≤≥≠≈±∈→|!():;[\]]|\s+/uy;
const names = /^(?:sin|cos|tan|cot|log|exp|lim|max|min|mod|gcd|det)$/;

/** Return the offset of the next delimiter if it has the given size; -1 otherwise. */
function closingOf(text: string, from: number, size: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '\\') at += 1;
    else if (unit === '\n' && size === 1) return -1;
    else if (unit === '$') return at > from && (size === 1 || text.charAt(at + 1) === '$') ? at : -1;
  }
  return -1;
}

function withoutGroups(content: string): string {
  let depth = 0;
  let rest = '';
  for (const unit of content) {
    if (unit === '{') depth += 1;
    if (depth === 0) rest += unit;
    if (unit === '}') depth = Math.max(0, depth - 1);
  }
  return rest;
}

/** Return whether a text is one name, or short names and numbers joined by operators: `ABC`, `n-1`, `x + y`. */
function isSimple(content: string): boolean {
  if (/^\p{L}{1,12}'*$/u.test(content)) return true;
  let hasName = false;
  let before = '';
  part.lastIndex = 0;
  for (let match = part.exec(content); match; match = part.exec(content)) {
    const [found] = match;
    const isName = /^\p{L}/u.test(found);
    if (isName && found.replace(/'/g, '').length > 2 && !names.test(found)) return false;
    hasName ||= isName;
    // Two words with a space between them are prose.
    if (/^[\p{L}\p{Nd}]/u.test(found) && /[\p{L}\p{Nd}]\s+$/u.test(before)) return false;
    before = before.slice(-1) + found;
    if (part.lastIndex === content.length) return hasName;
  }
  return false;
}
