import type { Element } from 'hast';

/** A position in a document, 1-based. */
export type Place = Pick<Reference, 'line' | 'column'>;

/** An element of raw HTML, a picture or the address of a link that does not reach the page although readers would miss it. */
export interface DroppedElement extends Place {
  /** Its name, in small letters; `image` and `link` for those of markdown. */
  name: string;
  /** What it shows, plays or leads to; with a scheme if it names a host. */
  address?: string | undefined;
  /** The words that stand for a picture. */
  alt?: string | undefined;
}

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
export function placeOf(node: Element): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** A local picture that was found. */
export interface LocalImage {
  /** Its percent-encoded path on the site. */
  src: string;
  /** Pixels. */
  width: number;
  height: number;
  /** The size of the file. */
  bytes?: number | undefined;
  /** The address of the folder of its variants, with a slash at its end; absent if it is shown as it is. */
  variants?: string | undefined;
  /** The class of the colour that stands in for it while it loads; absent if it is transparent. */
  tone?: string | undefined;
}

/** Why a local picture that is there can't be shown, and the values of the message that says so. */
export interface ImageFault {
  fault: 'image-type' | 'image-active' | 'image-too-large' | 'image-too-many-pixels' | 'image-damaged';
  values: Readonly<Record<string, string>>;
}

/** A place in a document that names something, with its 1-based line and column. */
export interface Reference {
  target: string;
  line: number;
  column: number;
}

/** A picture that a document names and that can't be shown. */
export interface MissingImage extends Reference {
  /** What is wrong with it, if it is there. */
  reason?: ImageFault;
}
