import type { Urls } from './urls.ts';

/** A local picture that was found. */
export interface LocalImage {
  /** Its percent-encoded path on the site. */
  src: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** What rendering needs to know of the world around a document. */
export interface MarkdownContext {
  urls: Urls;
  /** Find a local picture as the document names it (`metro.jpg`, `/images/metro.svg`); `undefined` if there is none. */
  findImage(src: string): LocalImage | undefined;
}

/** A place in a document that names something, with its 1-based line and column. */
export interface Reference {
  target: string;
  line: number;
  column: number;
}

/** A document's body, rendered. */
export interface RenderedMarkdown {
  /** Sanitised HTML. */
  html: string;
  /** Visible text without markup, one block a line. */
  text: string;
  /** The first paragraph of the body as plain text, or `''`. */
  firstParagraph: string;
  /** Slugs of articles that the body links to. */
  articleLinks: Reference[];
  /** Local pictures that were not found, as the document names them. */
  missingImages: Reference[];
}
