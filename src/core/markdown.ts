import type { Root } from 'mdast';
import { rehype } from 'rehype';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import { rehypeBidi } from './markdown-bidi.ts';
import { rehypeCode, rehypeTables, rehypeTasks } from './markdown-blocks.ts';
import { rehypeDirection } from './markdown-direction.ts';
import { footnoteOptions, rehypeFootnotes } from './markdown-footnotes.ts';
import { remarkForeign } from './markdown-foreign.ts';
import { isDeep, isHostile } from './markdown-guard.ts';
import { rehypeHeadings } from './markdown-headings.ts';
import { remarkDropHtml } from './markdown-html.ts';
import { rehypeImages } from './markdown-images.ts';
import { rehypeBareLinks, rehypeLinks } from './markdown-links.ts';
import { parseMarkdown } from './markdown-parser.ts';
import { remarkProse } from './markdown-prose.ts';
import { schema } from './markdown-schema.ts';
import { summarize } from './markdown-summary.ts';
import type { Urls } from './urls.ts';

/** A local picture that was found. */
export interface LocalImage {
  /** Its percent-encoded path on the site. */
  src: string;
  /** Pixels. */
  width: number;
  height: number;
  /** The size of the file. */
  bytes?: number | undefined;
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
 * Make the function that renders the body of a document, in CommonMark and GFM, to sanitised HTML. Make it once and use
 * it for every document: its processor is frozen. The function does not throw on any text.
 *
 * @example createMarkdownRenderer(context)('سلام **دنیا**').html // '<p>سلام <strong>دنیا</strong></p>'
 */
export function createMarkdownRenderer(context: MarkdownContext): (markdown: string) => RenderedMarkdown {
  const processor = createProcessor(context);
  const writer = rehype().freeze();
  return (markdown) => {
    const file = new VFile(markdown.replace(/\r\n?/g, '\n'));
    const tree = processor.runSync(parse(file), file);
    const { articleLinks = [], missingImages = [] } = file.data;
    return { html: writer.stringify(tree), ...summarize(tree), articleLinks, missingImages };
  };
}

function parse(file: VFile): Root {
  const markdown = String(file);
  if (isHostile(markdown)) return plainDocument(markdown);
  const document = parseMarkdown(file);
  return isDeep(document) ? plainDocument(markdown) : document;
}

function createProcessor({ urls, findImage }: MarkdownContext) {
  return remark()
    .use(remarkForeign)
    .use(remarkDropHtml)
    .use(remarkProse)
    .use(remarkRehype, footnoteOptions)
    .use(rehypeHeadings)
    .use(rehypeBareLinks)
    .use(() => rehypeLinks(urls))
    .use(rehypeFootnotes)
    .use(() => rehypeImages(findImage))
    .use(rehypeTables)
    .use(rehypeTasks)
    .use(rehypeCode)
    .use(rehypeDirection)
    .use(rehypeBidi)
    .use(rehypeSanitize, schema)
    .freeze();
}

/** What stands in for a document that would exhaust the parser: its paragraphs as they were written. */
function plainDocument(markdown: string): Root {
  const paragraphs = markdown.split(/\n[ \t]*\n\s*/).filter((text) => text.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value: value.trim() }] })),
  };
}
