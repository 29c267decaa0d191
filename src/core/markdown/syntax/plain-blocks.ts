import type { Blockquote, Heading, List, ListItem, Paragraph, Root, RootContent, Text } from 'mdast';

type Position = NonNullable<Root['position']>;
type Point = Position['start'];

/**
 * Characters and words with which something other than text can begin: escapes, references, code, emphasis, links, HTML,
 * tables, formulas, footnotes, URLs and e-mail addresses; and white space at either end of a line, or other than spaces and
 * line feeds.
 */
const unusual = /[\\&`*_[\]<|~@$\t\r\0\uFEFF]|:\/\/|www|^ | $|:-|-:/im;
/** Beginnings of texts that are, or may be, lists, quotes, rules, fences, or headings in another form. */
const marked = /^[-+=>:# ]|^[\d۰-۹٠-٩]+[.)]/;
const heading = /^(#{1,6}) ([^# ][^#]*)$/;

/** Lines of one kind without a blank line between them. */
interface Run {
  mark: '' | '> ' | '- ';
  lines: { text: string; position: Position }[];
}

/**
 * Parse a text that consists of paragraphs, headings, quotations of one paragraph and short lists alone, as most news do, in
 * a small part of the time of a whole parser, with the same tree, positions included. Return `undefined` for any text that
 * has, or might have, something else; then CommonMark decides.
 */
export function parsePlainBlocks(source: string): Root | undefined {
  if (unusual.test(source)) return undefined;
  const children: RootContent[] = [];
  let offset = 0;
  let run: Run | undefined;
  let end: Point = { line: 1, column: 1, offset: 0 };
  const close = (): void => {
    if (run) children.push(blockOf(run));
    run = undefined;
  };
  for (const [index, line] of source.split('\n').entries()) {
    const start: Point = { line: index + 1, column: 1, offset };
    end = advance(start, line.length);
    offset += line.length + 1;
    const position = { start, end };
    const mark = line.startsWith('> ') ? '> ' : line.startsWith('- ') ? '- ' : '';
    const [, level, title] = heading.exec(line) ?? [];
    if (line === '') close();
    else if (title !== undefined && !run?.mark) {
      close();
      children.push(headingOf(level!.length as Heading['depth'], title, position));
    } else {
      const text = line.slice(mark.length);
      // Lines that go on lazily, and lists that go on after a blank line, are rare in news.
      const isUnlike = run ? run.mark !== mark : mark === '- ' && children.at(-1)?.type === 'list';
      if (isUnlike || marked.test(text)) return undefined;
      (run ??= { mark, lines: [] }).lines.push({ text, position });
    }
  }
  close();
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

function blockOf({ mark, lines }: Run): Paragraph | Blockquote | List {
  const position = { start: lines[0]!.position.start, end: lines.at(-1)!.position.end };
  if (mark === '- ')
    return { type: 'list', ordered: false, start: null, spread: false, children: lines.map(itemOf), position };
  const text = lines.map((line) => line.text).join('\n');
  if (mark === '') return paragraph(text, position);
  return { type: 'blockquote', children: [paragraph(text, after(position, mark.length))], position };
}

function itemOf({ text, position }: Run['lines'][number]): ListItem {
  return { type: 'listItem', spread: false, checked: null, children: [paragraph(text, after(position, 2))], position };
}

function headingOf(depth: Heading['depth'], title: string, position: Position): Heading {
  return { type: 'heading', depth, children: [textOf(title, after(position, depth + 1))], position };
}

function paragraph(value: string, position: Position): Paragraph {
  return { type: 'paragraph', children: [textOf(value, position)], position };
}

function textOf(value: string, position: Position): Text {
  return { type: 'text', value, position: after(position, 0) };
}

/** A position that begins some characters later; a copy, as each node of a tree has its own. */
function after({ start, end }: Position, characters: number): Position {
  return { start: advance(start, characters), end: { ...end } };
}

function advance({ line, column, offset }: Point, characters: number): Point {
  return { line, column: column + characters, offset: offset! + characters };
}
