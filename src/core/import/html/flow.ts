import type { Element, ElementContent } from 'hast';
import { type Around, within } from './phrases.ts';

/** Name of the element around what markdown has no syntax for, which HTML does not have. */
export const rawElement = 'x-raw';

/** Converts the children of an element to blocks. */
export type Flow = (children: readonly ElementContent[], around: Around) => Element[];

/** Content of an item of HTML: a line of phrases if it is one, and blocks otherwise. */
export function contentOf(node: Element, around: Around, flow: Flow): ElementContent[] {
  const blocks = flow(node.children, within(node, around));
  return blocks.length === 1 && blocks[0]!.tagName === 'p' ? blocks[0]!.children : blocks;
}
