import type { Nodes, PhrasingContent } from 'mdast';
import { isBlockNode } from './nodes.ts';

/** Join blocks into a single line, with line breaks between them. */
export function joinLines(blocks: readonly Nodes[]): PhrasingContent[] {
  return blocks.flatMap((block, index) => {
    const phrases = linesIn(block);
    return index === 0 || phrases.length === 0 ? phrases : [{ type: 'break' as const }, ...phrases];
  });
}

/** Return the phrasing content of a block; nested blocks are joined by spaces. */
function linesIn(block: Nodes): PhrasingContent[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.children;
  if (block.type === 'code') return [{ type: 'inlineCode', value: block.value }];
  if (!('children' in block)) return isBlockNode(block) || block.type === 'html' ? [] : [block as PhrasingContent];
  if (!block.children.some(isBlockNode)) return block.children as PhrasingContent[];
  return block.children.flatMap((child, index) => {
    const phrases = linesIn(child);
    return index === 0 || phrases.length === 0 ? phrases : [{ type: 'text' as const, value: ' ' }, ...phrases];
  });
}
