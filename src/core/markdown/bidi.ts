import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { h } from 'hastscript';
import { bidiSpans } from '../text/bidi.ts';
import type { Range } from '../text/edits.ts';
import { replaceChild } from './walk.ts';

/**
 * Isolate text that would be misplaced in a right-to-left paragraph in `<bdi dir="ltr">`: the spans of {@link
 * bidiSpans}, computed over the whole text of a block.
 */
export function rehypeBidi(): (tree: Root) => void {
  return (tree) => {
    isolateIn(tree);
  };
}

interface Piece {
  node?: Text;
  parent?: Element | Root;
  start: number;
  text: string;
}

const inline = new Set('a abbr bdi br code del em img input ins mark s small span strong sub sup u'.split(' '));

/** Isolate within a node; each run of inline content is treated as one text. */
function isolateIn(parent: Element | Root): void {
  if (parent.type === 'element' && parent.properties['dir'] === 'ltr') return;
  let pieces: Piece[] = [];
  const flush = (): void => {
    isolatePieces(pieces);
    pieces = [];
  };
  for (const child of parent.children) {
    if (child.type === 'element' && !inline.has(child.tagName)) {
      flush();
      isolateIn(child);
    } else if (child.type !== 'doctype') collect(child, parent, pieces);
  }
  flush();
}

/**
 * List the texts of inline content. U+FFFC replaces elements with their own direction, which are neutral outside.
 */
function collect(node: Nodes, parent: Element | Root, pieces: Piece[]): void {
  const last = pieces.at(-1);
  const start = last ? last.start + last.text.length : 0;
  if (node.type === 'text') pieces.push({ node, parent, start, text: node.value });
  else if (node.type !== 'element') return;
  else if (node.properties['dir'] === 'ltr' || node.children.length === 0) pieces.push({ start, text: '\uFFFC' });
  else for (const child of node.children) collect(child, node, pieces);
}

function isolatePieces(pieces: Piece[]): void {
  const text = pieces.map((piece) => piece.text).join('');
  const spans = bidiSpans(text);
  if (spans.length === 0) return;
  for (const { node, parent, start, text: own } of pieces) {
    if (!node || !parent) continue;
    const inside = spans.filter((span) => span.start >= start && span.end <= start + own.length);
    if (inside.length === 0) continue;
    const parts = split(
      own,
      inside.map((span) => ({ start: span.start - start, end: span.end - start })),
    );
    replaceChild(parent, (parent.children as Nodes[]).indexOf(node), parts);
  }
}

function split(text: string, spans: Range[]): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const { start, end: to } of spans) {
    if (start > from) parts.push({ type: 'text', value: text.slice(from, start) });
    parts.push(h('bdi', { dir: 'ltr' }, text.slice(start, to)));
    from = to;
  }
  if (from < text.length) parts.push({ type: 'text', value: text.slice(from) });
  return parts;
}
