import type { Nodes, Root } from 'mdast';
import type { Range } from '../text/edits.ts';

/** Return the range of a node in the source; an empty range if it has no position. */
export function rangeOf(node: Nodes): Range {
  const { position } = node as Partial<Root>;
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** List the nodes of a tree, parents first. Not recursive. */
export function* nodesOf(tree: Root): Generator<Nodes> {
  const pending: Nodes[] = [tree];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    if ('children' in node)
      for (let index = node.children.length; index > 0;) pending.push(node.children[(index -= 1)]!);
  }
}

/** Return whether the character at an offset is escaped with a backslash. */
export function isEscaped(source: string, at: number): boolean {
  let count = 0;
  while (source[at - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}
