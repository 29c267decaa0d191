import type { Element } from 'hast';
import type { DroppedElement } from './lost-html.ts';
import type { LocalImage, MissingImage, Reference } from './render.ts';

/** What was found of the pictures of a document. */
type ShownImages = Map<Element, LocalImage>;

declare module 'vfile' {
  interface DataMap {
    articleLinks: Reference[];
    dropped: DroppedElement[];
    missingImages: MissingImage[];
    shownImages: ShownImages;
    headingIds: Set<string>;
  }
}

/** Tell where a node stands in its document, 1-based. */
export function placeOf(node: Element): Pick<Reference, 'line' | 'column'> {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
