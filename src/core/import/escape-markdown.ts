import { findFormulas } from '../text/mathematics.ts';
import { persianLetter } from '../text/persian.ts';

/**
 * Escape a paragraph of plain text so that markdown renders it literally: markup is escaped with backslashes
 * (CommonMark 0.31, 2.4; also GFM's strikethrough and autolinks, lists numbered in Persian digits, and
 * formulas). Only markup is escaped, because people edit the file. Addresses stay as they are, and become links.
 *
 * @example escapeMarkdown('# یک* و دو_سه [۱]') // '\\# یک\\* و دو_سه [۱]'
 */
export function escapeMarkdown(paragraph: string): string {
  const escaped = escapePhrase(paragraph, { before: '', after: '', isLabel: false });
  return escapeLineStarts(holdsFormula(escaped) ? escaped.replaceAll('$', '\\$&') : escaped);
}

/** Return whether dollar signs in a paragraph delimit a formula. */
export function holdsFormula(markdown: string): boolean {
  if (!markdown.includes('$')) return false;
  // The parser ignores invisible characters.
  return findFormulas(markdown).length > 0 || findFormulas(markdown.replace(/\p{Cf}/gu, ' ')).length > 0;
}

/** The surroundings of a piece of text. */
export interface Beside {
  /** The character before it in the markdown, and the one after it; `''` at the edges of a block. */
  before: string;
  after: string;
  /** Whether it is in the label of a link or picture, where brackets are markup and addresses are not. */
  isLabel: boolean;
}

/** Escape a piece of a line, except for markup that is recognised only at the beginning of lines. */
export function escapePhrase(text: string, { before, after, isLabel }: Beside): string {
  if (!/[`*[\]~\\_<&:@!]|www/i.test(text)) return text;
  const whole = before + text + after;
  let escaped = '';
  let from = 0;
  const escapeTo = (end: number): void => {
    escaped += text.slice(from, end).replace(isLabel ? labelMarkup : markup, (sign, ...parts) => {
      const at = from + (parts.findLast((part) => typeof part === 'number') as number) + before.length;
      return isMarkup(whole, at, after !== '', isLabel) ? `\\${sign}` : sign;
    });
  };
  if (!isLabel && /[@:.]/.test(text)) {
    for (const { 0: found, index } of text.matchAll(address)) {
      const end = index + found.length;
      if (index === 0 && before !== '' && !/[\s(«]/.test(before)) continue;
      // Without brackets, an address would include the text after it.
      const isAtEnd = /^[.,،؛:!؟»)]*$/.test(text.slice(end)) && after !== '' && !/\s/.test(after);
      if (isAtEnd && found.includes('@')) continue;
      escapeTo(index);
      escaped += isAtEnd ? `<${found}>` : found;
      from = end;
    }
  }
  escapeTo(text.length);
  return escaped;
}

/** Escape the beginnings of a paragraph's lines that would start a heading, list, quotation or the like. */
export function escapeLineStarts(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((line, index) => {
      const escaped = line
        .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=-)|>)/, '\\$&')
        .replace(/^([\d۰-۹٠-٩]{1,9})([.)])(?=\s|$)/, '$1\\$2')
        .replace(/^(\[\^[^\]]+\]):/, '$1\\:');
      if (index === 0) return escaped;
      // Within a paragraph, it would turn the line before it into a heading or table.
      if (/^=+\s*\\?$/.test(escaped)) return `\\${escaped}`;
      return /^[|:-][\s|:-]*\\?$/.test(escaped) ? escaped.replaceAll('|', '\\|').replace(/^:/, '\\:') : escaped;
    })
    .join('\n');
}

const markup = /[`*[~\\_<&@!]|:(?=\/\/)|(?<=www)\./giu;
const labelMarkup = /[`*[\]~\\_<&!]/giu;
/** Addresses that our parser reads as a whole, without characters that would be markup outside an address. */
const address =
  /(?<![\p{L}\p{N}\p{M}_/@.:+*~`[\]\\&<-])(?:https?:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#](?:[\p{L}\p{M}\p{N}/_.%?=#+:,;@-]|&(?![a-z0-9#]+;))*[\p{L}\p{N}/=])?|[a-z0-9](?:[a-z0-9.+-]*[a-z0-9])?@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?=[.,،؛:!؟»)]{0,3}(?:\s|$))/giu;

function isMarkup(whole: string, at: number, hasMore: boolean, isLabel: boolean): boolean {
  const [previous, sign, next] = [whole[at - 1] ?? '', whole[at]!, whole[at + 1] ?? ''];
  const isLast = next === '' || (hasMore && at === whole.length - 2);
  switch (sign) {
    case '\\':
      return isLast || /[!-/:-@[-`{-~]/.test(next);
    case '*':
      // Between spaces it is plain text, except at the beginning of a line.
      return !(at > 1 && /\s/.test(previous) && /\s/.test(next));
    case '_':
      return !(
        /[\p{L}\p{N}]$/u.test(whole.slice(Math.max(0, at - 2), at)) &&
        /^[\p{L}\p{N}]/u.test(whole.slice(at + 1, at + 3))
      );
    case '~':
      return previous === '~' || next === '~' || isLast || previous === '';
    case '<':
      return isLast || /[a-z/!?]/i.test(next);
    case '&':
      return /^&#?[a-z0-9]*(?:;|.?$)/i.test(whole.slice(at, at + 40));
    case '@':
      return /[\w.+-]/.test(previous) && /[a-z0-9_-]/i.test(next);
    case '!':
      return isLast && next === '[';
    case '[':
      return isLabel || !isPlainBracket(whole, at);
    default:
      return true;
  }
}

/** Whether a bracket and its counterpart enclose only Persian words or a number: «[رئیس‌جمهور]», `[۱]`. */
function isPlainBracket(whole: string, at: number): boolean {
  const [, content, after] = /^\[([^[\]\n]{1,80})\](.)/.exec(`${whole.slice(at, at + 90)} `) ?? [];
  if (content === undefined || !/[\s.,،؛:»)؟!…]/.test(after!) || after === ':' || whole[at - 1] === '!') return false;
  if (whole[at - 1] === ']' || content.startsWith('^')) return false;
  return /^[0-9۰-۹]+$/.test(content) || (persianLetter.test(content) && !/[a-z]/i.test(content));
}
