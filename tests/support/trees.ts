import type { Root as HtmlRoot } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { rehype } from 'rehype';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import { parseMarkdown } from '../../src/core/markdown/parse.ts';

const html = rehype().data('settings', { fragment: true, allowDangerousHtml: true }).freeze();
const bridge = remark().use(remarkRehype, { allowDangerousHtml: true }).freeze();

/** Findings of a transform, besides the changed tree. */
export interface Transformed {
  html: string;
  data: VFile['data'];
}

/** Parse a fragment of HTML. */
export function parseFragment(source: string): HtmlRoot {
  return html.parse(source);
}

/** Serialise a tree as HTML; raw HTML left in it is written unchanged. */
export function writeTree(tree: HtmlRoot): string {
  return html.stringify(tree);
}

/** Run a transform on HTML. */
export function transformHtml(
  transform: (tree: HtmlRoot, file: VFile) => void,
  source: string,
  data: VFile['data'] = {},
): Transformed {
  const file = new VFile({ value: source, data });
  const tree = parseFragment(source);
  transform(tree, file);
  return { html: writeTree(tree), data: file.data };
}

/** Run a transform on Markdown, and return the result as HTML. */
export function transformMarkdown(
  transform: (tree: MarkdownRoot, file: VFile) => MarkdownRoot | undefined | void,
  source: string,
): Transformed & { tree: MarkdownRoot } {
  const file = new VFile(source);
  const parsed = parseMarkdown(file);
  const tree = transform(parsed, file) ?? parsed;
  return { html: writeTree(bridge.runSync(structuredClone(tree))), data: file.data, tree };
}
