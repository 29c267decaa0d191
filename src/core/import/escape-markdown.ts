/**
 * Write a paragraph of plain text as markdown that says just that: what would be markup is escaped with backslashes
 * (CommonMark 0.31, 2.4; GFM's strikethrough and autolinks as well). Nothing else changes, since people edit the file.
 *
 * @example escapeMarkdown('# یک* و دو_سه') // '\\# یک\\* و دو_سه'
 */
export function escapeMarkdown(paragraph: string): string {
  return paragraph
    .replace(inlineMarkup, '\\$&')
    .replace(/^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|-(?=-)|>)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

// A backslash before punctuation or at the end, and an `_` or `&` that could begin markup; `:` and `@` only where an
// address would be linked with the backslashes inside it.
const inlineMarkup =
  /[`*[~]|\\(?=[!-/:-@[-`{-~]|$)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=[a-z/!?])|&(?=#?[a-z0-9]+;)|:(?=\/\/)|(?<=www)\.|@/giu;
