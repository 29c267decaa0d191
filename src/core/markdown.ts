import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
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

/**
 * Make the function that renders a document's body. Make it once: the processor is frozen.
 *
 * @example createMarkdownRenderer(context)('سلام **دنیا**').html // '<p>سلام <strong>دنیا</strong></p>'
 */
export function createMarkdownRenderer(_context: MarkdownContext): (markdown: string) => RenderedMarkdown {
  const processor = remark().use(remarkGfm).use(remarkRehype).use(rehypeSanitize).freeze();
  const writer = rehype().freeze();
  return (markdown) => {
    const tree = processor.runSync(processor.parse(markdown));
    const blocks = tree.children.filter((node) => node.type === 'element');
    return {
      html: writer.stringify(tree),
      text: blocks.map((node) => toString(node)).join('\n'),
      firstParagraph: blocks.filter((node) => node.tagName === 'p').map((node) => toString(node))[0] ?? '',
      articleLinks: [],
      missingImages: [],
    };
  };
}
