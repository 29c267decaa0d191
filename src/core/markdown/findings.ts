import type { Element } from 'hast';

/** A position in a document, 1-based. */
export type Place = Pick<Reference, 'line' | 'column'>;

/**
 * A raw HTML element, picture, link target, formula or text that is lost in rendering although readers would miss it.
 */
export interface DroppedElement extends Place {
  /**
   * Lower-case element name of raw HTML (`a` for an unclosed link); `image`, `remote-image`, `link` or `formula` for
   * markdown syntax; `definition`, `cell`, `comment`, `footnote` or `markdown` for text that markdown swallows.
   */
  name: string;
  /**
   * URL of the source or target, with a scheme if it includes a host; or the TeX source of a formula; or the lost text.
   */
  address?: string | undefined;
}

/** The local pictures of a document, by `<img>` element. */
type ShownImages = Map<Element, LocalImage>;

/** Finds a local picture as a document names it (`metro.jpg`, `/images/metro.svg`); `undefined` if there is none. */
export type FindImage = (src: string) => LocalImage | ImageFault | undefined;

/**
 * Looks up a document stored next to the text, such as a PDF, by its relative path; `undefined` if it does not exist.
 */
export type FindDocument = (src: string) => { src: string } | undefined;

declare module 'vfile' {
  interface DataMap {
    /** Given with the document; the others are what was found in it. */
    findImage: FindImage;
    findDocument: FindDocument;
    articleLinks: Reference[];
    siteLinks: Reference[];
    dropped: DroppedElement[];
    missingImages: MissingImage[];
    shownImages: ShownImages;
    headingIds: Set<string>;
  }
}

/** Position of a node in its document, 1-based. */
export function placeOf(node: Element): Place {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** A local picture that was found. */
export interface LocalImage {
  /** Percent-encoded path on the site. */
  src: string;
  /** In pixels. */
  width: number;
  height: number;
  /** Size of the file, in bytes. */
  bytes?: number | undefined;
  /** URL of the folder with its resized variants, ending with a slash; absent if it has none. */
  variants?: string | undefined;
  /** CSS class of the placeholder colour shown while it loads; absent for transparent pictures. */
  tone?: string | undefined;
}

/** Why an existing local picture can't be shown, and the values for the message. */
export interface ImageFault {
  fault:
    | 'image-misspelt'
    | 'image-type'
    | 'image-active'
    | 'image-too-large'
    | 'image-too-many-pixels'
    | 'image-damaged';
  values: Readonly<Record<string, string>>;
}

/** A reference in a document, with its 1-based position. */
export interface Reference {
  target: string;
  line: number;
  column: number;
}

/** A referenced picture that is missing or unusable, or a missing document. */
export interface MissingImage extends Reference {
  /** What is wrong with it, if it exists. */
  reason?: ImageFault;
  isDocument?: true;
}
