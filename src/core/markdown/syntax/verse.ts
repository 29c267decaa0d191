import type { Code, Nodes, Paragraph, Parents, Root, Text } from 'mdast';

/** A poem: a block of couplets. */
export interface Verse {
  type: 'verse';
  children: Paragraph[];
  data: { hName: 'div'; hProperties: { className: ['verse'] } };
}

/** One half of a couplet. */
export interface Hemistich {
  type: 'hemistich';
  children: Text[];
  data: { hName: 'span' };
}

/** The pause between two hemistichs. */
export interface Caesura {
  type: 'caesura';
  value: ' ';
}

declare module 'mdast' {
  interface RootContentMap {
    verse: Verse;
    hemistich: Hemistich;
    caesura: Caesura;
  }
  interface PhrasingContentMap {
    hemistich: Hemistich;
    caesura: Caesura;
  }
}

/**
 * Turn fenced blocks with the info string `شعر` or `verse` into poems. Each line is a couplet, whose hemistichs are
 * separated by ` / `, ` * `, a tab or four spaces; a blank line begins a new stanza, which becomes a separate block.
 * Text nodes keep their positions in the source.
 *
 * @param source The document with line endings normalised to U+000A.
 */
export function markVerses(tree: Root, source: string): void {
  if (verseFence.test(source)) markIn(tree, source.split('\n'));
}

const verseFence = /(?:`{3}|~{3})[ \t]*(?:شعر|verse)(?!\S)/i;
const language = /^(?:شعر|verse)$/i;
const caesura = /[ \u00A0]+[/*][ \u00A0]+|[ \u00A0]*\t\s*|[ \u00A0]{4,}/g;

function markIn(parent: Parents, lines: readonly string[]): void {
  if (parent.children.some(isVerse)) {
    const children: Nodes[] = parent.children.flatMap((child): Nodes[] =>
      isVerse(child) ? stanzasOf(child, lines) : [child],
    );
    parent.children = children as typeof parent.children;
  }
  for (const child of parent.children) if ('children' in child && child.type !== 'verse') markIn(child, lines);
}

function isVerse(node: Nodes): node is Code {
  return node.type === 'code' && language.test(node.lang ?? '');
}

function stanzasOf({ value, position }: Code, lines: readonly string[]): Verse[] {
  const stanzas: Paragraph[][] = [[]];
  const first = position?.start.line ?? 1;
  let offset = (position?.start.offset ?? 0) - (position?.start.column ?? 1) + 1;
  value.split('\n').forEach((text, index) => {
    offset += (lines[first + index - 1] ?? '').length + 1;
    // Markers of quotes and lists precede the line, and the indentation of the fence is removed from it.
    const lead = Math.max(0, (lines[first + index] ?? '').length - text.length);
    if (text.trim() !== '') stanzas.at(-1)!.push(coupletOf(text, first + index + 1, lead + 1, offset + lead));
    else if (stanzas.at(-1)!.length > 0) stanzas.push([]);
  });
  return stanzas.flatMap((children): Verse[] =>
    children.length === 0
      ? []
      : [{ type: 'verse', children, data: { hName: 'div', hProperties: { className: ['verse'] } } }],
  );
}

function coupletOf(text: string, line: number, column: number, offset: number): Paragraph {
  const children: (Hemistich | Caesura)[] = [];
  let start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const place = (at: number) => ({ line, column: column + at, offset: offset + at });
  const add = (to: number): void => {
    const value = text.slice(start, to);
    if (value === '') return;
    if (children.length > 0) children.push({ type: 'caesura', value: ' ' });
    const position = { start: place(start), end: place(to) };
    children.push({ type: 'hemistich', children: [{ type: 'text', value, position }], data: { hName: 'span' } });
  };
  for (const { 0: found, index } of text.slice(0, end).matchAll(caesura)) {
    if (index < start) continue;
    add(index);
    start = index + found.length;
  }
  add(end);
  return {
    type: 'paragraph',
    children,
    data: { hProperties: { className: ['couplet'] } },
    position: { start: place(0), end: place(end) },
  };
}
