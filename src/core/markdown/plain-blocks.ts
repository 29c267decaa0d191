import type { Heading, Paragraph, Root, Text } from 'mdast';
import type { Point, Position } from 'unist';

/**
 * Characters and words with which something other than text can begin: escapes, references, code, emphasis, links, HTML,
 * tables, formulas, footnotes, URLs and e-mail addresses; and white space at either end of a line, or other than spaces and
 * line feeds.
 */
const unusual = /[\\&`*_[\]<|~@$\t\r\0\uFEFF]|:\/\/|www|^ | $|:-|-:/im;
/** Beginnings of lines that are, or may be, lists, quotes, rules, fences, or headings in another form. */
const marked = /^[-+=>:#]|^[\d۰-۹٠-٩]+[.)]/;
const heading = /^(#{1,6}) ([^# ][^#]*)$/;

/**
 * Parse a text that consists of paragraphs and headings alone, as most news do, in a small part of the time of a whole parser,
 * with the same tree, positions included. Return `undefined` for any text that has, or might have, something else; then
 * CommonMark decides.
 */
export function parsePlainBlocks(source: string): Root | undefined {
  if (unusual.test(source)) return undefined;
  const lines = source.split('\n');
  const children: (Heading | Paragraph)[] = [];
  let offset = 0;
  let open: { start: Point; value: string } | undefined;
  let end: Point = { line: 1, column: 1, offset: 0 };
  const close = (): void => {
    if (open) children.push(paragraph(open.value, { start: open.start, end }));
    open = undefined;
  };
  for (const [index, line] of lines.entries()) {
    const start: Point = { line: index + 1, column: 1, offset };
    const here: Point = { line: index + 1, column: line.length + 1, offset: offset + line.length };
    const [, marks, title] = heading.exec(line) ?? [];
    if (title !== undefined) {
      close();
      children.push(headingOf(marks!.length as Heading['depth'], title, { start, end: here }));
    } else if (line === '') close();
    else if (marked.test(line)) return undefined;
    else open = open ? { ...open, value: `${open.value}\n${line}` } : { start, value: line };
    end = here;
    offset += line.length + 1;
  }
  close();
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

function paragraph(value: string, position: Position): Paragraph {
  return { type: 'paragraph', children: [text(value, position)], position };
}

function headingOf(depth: Heading['depth'], title: string, position: Position): Heading {
  const { line, offset } = position.start;
  const start = { line, column: depth + 2, offset: offset! + depth + 1 };
  return { type: 'heading', depth, children: [text(title, { start, end: position.end })], position };
}

function text(value: string, { start, end }: Position): Text {
  return { type: 'text', value, position: { start: { ...start }, end: { ...end } } };
}
