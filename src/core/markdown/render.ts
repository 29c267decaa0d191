import type { Root } from 'mdast';
import { rehype } from 'rehype';
import rehypeSanitize from 'rehype-sanitize';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import { rehypeBidi } from './bidi.ts';
import { rehypeCode, rehypeTables, rehypeTasks } from './blocks.ts';
import { rehypeDirection } from './direction.ts';
import { remarkDropped } from './lost-html.ts';
import { footnoteOptions, rehypeFootnotes } from './footnotes.ts';
import { remarkArabic } from './html/arabic.ts';
import { remarkEnglish } from './html/english.ts';
import { remarkForeign } from './html/other-languages.ts';
import { rehypeGalleries } from './galleries.ts';
import { isDeep, isHostile, plainDocument } from './guard.ts';
import { rehypeHeadings } from './headings.ts';
import { remarkRawHtml } from './raw-html.ts';
import { rehypeImages, rehypeVariants } from './images.ts';
import { rehypeBareLinks, rehypeLinks } from './links.ts';
import { type FoundNotation, remarkNotation } from '../slips/notation.ts';
import { parseMarkdown } from './parse.ts';
import { type WriteFormula } from './syntax/mathml.ts';
import { remarkLostText } from './lost-text.ts';
import { remarkFormulas } from './syntax/remark-formulas.ts';
import { remarkProse } from './prose.ts';
import { rehypeQuotes } from './quotes.ts';
import { schema } from './allowed-html.ts';
import { summarize } from './plain-text.ts';
import type { Urls } from '../urls.ts';
import type { DroppedElement, FindDocument, FindImage, MissingImage, Reference } from './findings.ts';

/** What rendering needs besides the document. */
export interface MarkdownContext {
  urls: Urls;
  /** Loads the MathML writer when a document first contains a formula; if absent, formulas stay as typed. */
  loadFormulaWriter?: () => WriteFormula;
  /** Whether the picture at an absolute https URL is shown; if absent, remote pictures are never shown. */
  isShown?(address: string): boolean;
}

/** The rendered body of a document. */
export interface RenderedMarkdown {
  /** Sanitised HTML. */
  html: string;
  /** Visible text without markup, one line per block. */
  text: string;
  /** The first paragraph of the body as plain text, or `''`. */
  firstParagraph: string;
  /** Slugs of articles that the body links to. */
  articleLinks: Reference[];
  /** Addresses of this site, below its base path, to check against the finished site; absent if there are none. */
  siteLinks?: Reference[];
  /** Missing or unusable pictures and missing documents, with their paths as written. */
  missingImages: MissingImage[];
  /** Raw HTML that readers would miss, in document order. */
  dropped: DroppedElement[];
  /** Notation of other systems, such as Hugo shortcodes, in document order; absent if there is none. */
  notation?: FoundNotation[] | undefined;
}

/**
 * Create the function that renders a document's body, CommonMark with GFM, to sanitised HTML. Create it once and use it
 * for all documents: its processor is frozen. It does not throw, whatever the text. Without `findImage`, local pictures
 * are reported as missing; without `findDocument`, links to documents stored next to the text are not resolved.
 *
 * @example createMarkdownRenderer({ urls })('سلام **دنیا**').html // '<p>سلام <strong>دنیا</strong></p>'
 */
export function createMarkdownRenderer(
  context: MarkdownContext,
): (markdown: string, findImage?: FindImage, findDocument?: FindDocument) => RenderedMarkdown {
  const processor = createProcessor(context);
  const writer = rehype().freeze();
  return (markdown, findImage, findDocument) => {
    const data = { ...(findImage && { findImage }), ...(findDocument && { findDocument }) };
    const file = new VFile({ value: markdown.replace(/\r\n?/g, '\n'), data });
    const tree = processor.runSync(parse(file), file);
    const { articleLinks = [], siteLinks, missingImages = [], dropped = [], notation } = file.data;
    return {
      html: writer.stringify(tree),
      ...summarize(tree),
      articleLinks,
      ...(siteLinks && { siteLinks }),
      missingImages,
      dropped,
      ...(notation && { notation }),
    };
  };
}

function parse(file: VFile): Root {
  const markdown = String(file);
  if (isHostile(markdown)) return plainDocument(markdown);
  const document = parseMarkdown(file);
  return isDeep(document) ? plainDocument(markdown) : document;
}

function createProcessor({ urls, isShown, loadFormulaWriter }: MarkdownContext) {
  return remark()
    .use(remarkNotation)
    .use(() => remarkFormulas(loadFormulaWriter))
    .use(remarkDropped)
    .use(remarkLostText)
    .use(remarkForeign)
    .use(remarkRawHtml)
    .use(remarkArabic)
    .use(remarkEnglish)
    .use(remarkProse)
    .use(remarkRehype, footnoteOptions)
    .use(rehypeHeadings)
    .use(rehypeBareLinks)
    .use(() => rehypeLinks(urls))
    .use(rehypeFootnotes)
    .use(() => rehypeImages(isShown))
    .use(rehypeQuotes)
    .use(rehypeTables)
    .use(rehypeTasks)
    .use(rehypeCode)
    .use(rehypeDirection)
    .use(rehypeGalleries)
    .use(rehypeBidi)
    .use(rehypeVariants)
    .use(rehypeSanitize, schema)
    .freeze();
}
