import type { Html, Root } from 'mdast';
import { writeHtmlAsMarkdown } from '../markdown/html/write-markdown.ts';
import { createMarkdownRenderer } from '../markdown/render.ts';
import type { Edit } from '../text/edits.ts';
import { createUrls } from '../urls.ts';

/** A block of raw HTML with a markdown equivalent. */
export interface HtmlFlaw {
  /** Name of its first element. */
  element: string;
  /** The replacement; offsets are relative to the body. */
  edit: Edit;
}

/**
 * Find the blocks of raw HTML that can be written as markdown without changing the page: top-level tables, lists,
 * headings and quotations.
 */
export function findRawHtml(body: string, tree: Root): HtmlFlaw[] {
  const found = tree.children
    .filter((node): node is Html => node.type === 'html' && candidate.test(node.value))
    .flatMap((node) => readHtml(body, node));
  if (found.length === 0) return [];
  // The surrounding text can affect how a block is parsed, so the whole body is compared too.
  const after = found
    .toReversed()
    .reduce((text, { edit }) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), body);
  return pageOf(after) === pageOf(body) ? found : [];
}

const candidate = /<(?:table|[uo]l|li|h[1-6]|blockquote)[\s>]/i;

function readHtml(body: string, { value, position }: Html): HtmlFlaw[] {
  const start = position?.start.offset;
  const end = position?.end.offset;
  const written = writeHtmlAsMarkdown(value);
  if (!written || start === undefined || end === undefined) return [];
  if (pageOf(written.markdown) !== pageOf(value)) return [];
  // HTML may follow a paragraph without a blank line; most markdown blocks may not.
  const isAfterLine = /[^\s][^\n]*\n[ ]{0,3}$/.test(body.slice(Math.max(0, start - 200), start));
  return [{ element: written.element, edit: { start, end, text: (isAfterLine ? '\n' : '') + written.markdown } }];
}

const render = createMarkdownRenderer({ urls: createUrls('https://site.example') });
const findImage = (src: string) => ({ src: encodeURI(src), width: 1, height: 1 });

/** Render a text, without white space between tags and the alignment of empty cells, which are invisible. */
function pageOf(markdown: string): string {
  return render(markdown, findImage)
    .html.replace(/\s*(<[^>]+>)\s*/g, (tag, inner: string) => (blockTag.test(inner) ? inner : tag))
    .replace(/(<t[hd]) class="[\w-]+">(?=<)/g, '$1>');
}

const blockTag = /^<\/?(?:table|thead|tbody|tr|t[hd]|ul|ol|li|p|blockquote|h[2-6]|div|hr|figure|br)[\s>]/;
