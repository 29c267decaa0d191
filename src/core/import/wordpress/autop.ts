/**
 * Mark the paragraphs of WordPress's classic editor: blank lines separate paragraphs, single line ends are line breaks,
 * except beside block elements and in preformatted text (developer.wordpress.org/reference/functions/wpautop).
 *
 * @example markParagraphs('یک\nدو\n\nسه') // 'یک<br>دو<br><br>سه'
 */
export function markParagraphs(html: string): string {
  // Whether one was written, or made by the editor at the end of a line, it is one end of a line.
  const parts = html
    .replace(/\r\n?/g, '\n')
    .replace(/<br\s*\/?>[ \t]*\n?/gi, '\n')
    .split(/(<(?:pre|script|style|textarea)\b[\s\S]*?<\/(?:pre|script|style|textarea)\s*>|<!--[\s\S]*?-->|<[^>]*>)/i);
  let written = '';
  let isAfterBlock = true;
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]!;
    if (at % 2 === 1) {
      written += part;
      if (!part.startsWith('<!--')) isAfterBlock = isBlock(part);
      continue;
    }
    const next = parts[at + 1];
    const isBeforeBlock = next === undefined || isBlock(next);
    written += breakLines(part, isAfterBlock, isBeforeBlock);
    if (part.trim() !== '') isAfterBlock = false;
  }
  return written;
}

function breakLines(text: string, isAfterBlock: boolean, isBeforeBlock: boolean): string {
  if (!text.includes('\n')) return text;
  if (text.trim() === '' && (isAfterBlock || isBeforeBlock)) return ' ';
  const start = isAfterBlock ? text.trimStart() : text;
  const inner = isBeforeBlock ? start.trimEnd() : start;
  return inner.replace(/[ \t]*\n[ \t]*(?:\n\s*)?/g, (lines) => (lines.split('\n').length > 2 ? '<br><br>' : '<br>'));
}

function isBlock(tag: string): boolean {
  const name = /^<\/?\s*([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase();
  return name !== undefined && blocks.has(name);
}

const blocks: ReadonlySet<string> = new Set(
  (
    'table thead tfoot caption col colgroup tbody tr td th div dl dd dt ul ol li pre form map area blockquote address style ' +
    'p h1 h2 h3 h4 h5 h6 hr fieldset legend section article aside hgroup header footer nav figure figcaption details menu ' +
    'summary center dir'
  ).split(' '),
);
