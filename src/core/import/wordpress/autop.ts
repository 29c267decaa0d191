/**
 * Mark the paragraphs of WordPress's classic editor: blank lines separate paragraphs, single line ends are line breaks,
 * except beside block elements and in preformatted text (developer.wordpress.org/reference/functions/wpautop).
 *
 * @example markParagraphs('یک\nدو\n\nسه') // 'یک<br>دو<br><br>سه'
 */
export function markParagraphs(html: string): string {
  // A `<br>` with a line end after it is one break.
  const text = html.replace(/\r\n?/g, '\n').replace(/<br\s*\/?>[ \t]*\n?/gi, '\n');
  let written = '';
  let isAfterBlock = true;
  const parts = splitTags(text);
  for (const [at, part] of parts.entries()) {
    if (part.isTag) {
      written += part.text;
      if (!part.text.startsWith('<!--')) isAfterBlock = isBlock(part.text);
      continue;
    }
    const next = parts[at + 1];
    written += breakLines(part.text, isAfterBlock, next === undefined || isBlock(next.text));
    if (part.text.trim() !== '') isAfterBlock = false;
  }
  return written;
}

/** Split HTML into tags, comments, whole preformatted elements, and the texts between them. */
function splitTags(html: string): { text: string; isTag: boolean }[] {
  const parts: { text: string; isTag: boolean }[] = [];
  // Patterns that were not found before the end, so that they are not searched for again.
  const endless = new Set<string>();
  let from = 0;
  for (const { 0: start, 1: name, index } of html.matchAll(/<(?:!--|(pre|script|style|textarea)\b|[/!a-z])/gi)) {
    if (index < from) continue;
    const whole = start === '<!--' ? /-->/g : name === undefined ? undefined : new RegExp(`</${name}\\s*>`, 'gi');
    const end = (whole && endOf(html, whole, index, endless)) ?? endOf(html, /<[/!a-z][^<>]*>/iy, index);
    if (end === undefined) continue;
    if (index > from) parts.push({ text: html.slice(from, index), isTag: false });
    parts.push({ text: html.slice(index, end), isTag: true });
    from = end;
  }
  return from < html.length ? [...parts, { text: html.slice(from), isTag: false }] : parts;
}

function endOf(html: string, pattern: RegExp, from: number, endless?: Set<string>): number | undefined {
  const key = pattern.source.toLowerCase();
  if (endless?.has(key)) return undefined;
  pattern.lastIndex = from;
  const found = pattern.exec(html);
  if (!found) endless?.add(key);
  return found ? pattern.lastIndex : undefined;
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
