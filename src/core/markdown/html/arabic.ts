import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { findArabic, mayHoldArabic } from '../../text/arabic.ts';
import { foreignNode } from './other-languages.ts';

/**
 * Mark Arabic sentences that have no language markup, and single quoted letters, so that their letters are not
 * converted to Persian ones.
 */
export function remarkArabic(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    // Arabic letters can also be written as character references.
    if (mayHoldArabic(source) || source.includes('&')) markIn(tree);
  };
}

function markIn(parent: Parents): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index]!;
    if (child.type === 'text') {
      const ranges = findArabic(child.value);
      if (ranges.length === 0) continue;
      const parts = split(child, ranges);
      parent.children = [
        ...parent.children.slice(0, index),
        ...parts,
        ...parent.children.slice(index + 1),
      ] as typeof parent.children;
      index += parts.length - 1;
    } else if ('children' in child && child.type !== 'foreign') markIn(child);
  }
}

function split(text: Text, ranges: readonly { start: number; end: number }[]): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    if (start > from) parts.push(slice(text, from, start));
    const inner: Nodes[] = [slice(text, start, end)];
    parts.push(foreignNode('ar', 'span', inner) as PhrasingContent);
    from = end;
  }
  if (from < text.value.length) parts.push(slice(text, from, text.value.length));
  return parts;
}

/**
 * Return part of a text node, with its position if the node has no escapes or references, which would shift offsets.
 */
function slice({ value, position }: Text, start: number, end: number): Text {
  const part: Text = { type: 'text', value: value.slice(start, end) };
  const offset = position?.start.offset;
  if (!position || offset === undefined || position.end.offset !== offset + value.length) return part;
  const at = (index: number) => ({ line: position.start.line, column: 1, offset: offset + index });
  return { ...part, position: { start: at(start), end: at(end) } };
}
