import type { Element, ElementContent, Root } from 'hast';

/**
 * Called for each element. If it returns an index, that sibling is visited next and the element's children are skipped.
 */
type Visitor = (element: Element, index: number, parent: Element | Root) => number | undefined | void;

/**
 * Visit all elements of a tree, parents first. Like unist-util-visit for elements only; that creates a named function
 * for each node it visits, which took a third of the rendering time.
 */
export function walkElements(parent: Element | Root, visitor: Visitor): void {
  for (let index = 0; index < parent.children.length;) {
    const child = parent.children[index]!;
    const next = child.type === 'element' ? visitor(child, index, parent) : index + 1;
    if (child.type === 'element' && typeof next !== 'number') walkElements(child, visitor);
    index = next ?? index + 1;
  }
}

/**
 * Replace a child with nodes. Not always by spreading: calls are limited to some ten thousand arguments, which a text
 * can exceed.
 */
export function replaceChild(parent: Element | Root, index: number, nodes: readonly ElementContent[]): void {
  if (nodes.length < 1000) parent.children.splice(index, 1, ...nodes);
  else
    parent.children = [
      ...parent.children.slice(0, index),
      ...nodes,
      ...parent.children.slice(index + 1),
    ] as ElementContent[];
}
