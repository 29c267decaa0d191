import type { Element, ElementContent } from 'hast';
import { type Around, within } from './phrases.ts';

/** Name, unknown to HTML, of the element around content for which markdown has no syntax. */
export const rawElement = 'x-raw';

/** Converts the children of an element to blocks. */
export type Flow = (children: readonly ElementContent[], around: Around) => Element[];

/** Content of an element that stays HTML: inline content if it is a single paragraph, and blocks otherwise. */
export function contentOf(node: Element, around: Around, flow: Flow): ElementContent[] {
  const blocks = flow(node.children, within(node, around));
  return blocks.length === 1 && blocks[0]!.tagName === 'p' ? blocks[0]!.children : blocks;
}
