import type { Element } from 'hast';
import type { Reference } from './markdown.ts';

declare module 'vfile' {
  interface DataMap {
    articleLinks: Reference[];
    missingImages: Reference[];
    headingIds: Set<string>;
  }
}

/** Tell where a node stands in its document, 1-based. */
export function placeOf(node: Element): Pick<Reference, 'line' | 'column'> {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
