import { findFormulas } from '../text/mathematics.ts';

/**
 * Escape a paragraph of plain text so that markdown renders it literally: markup is escaped with backslashes
 * (CommonMark 0.31, 2.4; also GFM's strikethrough and autolinks, lists numbered in Persian digits, and
 * formulas). Only markup is escaped, because people edit the file.
 *
 * @example escapeMarkdown('# یک* و دو_سه') // '\\# یک\\* و دو_سه'
 */
export function escapeMarkdown(paragraph: string): string {
  const escaped = paragraph.replace(inlineMarkup, '\\$&');
  const hasFormula = escaped.includes('$') && findFormulas(escaped).length > 0;
  return (hasFormula ? escaped.replaceAll('$', '\\$&') : escaped)
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=-)|>)/, '\\$&')
    .replace(/^([\d۰-۹٠-٩]{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

// A backslash before punctuation or at the end, and an `_` or `&` that could begin markup. `:` and `@` only where
// autolinking would include the backslashes in a URL.
const inlineMarkup =
  /[`*[~]|\\(?=[!-/:-@[-`{-~]|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|&(?=#?[a-z0-9]+;)|:(?=\/\/)|(?<=www)\.|@/giu;
